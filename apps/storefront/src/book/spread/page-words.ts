import type { TypesetText } from '@foxetales/shared-schemas/typeset'
import { type SVGTemplateResult, svg } from 'lit'

/** Units across a page: fonts below one unit are not drawn well by every browser. */
const across = 1000

/**
 * Words as the book prints them: every line at its place, broken by the layout that makes the PDF. Read out, they are
 * the paragraph beside it (`plainWords`): lines of a drawing are no sentences.
 */
export function pageWords(texts: readonly TypesetText[]): SVGTemplateResult {
  return svg`<svg class="page-words" viewBox="0 0 ${across} ${across}" aria-hidden="true">
    ${texts.map(
      (text) => svg`<g
        font-size=${text.size * across}
        font-weight=${text.face === 'display' ? 600 : 400}
        fill=${text.ink}
      >${text.lines.map((line) => svg`<text x=${line.x * across} y=${line.y * across}>${line.text}</text>`)}</g>`,
    )}
  </svg>`
}

export function plainWords(texts: readonly TypesetText[]): string {
  return texts.map((text) => text.lines.map((line) => line.text.trim()).join(' ')).join(' ')
}
