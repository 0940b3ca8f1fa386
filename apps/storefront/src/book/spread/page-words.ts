import type { TypesetText } from '@foxetales/shared-schemas/typeset'
import { nothing, type SVGTemplateResult, svg } from 'lit'
import { rareFamily } from './load-book-face.ts'

/** Units across a page: fonts below one unit are not drawn well by every browser. */
const across = 1000

/**
 * Words as the book prints them: every line at its place, broken by the layout that makes the PDF. Read out, they are
 * the paragraph beside it (`plainWords`): lines of a drawing are no sentences. Over a picture they get a soft edge that
 * the print has not: there the watermark lies under them.
 */
export function pageWords(
  texts: readonly TypesetText[],
  ground: 'paper' | 'picture' = 'paper',
): SVGTemplateResult {
  return svg`<svg class="page-words over-${ground}" viewBox="0 0 ${across} ${across}" aria-hidden="true">
    ${texts.map(
      (text) => svg`${card(text)}<g
        class=${isLight(text.ink) ? 'light-ink' : 'dark-ink'}
        font-size=${text.size * across}
        font-weight=${text.face === 'display' ? 600 : 400}
        font-family=${text.family === 'literata' ? nothing : rareFamily}
        fill=${text.ink}
      >${text.lines.map((line) => svg`<text x=${line.x * across} y=${line.y * across}>${line.text}</text>`)}</g>`,
    )}
  </svg>`
}

/** What the print lays under words that would not read on the picture. */
function card({ ground }: TypesetText): SVGTemplateResult | typeof nothing {
  if (!ground) return nothing
  const [x, y, width, height, radius] = [ground.x, ground.y, ground.width, ground.height, ground.radius].map(
    (share) => share * across,
  )
  return svg`<rect x=${x} y=${y} width=${width} height=${height} rx=${radius} fill=${ground.colour} />`
}

export function plainWords(texts: readonly TypesetText[]): string {
  return texts.map((text) => text.lines.map((line) => line.text.trim()).join(' ')).join(' ')
}

/** @param ink `#rrggbb` */
function isLight(ink: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16))
  // Luma as ITU-R BT.601 weighs it.
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140
}
