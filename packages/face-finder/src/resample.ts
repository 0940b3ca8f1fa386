import type { Box, RgbImage } from './face.ts'

type Taps = { readonly first: Int32Array; readonly count: Int32Array; readonly weights: Float32Array[] }

/**
 * Cuts `crop` out of `image` and scales it to `width` x `height` with a triangle filter: bilinear where it enlarges, an
 * average over the covered pixels where it shrinks, so that no detail turns into false detail. What lies outside the
 * image repeats its edge.
 */
export function resample(image: RgbImage, crop: Box, width: number, height: number): RgbImage {
  const columns = triangleTaps(crop.x, crop.width, width, image.width)
  const rows = triangleTaps(crop.y, crop.height, height, image.height)
  const firstRow = Math.min(...rows.first)
  const lastRow = rows.first.reduce((last, first, i) => Math.max(last, first + (rows.count[i] ?? 0)), 0)
  const narrowed = new Float32Array((lastRow - firstRow) * width * 3)
  for (let y = firstRow; y < lastRow; y++) {
    narrowRow(image, y, columns, narrowed.subarray((y - firstRow) * width * 3), width)
  }
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const weights = rows.weights[y] ?? new Float32Array(0)
    const start = ((rows.first[y] ?? 0) - firstRow) * width * 3
    for (let i = 0; i < width * 3; i++) {
      let sum = 0.5
      for (let k = 0; k < weights.length; k++) {
        sum += (weights[k] ?? 0) * (narrowed[start + k * width * 3 + i] ?? 0)
      }
      data[y * width * 3 + i] = sum
    }
  }
  return { data, width, height }
}

function narrowRow(image: RgbImage, y: number, columns: Taps, into: Float32Array, width: number): void {
  const { data } = image
  const row = y * image.width * 3
  for (let x = 0; x < width; x++) {
    const weights = columns.weights[x] ?? new Float32Array(0)
    let from = row + (columns.first[x] ?? 0) * 3
    let red = 0
    let green = 0
    let blue = 0
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k] ?? 0
      red += weight * (data[from] ?? 0)
      green += weight * (data[from + 1] ?? 0)
      blue += weight * (data[from + 2] ?? 0)
      from += 3
    }
    into[x * 3] = red
    into[x * 3 + 1] = green
    into[x * 3 + 2] = blue
  }
}

function triangleTaps(start: number, length: number, steps: number, limit: number): Taps {
  const scale = length / steps
  const reach = Math.max(1, scale)
  const first = new Int32Array(steps)
  const count = new Int32Array(steps)
  const weights: Float32Array[] = []
  for (let i = 0; i < steps; i++) {
    const centre = start + (i + 0.5) * scale - 0.5
    const low = Math.min(limit - 1, Math.max(0, Math.ceil(centre - reach)))
    const high = Math.max(low, Math.min(limit - 1, Math.floor(centre + reach)))
    const taps = new Float32Array(high - low + 1)
    let total = 0
    for (let k = low; k <= high; k++) {
      const weight = Math.max(0, 1 - Math.abs(k - centre) / reach)
      taps[k - low] = weight
      total += weight
    }
    // A crop that lies outside the image has no weight at all: it takes the nearest edge pixel.
    if (total === 0) {
      taps[0] = 1
      total = 1
    }
    weights.push(taps.map((weight) => weight / total))
    first[i] = low
    count[i] = taps.length
  }
  return { first, count, weights }
}
