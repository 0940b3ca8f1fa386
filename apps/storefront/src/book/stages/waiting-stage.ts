import type { PreviewStatus } from '@foxetales/shared-schemas/preview'
import { html, nothing, type TemplateResult } from 'lit'
import type { Bookmark } from '../spread/book-spread.ts'
import type { Words } from '../words/english.ts'
import { type EraseView, erasePart } from './erase-part.ts'
import { draftNotice } from './notice.ts'

export interface WaitingView extends EraseView {
  readonly preview: PreviewStatus | undefined
  /** Known only in the tab in which it was typed. */
  readonly name: string
  /** Where we write that the pages are ready; known only in that tab too. */
  readonly letterTo: string
  readonly bookmark: Bookmark
  readonly pageCount: number
}

/** The book as far as it is: its words at once, each picture when it comes, and what it waits for. */
export function waitingStage(view: WaitingView): TemplateResult {
  const { words, preview } = view
  return html`
    <section class="stage" part="waiting">
      <header>
        <h2 tabindex="-1" id="stage-title">${words.waiting.title(view.name)}</h2>
        <p class="lead" role="status">${preview ? progressWords(words, preview) : words.form.reading}</p>
      </header>
      ${progress(words, preview)}
      ${
        preview && preview.front.length > 0
          ? html`
              <foxetales-book-spread .words=${words} .preview=${preview}
        .bookmark=${view.bookmark} .pageCount=${view.pageCount}></foxetales-book-spread>
              <p class="hint centred">${words.waiting.meanwhile}</p>
            `
          : nothing
      }
      ${view.letterTo ? html`<p class="hint centred">${words.waiting.letter(view.letterTo)}</p>` : nothing}
      ${draftNotice(words, preview?.draft ?? false)}
      <footer>${erasePart(view)}</footer>
    </section>
  `
}

function progressWords(words: Words, preview: PreviewStatus): string {
  if (preview.waiting_for) return words.waiting.held
  if (preview.state === 'received' || preview.state === 'checking_photo') return words.waiting.checking
  const done = preview.pages.filter((page) => page.state === 'done').length
  const sentence = words.waiting.painting(done, preview.pages.length)
  const { position } = preview
  const isWaiting = preview.pages.every((page) => page.state === 'waiting')
  return position !== undefined && isWaiting ? `${sentence} ${words.waiting.ahead(position)}` : sentence
}

/**
 * The share of the work that is done: pages that are finished, and what the engine says of those it paints. There from the
 * start, empty, so that the book below keeps its place.
 */
function progress(words: Words, preview: PreviewStatus | undefined): TemplateResult {
  const pages = preview?.pages ?? []
  const done = pages.reduce((sum, page) => sum + (page.state === 'done' ? 1 : page.progress), 0)
  const share = pages.length === 0 ? 0 : done / pages.length
  return html`<progress class="wide" max="1" .value=${share} aria-label=${words.waiting.title('')}></progress>`
}
