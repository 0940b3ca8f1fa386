import { type Rgb, toLab, toRgb } from '@foxetales/face-finder/lab-colour'
import type { Field } from './field.ts'
import type { Planes } from './warp-photo.ts'
import { weightedMean } from './weighted-mean.ts'

/** A brow's colour against the skin it lies on: lightness as a share of the skin's, and how far its hue is from it. */
export type BrowInk = { readonly lightness: number; readonly redder: number; readonly yellower: number }

/** Reads the colour of the brows off the photo. @param region the face, whose mean is its skin */
export function browInk(photo: Planes, brow: Field, region: Field): BrowInk {
  const own = toLab(weightedMean(photo, brow))
  const skin = toLab(weightedMean(photo, region))
  return { lightness: own[0] / Math.max(8, skin[0]), redder: own[1] - skin[1], yellower: own[2] - skin[2] }
}

/** The brow's paint on the page's skin: dark enough to be seen on any tone. */
export function browPaint(ink: BrowInk, skin: Rgb): Rgb {
  const [lightness, a, b] = toLab(skin)
  // Skin shines through a photo's brow: the paint is deeper than what was read.
  const deeper = Math.min(0.72, ink.lightness * 0.74)
  const least = Math.max(5, lightness * 0.3)
  const most = lightness - 15
  return toRgb([
    Math.max(Math.min(least, most), Math.min(most, lightness * deeper)),
    Math.max(2, 0.75 * a + 0.35 * ink.redder),
    Math.max(3, 0.7 * b + 0.35 * ink.yellower),
  ])
}
