/** The family's name inside the component; a shop's own Literata may be another cut of it. */
const bookFace = 'Foxetales Literata'

const weights = { 400: 'literata-400.woff2', 600: 'literata-600.woff2' } as const

/**
 * Loads the typeface of the print from the API's origin. A shadow tree cannot declare one of its own, so it is added to
 * the page. `block`: a line set in another typeface would end elsewhere than in the book.
 */
export function loadBookFace(api: string): void {
  for (const [weight, file] of Object.entries(weights)) {
    if ([...document.fonts].some((face) => face.family.includes(bookFace) && face.weight === weight)) continue
    const url = new URL(`/fonts/${file}`, api)
    const face = new FontFace(bookFace, `url("${url}") format("woff2")`, { weight, display: 'block' })
    document.fonts.add(face)
    // A font that does not come leaves the words in the page's serif; reading is still possible.
    face.load().catch(() => document.fonts.delete(face))
  }
}
