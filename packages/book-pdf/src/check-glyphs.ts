import { BookTextError } from './book-errors.ts'

/** Whether a typeface has a glyph for a code point. */
export type HasGlyph = (codePoint: number) => boolean

/** Line breaks and tabs are layout, not glyphs. */
const layoutOnly = /^[\n\t]+$/

/**
 * The characters (grapheme clusters, each once) of which the face lacks some part. A cluster is named whole, so that a
 * family emoji is one character and not three faces and two joiners.
 */
export function missingCharacters(text: string, hasGlyph: HasGlyph): string[] {
  const missing = new Set<string>()
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    if (layoutOnly.test(segment)) continue
    const drawable = [...segment].every((character) => hasGlyph(character.codePointAt(0) ?? 0))
    if (!drawable) missing.add(segment)
  }
  return [...missing]
}

/** Throws BookTextError naming the characters that would print as empty boxes. */
export function checkGlyphs(field: string, text: string, hasGlyph: HasGlyph): void {
  const missing = missingCharacters(text, hasGlyph)
  if (missing.length === 0) return
  const named = missing.map(nameOf).join(' ')
  throw new BookTextError(field, `our typeface cannot print: ${named}`, missing)
}

/** What can be seen is shown as it is; what cannot is named by its number. */
function nameOf(character: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return character
  return [...character]
    .map((part) => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join('+')
}
