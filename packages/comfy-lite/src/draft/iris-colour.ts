import type { FeatureMasks } from './feature-masks.ts'
import type { Field } from './field.ts'
import { type Rgb, toLab, toRgb } from './lab-colour.ts'
import type { Planes } from './warp-photo.ts'

/**
 * The eyes' colour in paint. A photo's iris is dark and mirrors the light, so only a clearly cool one becomes blue or
 * green; everything else is a warm brown as light as the iris is.
 */
export function irisColour(photo: Planes, masks: FeatureMasks): Rgb {
  const iris = toLab(weightedMean(photo, masks.iris, masks.ink))
  const skin = toLab(weightedMean(photo, masks.innerFace, masks.ink))
  const cool = iris[2] - skin[2] < -14 && iris[2] < 0 && iris[0] > 26
  if (cool) return toRgb([46 + 0.2 * iris[0], -5, Math.max(-16, iris[2] - 14)])
  return toRgb([Math.min(40, 20 + 0.4 * iris[0]), 13, 22])
}

function weightedMean(photo: Planes, where: Field, butNot: Field): Rgb {
  let total = 1e-6
  const sums: [number, number, number] = [0, 0, 0]
  where.values.forEach((weight, i) => {
    const share = weight * (1 - (butNot.values[i] ?? 0))
    total += share
    sums[0] += share * (photo.red.values[i] ?? 0)
    sums[1] += share * (photo.green.values[i] ?? 0)
    sums[2] += share * (photo.blue.values[i] ?? 0)
  })
  return [sums[0] / total, sums[1] / total, sums[2] / total]
}
