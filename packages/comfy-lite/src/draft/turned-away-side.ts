import type { MeshPoint } from '@foxetales/face-finder/face-finder'
import { type Field, makeField, smoothStep } from './field.ts'

/**
 * The half of a turned head that the photo hardly shows. `side` is where it lies on the upright canvas; `share` (0..1)
 * says how far it should be drawn as the mirror image of the other half.
 */
export type TurnedAwaySide = { readonly side: 'left' | 'right'; readonly share: number }

const BRIDGE = 168
const LEFT_RIM = 234
const RIGHT_RIM = 454

export function turnedAwaySide(mesh: readonly MeshPoint[]): TurnedAwaySide {
  const width = (rim: number) => {
    const [x = 0, y = 0] = mesh[rim] ?? []
    const [bridgeX = 0, bridgeY = 0] = mesh[BRIDGE] ?? []
    return Math.hypot(x - bridgeX, y - bridgeY)
  }
  const left = width(LEFT_RIM)
  const right = width(RIGHT_RIM)
  const imbalance = Math.abs(left - right) / (left + right)
  return { side: left < right ? 'left' : 'right', share: smoothStep(0.14, 0.34, imbalance) }
}

/** Gives the turned away half the tones of the other one; the middle of the face stays as it is. */
export function mirrorTurnedAwayHalf(field: Field, { side, share }: TurnedAwaySide): Field {
  if (share === 0) return field
  const { width, height, values } = field
  const mirrored = makeField(width, height)
  const middle = (width - 1) / 2
  for (let x = 0; x < width; x++) {
    const outwards = side === 'left' ? middle - x : x - middle
    const amount = share * smoothStep(0, 0.05 * width, outwards)
    for (let y = 0; y < height; y++) {
      const own = values[y * width + x] ?? 0
      const other = values[y * width + width - 1 - x] ?? 0
      mirrored.values[y * width + x] = own + (other - own) * amount
    }
  }
  return mirrored
}
