import { missingCharacters } from './check-glyphs.ts'
import type { BookFonts, OpenFaces } from './open-face.ts'

/**
 * The family that a whole book is set in: the first that has every letter of what the family wrote (name, dedication).
 * One letter from elsewhere inside a name would look like a mistake, so a name that the first family lacks a letter for
 * takes the whole book to the next. Where none has them all, the one that lacks least, whose setting then refuses the
 * text and names the letters.
 */
export function chooseFamily(
  families: readonly BookFonts[],
  open: (fonts: BookFonts) => OpenFaces,
  words: readonly string[],
): OpenFaces {
  const text = words.join('\n').normalize('NFC')
  let best: { faces: OpenFaces; missing: number } | undefined
  for (const fonts of families) {
    const faces = open(fonts)
    const missing = new Set([
      ...missingCharacters(text, faces.body.hasGlyph),
      ...missingCharacters(text, faces.display.hasGlyph),
    ]).size
    if (missing === 0) return faces
    if (!best || missing < best.missing) best = { faces, missing }
  }
  if (!best) throw new TypeError('a book needs a typeface')
  return best.faces
}
