import type { ImageTensor } from '../tensor.ts'
import { fromBytes, toBytes } from './byte-image.ts'

/**
 * ComfyUI's "lanczos" goes through 8-bit PIL: antialiased Lanczos with three lobes, rounded to bytes after each
 * axis. sharp's lanczos3 is not that (libvips enlarges with bicubic), so the filter is here.
 */
const lobes = 3

function sinc(x: number): number {
  if (x === 0) return 1
  return Math.sin(Math.PI * x) / (Math.PI * x)
}

function lanczosWeight(x: number): number {
  return Math.abs(x) < lobes ? sinc(x) * sinc(x / lobes) : 0
}

type Window = { start: number; weights: Float64Array }

/** For each target position the source window and its normalised weights, cut off at the border as PIL does. */
function lanczosWindows(from: number, to: number): Window[] {
  const scale = Math.max(1, from / to)
  const reach = lobes * scale
  return Array.from({ length: to }, (_, i) => {
    const centre = ((i + 0.5) * from) / to
    const start = Math.max(0, Math.trunc(centre - reach + 0.5))
    const end = Math.min(from, Math.trunc(centre + reach + 0.5))
    const weights = Float64Array.from({ length: end - start }, (_unused, k) =>
      lanczosWeight((start + k - centre + 0.5) / scale),
    )
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return { start, weights: weights.map((weight) => weight / sum) }
  })
}

/** Shrinks or enlarges the rows of interleaved RGB bytes. Uint8ClampedArray rounds and clamps as PIL does. */
function resizeRows(
  source: Uint8ClampedArray,
  width: number,
  height: number,
  target: number,
): Uint8ClampedArray {
  const windows = lanczosWindows(width, target)
  const result = new Uint8ClampedArray(target * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < target; x++) {
      const window = windows[x] ?? { start: 0, weights: new Float64Array() }
      let red = 0
      let green = 0
      let blue = 0
      let at = (y * width + window.start) * 3
      for (const weight of window.weights) {
        red += weight * (source[at] ?? 0)
        green += weight * (source[at + 1] ?? 0)
        blue += weight * (source[at + 2] ?? 0)
        at += 3
      }
      const out = (y * target + x) * 3
      result[out] = red
      result[out + 1] = green
      result[out + 2] = blue
    }
  }
  return result
}

function resizeColumns(
  source: Uint8ClampedArray,
  width: number,
  height: number,
  target: number,
): Uint8ClampedArray {
  const windows = lanczosWindows(height, target)
  const stride = width * 3
  const sums = new Float64Array(stride)
  const result = new Uint8ClampedArray(stride * target)
  for (const [y, window] of windows.entries()) {
    sums.fill(0)
    let start = window.start * stride
    for (const weight of window.weights) {
      for (let i = 0; i < stride; i++) sums[i] = (sums[i] ?? 0) + weight * (source[start + i] ?? 0)
      start += stride
    }
    result.set(sums, y * stride)
  }
  return result
}

/** An image at another size by PIL's Lanczos filter. */
export function resizeLanczos(image: ImageTensor, width: number, height: number): ImageTensor {
  const bytes = new Uint8ClampedArray(toBytes(image).buffer)
  const widened = width === image.width ? bytes : resizeRows(bytes, image.width, image.height, width)
  const resized = height === image.height ? widened : resizeColumns(widened, width, image.height, height)
  return fromBytes(resized, width, height)
}
