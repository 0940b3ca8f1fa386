import type { RawImage } from './raw-image.ts'

/** Standard deviation of luma, of 255. Hair, skin and clothes spread it over 20 and more; one flat colour has none. */
const LEAST_SPREAD = 3

/**
 * Whether a picture shows one flat colour where the mask is white. A sampler whose numbers overflow paints black, and
 * ends without an error.
 */
export function isBlank(picture: RawImage<3>, mask: RawImage<1>): boolean {
  let pixels = 0
  let sum = 0
  let squares = 0
  for (let i = 0; i < mask.data.length; i++) {
    if ((mask.data[i] ?? 0) < 128) continue
    const red = picture.data[i * 3] ?? 0
    const green = picture.data[i * 3 + 1] ?? 0
    const blue = picture.data[i * 3 + 2] ?? 0
    const luma = (77 * red + 150 * green + 29 * blue) / 256
    pixels++
    sum += luma
    squares += luma * luma
  }
  if (pixels === 0) return false
  const mean = sum / pixels
  return squares / pixels - mean * mean < LEAST_SPREAD ** 2
}
