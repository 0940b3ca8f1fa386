/** A letter as strokes of a pen: baseline at y = 0, small letters 10 high, tall ones 16, y down as in SVG. */
type StrokeLetter = { readonly width: number; readonly path: string }

const bowl = 'M5 0 A5 5 0 1 1 5 -10 A5 5 0 1 1 5 0 Z'

/** Only the letters of our own mark: set type would need a font, and a bare machine has none. */
const letters: Readonly<Record<string, StrokeLetter>> = {
  F: { width: 9, path: 'M0 0 V-16 H9 M0 -8 H7' },
  a: { width: 10, path: `${bowl} M10 -10 V0` },
  e: { width: 10, path: 'M0 -5 H10 A5 5 0 1 0 8.5 -1.5' },
  i: { width: 0, path: 'M0 -10 V0 M0 -14.5 V-14' },
  l: { width: 0, path: 'M0 -16 V0' },
  o: { width: 10, path: bowl },
  p: { width: 10, path: `${bowl} M0 -10 V5` },
  r: { width: 6, path: 'M0 -10 V0 M0 -6 Q1.5 -10 6 -10' },
  s: {
    width: 8,
    path: 'M8 -8.5 Q6.5 -10 4 -10 Q0.5 -10 0.5 -7.5 Q0.5 -5.3 4 -5 Q8 -4.7 8 -2.4 Q8 0 4 0 Q1.2 0 0 -1.6',
  },
  t: { width: 7, path: 'M3 -14 V-3 Q3 0 7 0 M0 -10 H7' },
  v: { width: 9, path: 'M0 -10 L4.5 0 L9 -10' },
  w: { width: 14, path: 'M0 -10 L3.5 0 L7 -10 L10.5 0 L14 -10' },
  x: { width: 9, path: 'M0 0 L9 -10 M0 -10 L9 0' },
}

const LETTER_GAP = 4.5
const WORD_GAP = 10

/**
 * Words as SVG paths from x = 0 on, to be stroked with a round pen.
 * @throws {RangeError} for a letter that is not drawn
 */
export function strokeWords(words: string): { svg: string; width: number } {
  let x = 0
  let svg = ''
  for (const character of words) {
    if (character === ' ') {
      x += WORD_GAP
      continue
    }
    const letter = letters[character]
    if (letter === undefined) throw new RangeError('that letter is not drawn')
    svg += `<path transform="translate(${x} 0)" d="${letter.path}"/>`
    x += letter.width + LETTER_GAP
  }
  return { svg, width: x - LETTER_GAP }
}
