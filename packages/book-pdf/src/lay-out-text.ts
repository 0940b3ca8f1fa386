import type { Language } from '@foxetales/shared-schemas/book'
import { BookTextError } from './book-errors.ts'
import { breakLines } from './break-lines.ts'
import { hyphenate, softHyphen } from './hyphenate.ts'

/** What layout knows of a typeface. Lengths in `ascent` and `descent` are shares of the size, both positive. */
export interface FontMetrics {
  /** Width of a text at a size, in points. */
  readonly widthOf: (text: string, sizePt: number) => number
  /** From the baseline to the top of the highest accent. */
  readonly ascent: number
  readonly descent: number
}

export interface TextLine {
  readonly text: string
  /** Left end of the baseline, in points from the box's left and top edges, y down. */
  readonly x: number
  readonly y: number
}

export interface TextLayout {
  readonly lines: readonly TextLine[]
  readonly sizePt: number
  /** Height of all lines, from the top of the first to the bottom of the last. */
  readonly heightPt: number
}

export interface TextBlock {
  /** Named in the error when the text does not fit. */
  readonly field: string
  /** `\n` begins a new line. */
  readonly text: string
  /** A phrase in the text, such as a name, that stays on one line unless the text would become much smaller. */
  readonly keepTogether?: string
  /** By its rules a word that is too long for a line may be taken apart. */
  readonly language: Language
  readonly metrics: FontMetrics
  readonly boxPt: { readonly width: number; readonly height: number }
  readonly sizes: { readonly preferred: number; readonly smallest: number }
  /** Baseline distance as a multiple of the size. */
  readonly lineHeight: number
  readonly align: 'left' | 'centre'
  readonly vertical: 'top' | 'middle'
}

const stepPt = 0.5
/** Keeping a phrase on one line, or a word whole, is worth at most this much of the size. */
const keepShare = 0.8
const noBreakSpace = '\u00a0'

/**
 * The one place where lines are broken, for screen and for print: the largest size from preferred to smallest, in half
 * points, at which the whole text lies inside its box. Throws BookTextError when even the smallest is too large.
 */
export function layOutText(asked: TextBlock): TextLayout {
  const block = { ...asked, text: hyphenateLongWords(asked) }
  const { preferred, smallest } = block.sizes
  const kept = keepTogether(block)
  if (kept !== undefined) {
    const layout = largestThatFits(block, kept, Math.max(smallest, preferred * keepShare))
    if (layout) return layout
  }
  const layout = largestThatFits(block, block.text, smallest)
  if (layout) return layout
  throw new BookTextError(block.field, `the text is too long for its place, even at ${smallest} pt`)
}

/** Soft hyphens in the words that would be wider than a line unless the text became much smaller; never in the phrase. */
function hyphenateLongWords({
  text,
  keepTogether: phrase,
  language,
  metrics,
  boxPt,
  sizes,
}: TextBlock): string {
  const sizePt = Math.max(sizes.smallest, sizes.preferred * keepShare)
  return text.replace(/\S+/g, (word) => {
    if (metrics.widthOf(word, sizePt) <= boxPt.width || phrase?.includes(word)) return word
    return hyphenate(word, language)
  })
}

function keepTogether({ text, keepTogether: phrase }: TextBlock): string | undefined {
  if (!phrase?.includes(' ')) return undefined
  const joined = phrase.replaceAll(' ', noBreakSpace)
  // A function, because `$&` and its like in a replacement string are patterns, and a name may have them.
  return text.replaceAll(phrase, () => joined)
}

function largestThatFits(block: TextBlock, text: string, smallest: number): TextLayout | undefined {
  for (const sizePt of sizesDownTo(block.sizes.preferred, smallest)) {
    const layout = layOutAt(block, text, sizePt)
    if (layout && layout.heightPt <= block.boxPt.height) return layout
  }
  return undefined
}

function* sizesDownTo(preferred: number, smallest: number): Generator<number> {
  for (let sizePt = preferred; sizePt > smallest; sizePt -= stepPt) yield sizePt
  yield smallest
}

/** Undefined when a single word is wider than the box. */
function layOutAt(block: TextBlock, text: string, sizePt: number): TextLayout | undefined {
  const { metrics, boxPt } = block
  const measure = {
    widthOf: (part: string) => metrics.widthOf(asPrinted(part), sizePt),
    widthPt: boxPt.width,
  }
  const texts: string[] = []
  for (const paragraph of text.split('\n')) {
    const lines = breakLines(paragraph, measure)
    if (!lines) return undefined
    texts.push(...(lines.length > 0 ? lines : ['']))
  }
  const leading = sizePt * block.lineHeight
  const heightPt = (texts.length - 1) * leading + sizePt * (metrics.ascent + metrics.descent)
  const top = block.vertical === 'top' ? 0 : (boxPt.height - heightPt) / 2
  const lines = texts.map((line, index) => ({
    text: asPrinted(line),
    x: block.align === 'left' ? 0 : (boxPt.width - measure.widthOf(line)) / 2,
    y: top + sizePt * metrics.ascent + index * leading,
  }))
  return { lines, sizePt, heightPt }
}

/** A no-break space has done its work once lines are broken; a reader of the text layer wants a plain one. */
function asPrinted(text: string): string {
  return text.replaceAll(noBreakSpace, ' ').replaceAll(softHyphen, '')
}
