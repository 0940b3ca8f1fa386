import { type Rgb, toLab, toRgb } from '@foxetales/face-finder/lab-colour'
import type { FeatureMasks } from './feature-masks.ts'
import type { Field } from './field.ts'
import type { Planes } from './warp-photo.ts'
import { weightedMean } from './weighted-mean.ts'

/** The brown of eyes that the photo does not show. */
export const UNSEEN_IRIS = toRgb([30, 13, 22])

/**
 * The eyes' colour in paint. A photo's iris is dark and mirrors the light, so only a clearly cool one becomes blue or
 * green; everything else is a warm brown as light as the iris is.
 */
export function irisColour(photo: Planes, masks: FeatureMasks, region: Field): Rgb {
  const iris = toLab(weightedMean(photo, masks.iris, masks.pupil))
  const skin = toLab(weightedMean(photo, region, masks.pupil))
  const cool = iris[2] - skin[2] < -12 && iris[2] < 3 && iris[0] > 26
  if (cool) return toRgb([46 + 0.2 * iris[0], -5, Math.max(-16, iris[2] - 14)])
  return toRgb([Math.min(40, 20 + 0.4 * iris[0]), 13, 22])
}
