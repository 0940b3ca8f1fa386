import type { Rgb } from '@foxetales/face-finder/lab-colour'
import type { Field } from './field.ts'
import type { Planes } from './warp-photo.ts'

/** The mean colour of a photo under a mask, less what `butNot` covers. */
export function weightedMean(photo: Planes, where: Field, butNot?: Field): Rgb {
  let total = 1e-6
  const sums: [number, number, number] = [0, 0, 0]
  where.values.forEach((weight, i) => {
    const share = weight * (1 - (butNot?.values[i] ?? 0))
    total += share
    sums[0] += share * (photo.red.values[i] ?? 0)
    sums[1] += share * (photo.green.values[i] ?? 0)
    sums[2] += share * (photo.blue.values[i] ?? 0)
  })
  return [sums[0] / total, sums[1] / total, sums[2] / total]
}
