/**
 * The two kinds of picture that travel along a graph's links, as ComfyUI's tensors with batch 1.
 *
 * Values are floats, 0..1 by convention; like torch, nodes do not clamp unless ComfyUI's node does.
 * A tensor on a link may be shared by several nodes and by the cache: never write into one you were given.
 */

/** RGB, interleaved: `data[(y * width + x) * 3 + channel]`. ComfyUI's IMAGE of shape [1, height, width, 3]. */
export type ImageTensor = {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/** One value per pixel: `data[y * width + x]`. ComfyUI's MASK of shape [1, height, width]. */
export type MaskTensor = {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/** An image of one colour (black unless told), its buffer its own. */
export function createImage(width: number, height: number, value = 0): ImageTensor {
  const data = new Float32Array(width * height * 3)
  if (value !== 0) data.fill(value)
  return { width, height, data }
}

/** A mask of one value (0 unless told), its buffer its own. */
export function createMask(width: number, height: number, value = 0): MaskTensor {
  const data = new Float32Array(width * height)
  if (value !== 0) data.fill(value)
  return { width, height, data }
}
