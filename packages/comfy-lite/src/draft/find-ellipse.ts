import type { MaskTensor } from '../tensor.ts'

/** An ellipse in pixels. `tilt` is how far its upright axis leans clockwise, in radians, within a quarter turn of 0. */
export type Ellipse = {
  readonly cx: number
  readonly cy: number
  readonly rx: number
  readonly ry: number
  readonly tilt: number
}

/** Below this difference of the radii (1 %) an ellipse is a circle, whose tilt cannot be seen. */
const CIRCLE = 0.01

/**
 * The ellipse of which `mask` is a picture, from its second moments: those of a filled ellipse are a
 * quarter of its squared radii. A face is higher than wide, so the longer axis is the upright one.
 *
 * @throws RangeError where the mask is empty
 */
export function findEllipse({ data, width, height }: MaskTensor): Ellipse {
  let [total, sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const weight = data[y * width + x] ?? 0
      if (weight <= 0) continue
      total += weight
      sumX += weight * x
      sumY += weight * y
      sumXX += weight * x * x
      sumYY += weight * y * y
      sumXY += weight * x * y
    }
  }
  if (total < 1) throw new RangeError('the face mask is empty')
  const cx = sumX / total
  const cy = sumY / total
  const xx = sumXX / total - cx * cx
  const yy = sumYY / total - cy * cy
  const xy = sumXY / total - cx * cy
  const spread = Math.hypot((xx - yy) / 2, xy)
  const ry = 2 * Math.sqrt((xx + yy) / 2 + spread)
  const rx = 2 * Math.sqrt(Math.max(0.25, (xx + yy) / 2 - spread))
  if (ry - rx < CIRCLE * ry) return { cx, cy, rx, ry, tilt: 0 }
  // Direction of the longer axis, measured from straight down; leaning clockwise moves its lower end to the left.
  const tilt = -Math.atan2(2 * xy, yy - xx) / 2
  return { cx, cy, rx, ry, tilt }
}
