/** The family's name inside the component; a shop's own Literata may be another cut of it. */
const bookFace = 'Foxetales Literata'

/** The family of books whose words have letters that Literata lacks. A browser asks for it when a page shows such words. */
export const rareFamily = 'Foxetales Noto Serif'

const files = {
  [bookFace]: { 400: 'literata-400.woff2', 600: 'literata-600.woff2' },
  [rareFamily]: { 400: 'noto-serif-400.woff2', 600: 'noto-serif-600.woff2' },
} as const

/**
 * Loads the typeface of the print from the API's origin. A shadow tree cannot declare one of its own, so it is added to
 * the page. `block`: a line set in another typeface would end elsewhere than in the book.
 */
export function loadBookFace(api: string): void {
  for (const [family, weights] of Object.entries(files)) {
    for (const [weight, file] of Object.entries(weights)) {
      const known = [...document.fonts].some((face) => face.family.includes(family) && face.weight === weight)
      if (known) continue
      const url = new URL(`/fonts/${file}`, api)
      const face = new FontFace(family, `url("${url}") format("woff2")`, { weight, display: 'block' })
      document.fonts.add(face)
      // Nearly every book is set in the first; the other is fetched by the browser once words ask for it.
      if (family !== bookFace) continue
      // A font that does not come leaves the words in the page's serif; reading is still possible.
      face.load().catch(() => document.fonts.delete(face))
    }
  }
}
