/** What breaking needs to know: how wide a text is, and how wide a line may be. */
export interface Measure {
  readonly widthOf: (text: string) => number
  readonly widthPt: number
}

/** A last line of one word, narrower than this share of the measure, is a widow. */
const widowShare = 0.3

/**
 * Breaks a paragraph at its spaces into as few lines as fit, of even length, without a last line of one short word where
 * that can be avoided. Undefined when a word alone is wider than a line. A no-break space does not break.
 */
export function breakLines(paragraph: string, measure: Measure): string[] | undefined {
  const words = paragraph.split(/[ \t]+/).filter(Boolean)
  if (words.some((word) => measure.widthOf(word) > measure.widthPt)) return undefined
  const fewest = fillLines(words, measure.widthPt, measure.widthOf).length
  return avoidWidow(evenOut(words, fewest, measure), measure)
}

function fillLines(words: readonly string[], widthPt: number, widthOf: Measure['widthOf']): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer) > widthPt) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** Fills to the narrowest measure that needs no more lines; eight halvings find it to a few tenths of a point. */
function evenOut(words: readonly string[], lineCount: number, { widthOf, widthPt }: Measure): string[] {
  let tooNarrow = 0
  let wideEnough = widthPt
  for (let round = 0; round < 8; round++) {
    const middle = (tooNarrow + wideEnough) / 2
    const fits = words.every((word) => widthOf(word) <= middle)
    if (fits && fillLines(words, middle, widthOf).length <= lineCount) wideEnough = middle
    else tooNarrow = middle
  }
  return fillLines(words, wideEnough, widthOf)
}

/** Gives a lonely short last word the last word of the line above for company, where that leaves something there. */
function avoidWidow(lines: string[], { widthOf, widthPt }: Measure): string[] {
  const last = lines.at(-1)
  const above = lines.at(-2)
  if (last === undefined || above === undefined) return lines
  if (last.includes(' ') || widthOf(last) >= widthPt * widowShare) return lines
  const cut = above.lastIndexOf(' ')
  if (cut < 0) return lines
  const longer = `${above.slice(cut + 1)} ${last}`
  if (widthOf(longer) > widthPt) return lines
  return [...lines.slice(0, -2), above.slice(0, cut), longer]
}
