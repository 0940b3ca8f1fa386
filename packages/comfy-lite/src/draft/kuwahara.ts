import { type Field, makeField } from './field.ts'

const SECTORS = 8
/** Variance (of 0..255 tones) below which a sector counts as flat. */
const FLAT_VARIANCE = 40
/** How strongly the flattest sector wins: the q/2 of the paper below with q = 8. */
const SHARPNESS = 4

type Tap = {
  readonly offset: number
  readonly dx: number
  readonly dy: number
  readonly weights: readonly number[]
}

/**
 * Generalised Kuwahara filter with eight Gaussian sectors (Papari et al. 2007, weights as Kyprianidis et al. 2009): each
 * pixel takes the tone of the flattest sectors around it, which turns skin texture into brush marks and keeps edges.
 * Tones are 0..255; `radius` is in pixels.
 */
export function kuwahara(field: Field, radius: number): Field {
  const { width, height, values } = field
  const taps = sectorTaps(radius, width)
  const result = makeField(width, height)
  const sums = new Float64Array(SECTORS)
  const squares = new Float64Array(SECTORS)
  const totals = sectorTotals(taps)
  for (let y = 0; y < height; y++) {
    const rowInside = y >= radius && y < height - radius
    for (let x = 0; x < width; x++) {
      const inside = rowInside && x >= radius && x < width - radius
      sums.fill(0)
      squares.fill(0)
      for (const tap of taps) {
        const from = inside
          ? y * width + x + tap.offset
          : Math.min(height - 1, Math.max(0, y + tap.dy)) * width +
            Math.min(width - 1, Math.max(0, x + tap.dx))
        addTap(tap, values[from] ?? 0, sums, squares)
      }
      result.values[y * width + x] = blendSectors(sums, squares, totals)
    }
  }
  return result
}

function addTap(tap: Tap, value: number, sums: Float64Array, squares: Float64Array): void {
  for (let k = 0; k < tap.weights.length; k += 2) {
    const sector = tap.weights[k] ?? 0
    const weighted = (tap.weights[k + 1] ?? 0) * value
    sums[sector] = (sums[sector] ?? 0) + weighted
    squares[sector] = (squares[sector] ?? 0) + weighted * value
  }
}

function blendSectors(sums: Float64Array, squares: Float64Array, totals: Float64Array): number {
  let total = 0
  let blended = 0
  for (let sector = 0; sector < SECTORS; sector++) {
    const share = totals[sector] ?? 1
    const mean = (sums[sector] ?? 0) / share
    const variance = Math.max(0, (squares[sector] ?? 0) / share - mean * mean)
    const weight = 1 / (1 + variance / FLAT_VARIANCE) ** SHARPNESS
    total += weight
    blended += weight * mean
  }
  return blended / total
}

function sectorTotals(taps: readonly Tap[]): Float64Array {
  const totals = new Float64Array(SECTORS)
  for (const { weights } of taps) {
    for (let k = 0; k < weights.length; k += 2) {
      const sector = weights[k] ?? 0
      totals[sector] = (totals[sector] ?? 0) + (weights[k + 1] ?? 0)
    }
  }
  return totals
}

/** For every pixel of the disc: pairs of sector and weight, flat in one list. A sector reaches a little into the next. */
function sectorTaps(radius: number, width: number): Tap[] {
  const taps: Tap[] = []
  const sectorAngle = (2 * Math.PI) / SECTORS
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) {
      const distance = dx * dx + dy * dy
      if (distance > radius * radius + 0.5) continue
      const gauss = Math.exp((-2 * distance) / (radius * radius))
      const angle = Math.atan2(dy, dx)
      const weights: number[] = []
      for (let sector = 0; sector < SECTORS; sector++) {
        if (distance === 0) {
          weights.push(sector, gauss / SECTORS)
          continue
        }
        const turn = (angle - sector * sectorAngle + 3 * Math.PI) % (2 * Math.PI)
        const share = 1 - Math.abs(turn - Math.PI) / (sectorAngle * 1.05)
        if (share > 0) weights.push(sector, gauss * share)
      }
      taps.push({ offset: dy * width + dx, dx, dy, weights })
    }
  }
  return taps
}
