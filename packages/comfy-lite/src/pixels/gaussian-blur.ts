import type { ImageTensor } from '../tensor.ts'

/**
 * The weights of one axis of ComfyUI's ImageBlur kernel. Its grid runs from -1 to 1 over the kernel, so `sigma`
 * is a fraction of the radius: the standard deviation in pixels is `sigma * radius`. The two-dimensional
 * kernel is exactly the product of two of these.
 */
export function blurWeights(radius: number, sigma: number): Float64Array {
  const size = radius * 2 + 1
  const weights = new Float64Array(size)
  let sum = 0
  for (let i = 0; i < size; i++) {
    const distance = (i - radius) / radius
    const weight = Math.exp(-(distance * distance) / (2 * sigma * sigma))
    weights[i] = weight
    sum += weight
  }
  return weights.map((weight) => weight / sum)
}

/** For each padded position the pixel it mirrors; the border pixel itself is not repeated (torch's `reflect`). */
function reflectedIndexes(length: number, radius: number): Int32Array {
  const indexes = new Int32Array(length + radius * 2)
  for (let i = 0; i < indexes.length; i++) {
    const position = Math.abs(i - radius)
    indexes[i] = position < length ? position : 2 * (length - 1) - position
  }
  return indexes
}

/** A greyscale image (all channels equal) needs only one channel's work: masks turned into images are common. */
function hasEqualChannels(data: Float32Array): boolean {
  for (let i = 0; i < data.length; i += 3) {
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false
  }
  return true
}

function blurRows(
  source: Float32Array,
  width: number,
  height: number,
  weights: Float64Array,
  radius: number,
): Float32Array {
  const columns = reflectedIndexes(width, radius)
  const padded = new Float64Array(width + radius * 2)
  const target = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const start = y * width
    for (let i = 0; i < padded.length; i++) padded[i] = source[start + (columns[i] ?? 0)] ?? 0
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (padded[x + k] ?? 0)
      target[start + x] = sum
    }
  }
  return target
}

function blurColumns(
  source: Float32Array,
  width: number,
  height: number,
  weights: Float64Array,
  radius: number,
): Float32Array {
  const rows = reflectedIndexes(height, radius)
  const sums = new Float64Array(width)
  const target = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k] ?? 0
      const start = (rows[y + k] ?? 0) * width
      for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + weight * (source[start + x] ?? 0)
    }
    target.set(sums, y * width)
  }
  return target
}

/**
 * ComfyUI's ImageBlur.
 * @throws {RangeError} when the radius reaches across the image, which reflect padding cannot serve (as in torch)
 */
export function blurImage(image: ImageTensor, radius: number, sigma: number): ImageTensor {
  const { width, height, data } = image
  if (radius >= width || radius >= height) {
    throw new RangeError(`Padding size ${radius} should be less than the input dimension ${width}x${height}`)
  }
  const weights = blurWeights(radius, sigma)
  const result = new Float32Array(data.length)
  const plane = new Float32Array(width * height)
  const grey = hasEqualChannels(data)
  for (let channel = 0; channel < (grey ? 1 : 3); channel++) {
    for (let i = 0; i < plane.length; i++) plane[i] = data[i * 3 + channel] ?? 0
    const blurred = blurColumns(
      blurRows(plane, width, height, weights, radius),
      width,
      height,
      weights,
      radius,
    )
    for (let i = 0; i < plane.length; i++) {
      const value = blurred[i] ?? 0
      result[i * 3 + channel] = value
      if (grey) {
        result[i * 3 + 1] = value
        result[i * 3 + 2] = value
      }
    }
  }
  return { width, height, data: result }
}
