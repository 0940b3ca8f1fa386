import type { PageStatus } from '@foxetales/shared-schemas/preview'
import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../words/english.ts'
import type { BookSide } from './book-sides.ts'
import { nightSky } from './night-sky.ts'
import { pageWords, plainWords } from './page-words.ts'
import type { SteadyPictures } from './steady-pictures.ts'

export interface SideView {
  readonly words: Words
  readonly pictures: SteadyPictures
  readonly pageCount: number
}

/** What is on one side of a leaf. */
export function sideContent(view: SideView, side: BookSide): TemplateResult {
  const { words } = view
  switch (side.kind) {
    case 'inside':
      return html`<div class="endpaper">${nightSky()}</div>`
    case 'more':
      return html`<div class="endpaper">${nightSky()}<p>${words.book.more}</p></div>`
    case 'text':
      return html`
        <div class="paper" style="background:${side.page.paper}">${pageWords(side.page.texts)}</div>
        <p class="unseen">${plainWords(side.page.texts)}</p>
      `
    case 'picture':
      return side.page.preview_url ? picture(view, side.page, side.page.preview_url) : easel(view, side.page)
  }
}

/** How a side is called by those who cannot see it. */
export function sideName({ words, pageCount }: SideView, side: BookSide): string {
  if (side.kind === 'text') {
    return side.page.role === 'title' ? words.book.titlePage : words.book.dedicationPage
  }
  return side.kind === 'picture' ? words.book.page(side.page.page, pageCount) : words.book.inside
}

function picture({ words, pictures }: SideView, page: PageStatus, url: string): TemplateResult {
  const key = `${page.page}:${page.sha256 ?? ''}`
  return html`
    <img
      part="picture"
      src=${pictures.address(key, url)}
      alt=${words.book.picture(page.page)}
      width="1024"
      height="1024"
      draggable="false"
      @error=${() => pictures.broken(key)}
    />
    ${page.text ? pageWords([page.text], 'picture') : nothing}
    ${page.text ? html`<p class="unseen">${plainWords([page.text])}</p>` : nothing}
  `
}

/** A page that is not painted yet, and how far it is: the engine's own count, never a guess. */
function easel({ words, pageCount }: SideView, page: PageStatus): TemplateResult {
  const { waiting } = words
  const state = {
    waiting: waiting.pageWaiting,
    rendering: waiting.pageRendering,
    done: waiting.pageRendering,
    failed: waiting.pageFailed,
  }[page.state]
  const label = words.book.page(page.page, pageCount)
  return html`
    <div class="easel ${page.state}">
      <svg class="brush" viewBox="0 0 48 48" aria-hidden="true">
        <path class="stroke" d="M6 38c8-6 12 2 20-3s8-9 16-8" />
        <path class="handle" d="M40 6L25 23l3 3L44 10c1-2-2-6-4-4z" />
        <path class="tip" d="M24 24c-4 0-5 3-5 5s-1 3-3 3c3 2 9 2 11-2 1-2 0-5-3-6z" />
      </svg>
      <p>${label}<br />${state}</p>
      ${
        page.state === 'rendering'
          ? html`<progress max="1" .value=${page.progress} aria-label="${label}: ${state}"></progress>`
          : nothing
      }
    </div>
  `
}
