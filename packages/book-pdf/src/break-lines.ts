import { softHyphen } from './hyphenate.ts'

/** What breaking needs to know: how wide a text is, and how wide a line may be. */
export interface Measure {
  readonly widthOf: (text: string) => number
  readonly widthPt: number
}

/** A last line of one word, narrower than this share of the measure, is a widow. */
const widowShare = 0.3

/**
 * Breaks a paragraph at its spaces into as few lines as fit, of even length, without a last line of one short word where
 * that can be avoided. A word with soft hyphens is taken apart where it does not fit on a line. Undefined when a word, or
 * a part of one, is wider than a line. A no-break space does not break.
 */
export function breakLines(paragraph: string, measure: Measure): string[] | undefined {
  const words = paragraph.split(/[ \t]+/).filter(Boolean)
  const filled = fillLines(words, measure.widthPt, measure.widthOf)
  if (!filled) return undefined
  const even = evenOut(words, filled, measure)
  return avoidWidow(even, measure).map((line) => line.replaceAll(softHyphen, ''))
}

function fillLines(
  words: readonly string[],
  widthPt: number,
  widthOf: Measure['widthOf'],
): string[] | undefined {
  const lines: string[] = []
  let line = ''
  const waiting = words.toReversed()
  for (let word = waiting.pop(); word !== undefined; word = waiting.pop()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= widthPt) {
      line = longer
      continue
    }
    // Only what fits on no line is worth a hyphen.
    const apart = widthOf(word) > widthPt ? takeApart(line, word, widthPt, widthOf) : undefined
    if (apart) {
      lines.push(apart.line)
      line = ''
      waiting.push(apart.rest)
    } else if (line === '') {
      return undefined
    } else {
      lines.push(line)
      line = ''
      waiting.push(word)
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** As many syllables as still fit on the line, and the rest of the word. */
function takeApart(line: string, word: string, widthPt: number, widthOf: Measure['widthOf']) {
  const syllables = word.split(softHyphen)
  for (let count = syllables.length - 1; count > 0; count--) {
    const head = `${syllables.slice(0, count).join('')}-`
    const longer = line === '' ? head : `${line} ${head}`
    if (widthOf(longer) <= widthPt) return { line: longer, rest: syllables.slice(count).join(softHyphen) }
  }
  return undefined
}

/** Fills to the narrowest measure that needs no more lines; eight halvings find it to a few tenths of a point. */
function evenOut(words: readonly string[], filled: string[], { widthOf, widthPt }: Measure): string[] {
  let tooNarrow = 0
  let wideEnough = widthPt
  let best = filled
  for (let round = 0; round < 8; round++) {
    const middle = (tooNarrow + wideEnough) / 2
    const narrower = words.every((word) => widthOf(word) <= middle || widthOf(word) > widthPt)
      ? fillLines(words, middle, widthOf)
      : undefined
    if (narrower && narrower.length <= filled.length) {
      wideEnough = middle
      best = narrower
    } else {
      tooNarrow = middle
    }
  }
  return best
}

/** Gives a lonely short last word the last word of the line above for company, where that leaves something there. */
function avoidWidow(lines: string[], { widthOf, widthPt }: Measure): string[] {
  const last = lines.at(-1)
  const above = lines.at(-2)
  if (last === undefined || above === undefined) return lines
  if (last.includes(' ') || widthOf(last) >= widthPt * widowShare) return lines
  const cut = above.lastIndexOf(' ')
  if (cut < 0 || above.endsWith('-')) return lines
  const longer = `${above.slice(cut + 1)} ${last}`
  if (widthOf(longer) > widthPt) return lines
  return [...lines.slice(0, -2), above.slice(0, cut), longer]
}
