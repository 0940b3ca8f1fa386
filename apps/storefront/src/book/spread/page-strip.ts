import type { TypesetText } from '@foxetales/shared-schemas/typeset'
import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import type { BookSide } from './book-sides.ts'
import { type SideView, sideName } from './page-side.ts'

export interface StripView {
  readonly view: SideView
  readonly sides: readonly BookSide[]
  /** The sides that lie open. */
  readonly open: readonly number[]
  show(side: number): void
}

/** All pages side by side, small: what is there, what is still being painted, and the way to each. */
export function pageStrip({ view, sides, open, show }: StripView): TemplateResult {
  return html`
    <ol class="strip">
      ${sides.map((side, index) => {
        if (side.kind === 'inside' || side.kind === 'more') return ''
        return html`
          <li>
            <button
              type="button"
              aria-label=${sideName(view, side)}
              aria-current=${String(open.includes(index))}
              @click=${() => show(index)}
            >
              ${smallSide(view, side)}
            </button>
          </li>
        `
      })}
    </ol>
  `
}

function smallSide({ pictures }: SideView, side: BookSide): TemplateResult {
  if (side.kind === 'text') {
    return html`<span class="tiny" style="background:${side.page.paper}">${strokes(side.page.texts)}</span>`
  }
  if (side.kind !== 'picture') return html``
  const { page } = side
  if (page.thumbnail_url) {
    const key = `tiny:${page.page}:${page.sha256 ?? ''}`
    const address = pictures.address(key, page.thumbnail_url)
    return html`<img src=${address} alt="" width="256" height="256" draggable="false" @error=${() => pictures.broken(key)} />`
  }
  // As much of the paper is wet as the engine says it has painted.
  const done = Math.round(page.progress * 100)
  return html`<span class="tiny wet" style="--done:${done}%">${page.page}</span>`
}

/** A page of text from afar: a stroke for every line. Letters have about half their size in width. */
function strokes(texts: readonly TypesetText[]): SVGTemplateResult {
  return svg`<svg viewBox="0 0 100 100" aria-hidden="true">
    ${texts.map((text) =>
      text.lines.map((line) => {
        const size = text.size * 100
        const width = Math.min(line.text.length * size * 0.48, 96 - line.x * 100)
        return svg`<rect x=${line.x * 100} y=${line.y * 100 - size * 0.7} width=${width} height=${size * 0.7} rx="1" fill=${text.ink} opacity="0.75" />`
      }),
    )}
  </svg>`
}
