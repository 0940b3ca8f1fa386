import { BookTextError } from './fill-text.ts'

/** Width of a text at a size, in points. The only thing layout knows of a font. */
export type WidthOf = (text: string, sizePt: number) => number

export interface TextLine {
  readonly text: string
  /** Left end of the baseline, in points from the box's left and top edges. */
  readonly x: number
  readonly y: number
}

export interface TextLayout {
  readonly lines: readonly TextLine[]
  readonly sizePt: number
}

export interface TextBlock {
  /** Named in the error when the text does not fit. */
  readonly field: string
  /** `\n` begins a new line. */
  readonly text: string
  readonly widthOf: WidthOf
  readonly box: { readonly widthPt: number; readonly heightPt: number }
  readonly preferredPt: number
  readonly smallestPt: number
  /** Baseline distance as a multiple of the size. */
  readonly leading: number
  readonly align: 'left' | 'centre'
}

/** How far below a line's top its baseline lies, as a share of the size: the ascent of most book faces. */
const ascent = 0.8
const stepPt = 0.5

/**
 * The one place where lines are broken, for screen and for print: the largest size from preferred to smallest at which
 * the text fits its box, set in the middle of the box's height. Throws BookTextError when even the smallest is too large.
 */
export function layOutText(block: TextBlock): TextLayout {
  for (let sizePt = block.preferredPt; sizePt >= block.smallestPt; sizePt -= stepPt) {
    const lines = breakLines(block, sizePt)
    const height = ((lines?.length ?? 0) - 1) * sizePt * block.leading + sizePt
    if (!lines || height > block.box.heightPt) continue
    const top = (block.box.heightPt - height) / 2
    return {
      sizePt,
      lines: lines.map((text, index) => ({
        text,
        x: block.align === 'left' ? 0 : (block.box.widthPt - block.widthOf(text, sizePt)) / 2,
        y: top + sizePt * ascent + index * sizePt * block.leading,
      })),
    }
  }
  throw new BookTextError(block.field, `the text does not fit its place at ${block.smallestPt} pt`)
}

/** Undefined when a single word is wider than the box. */
function breakLines(block: TextBlock, sizePt: number): string[] | undefined {
  const lines: string[] = []
  for (const paragraph of block.text.split('\n')) {
    const words = paragraph.split(/\s+/).filter(Boolean)
    if (words.some((word) => block.widthOf(word, sizePt) > block.box.widthPt)) return undefined
    const greedy = fillLines(words, block.box.widthPt, block.widthOf, sizePt)
    lines.push(...evenOut(words, greedy.length, block, sizePt))
  }
  return lines
}

function fillLines(words: readonly string[], widthPt: number, widthOf: WidthOf, sizePt: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer, sizePt) > widthPt) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** The narrowest measure that needs no more lines: no last line of one short word, and centred text looks calm. */
function evenOut(words: readonly string[], lineCount: number, block: TextBlock, sizePt: number): string[] {
  let narrow = Math.max(0, ...words.map((word) => block.widthOf(word, sizePt)))
  let wide = block.box.widthPt
  for (let round = 0; round < 8; round++) {
    const middle = (narrow + wide) / 2
    if (fillLines(words, middle, block.widthOf, sizePt).length > lineCount) narrow = middle
    else wide = middle
  }
  return fillLines(words, wide, block.widthOf, sizePt)
}
