/**
 * Resizing as torch's `interpolate` does it, for interleaved planes of any number of channels: separable, without
 * antialiasing, pixel centres at half (align_corners=False). Each axis is a table of source pixels and weights.
 */

export type Plane = { width: number; height: number; channels: number; data: Float32Array }

export type TorchMethod = 'nearest-exact' | 'bilinear' | 'bicubic' | 'area'

/** For each target position the source positions it is made of. */
type Taps = Array<{ indexes: number[]; weights: number[] }>

function clampIndex(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index))
}

function nearestTaps(from: number, to: number): Taps {
  return Array.from({ length: to }, (_, i) => ({
    indexes: [clampIndex(Math.floor(((i + 0.5) * from) / to), from)],
    weights: [1],
  }))
}

function linearTaps(from: number, to: number): Taps {
  return Array.from({ length: to }, (_, i) => {
    const position = Math.max(0, ((i + 0.5) * from) / to - 0.5)
    const first = Math.floor(position)
    const share = position - first
    return { indexes: [clampIndex(first, from), clampIndex(first + 1, from)], weights: [1 - share, share] }
  })
}

/** Keys' cubic convolution with a = -0.75, torch's choice. */
function cubicWeight(distance: number): number {
  const a = -0.75
  const x = Math.abs(distance)
  if (x <= 1) return (a + 2) * x ** 3 - (a + 3) * x ** 2 + 1
  if (x < 2) return a * x ** 3 - 5 * a * x ** 2 + 8 * a * x - 4 * a
  return 0
}

function cubicTaps(from: number, to: number): Taps {
  return Array.from({ length: to }, (_, i) => {
    const position = ((i + 0.5) * from) / to - 0.5
    const first = Math.floor(position)
    const offsets = [-1, 0, 1, 2]
    return {
      indexes: offsets.map((offset) => clampIndex(first + offset, from)),
      weights: offsets.map((offset) => cubicWeight(position - first - offset)),
    }
  })
}

/** Adaptive average pooling: every source pixel that a target pixel touches counts the same. */
function areaTaps(from: number, to: number): Taps {
  return Array.from({ length: to }, (_, i) => {
    const start = Math.floor((i * from) / to)
    const end = Math.ceil(((i + 1) * from) / to)
    const indexes = Array.from({ length: end - start }, (_unused, k) => start + k)
    return { indexes, weights: indexes.map(() => 1 / indexes.length) }
  })
}

const tapMakers: Record<TorchMethod, (from: number, to: number) => Taps> = {
  'nearest-exact': nearestTaps,
  bilinear: linearTaps,
  bicubic: cubicTaps,
  area: areaTaps,
}

function resampleRows(plane: Plane, width: number, taps: Taps): Plane {
  const { height, channels } = plane
  const data = new Float32Array(width * height * channels)
  for (let y = 0; y < height; y++) {
    const rowStart = y * plane.width * channels
    for (let x = 0; x < width; x++) {
      const tap = taps[x] ?? { indexes: [], weights: [] }
      const target = (y * width + x) * channels
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0
        for (let k = 0; k < tap.indexes.length; k++) {
          const source = rowStart + (tap.indexes[k] ?? 0) * channels + channel
          sum += (tap.weights[k] ?? 0) * (plane.data[source] ?? 0)
        }
        data[target + channel] = sum
      }
    }
  }
  return { width, height, channels, data }
}

function resampleColumns(plane: Plane, height: number, taps: Taps): Plane {
  const stride = plane.width * plane.channels
  const data = new Float32Array(stride * height)
  for (let y = 0; y < height; y++) {
    const tap = taps[y] ?? { indexes: [], weights: [] }
    const target = y * stride
    for (let k = 0; k < tap.indexes.length; k++) {
      const source = (tap.indexes[k] ?? 0) * stride
      const weight = tap.weights[k] ?? 0
      for (let i = 0; i < stride; i++) {
        data[target + i] = (data[target + i] ?? 0) + weight * (plane.data[source + i] ?? 0)
      }
    }
  }
  return { width: plane.width, height, channels: plane.channels, data }
}

/** A plane at another size; the very same plane when the size is already right. */
export function resample(plane: Plane, width: number, height: number, method: TorchMethod): Plane {
  if (plane.width === width && plane.height === height) return plane
  const makeTaps = tapMakers[method]
  const widened = plane.width === width ? plane : resampleRows(plane, width, makeTaps(plane.width, width))
  return plane.height === height ? widened : resampleColumns(widened, height, makeTaps(plane.height, height))
}
