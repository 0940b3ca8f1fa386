/**
 * How light the picture is under a page's words, as WCAG 2.2 relative luminance (0 black, 1 white): the mean of the text
 * box, and the luminances that a tenth of it lies below and above.
 */
export interface TextLight {
  readonly mean: number
  readonly dark: number
  readonly light: number
}

/** The ink that words are printed in, and the paper that is laid under them where no ink reads on the picture. */
export interface InkChoice {
  readonly ink: string
  readonly ground?: string
}

/** WCAG 2.2, 1.4.3: 4.5 for running text; 3 where letters are large, which a page's worst tenth may fall to. */
const leastOnMean = 4.5
const leastOnWorst = 3

const darkInk = '#3a2f2a'
const lightInk = '#fdf3dc'
const lightGround = '#fdf6e7'
const darkGround = '#2b2740'

/**
 * The book's own ink where it reads on this picture; else the other one; else the book's own on a soft ground. Without a
 * measurement the book's own, which its art was painted for.
 */
export function chooseInk(ink: string, under: TextLight | undefined): InkChoice {
  if (!under || reads(ink, under)) return { ink }
  const own = luminance(ink)
  const other = own > 0.5 ? darkInk : lightInk
  if (reads(other, under)) return { ink: other }
  return { ink, ground: own > 0.5 ? darkGround : lightGround }
}

function reads(ink: string, { mean, dark, light }: TextLight): boolean {
  const own = luminance(ink)
  const worst = Math.min(contrast(own, dark), contrast(own, light))
  return contrast(own, mean) >= leastOnMean && worst >= leastOnWorst
}

/** WCAG 2.2 contrast ratio of two luminances, 1 to 21. */
export function contrast(first: number, second: number): number {
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

/** WCAG 2.2 relative luminance of `#rrggbb`. */
export function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
