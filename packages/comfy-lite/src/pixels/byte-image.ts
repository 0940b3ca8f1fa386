import type { ImageTensor } from '../tensor.ts'
import { lazyImage } from './lazy-image.ts'

/** byte / 255 as a float32, for every byte: what ComfyUI's loaders compute. */
const unitOfByte = Float32Array.from({ length: 256 }, (_, byte) => byte / 255)

/** Interleaved bytes of 3 or 4 channels as RGB floats 0..1; a fourth channel is left out. */
export function fromBytes(
  bytes: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  channels: 3 | 4 = 3,
): ImageTensor {
  const data = new Float32Array(width * height * 3)
  let from = 0
  for (let to = 0; to < data.length; to += 3) {
    data[to] = unitOfByte[bytes[from] ?? 0] ?? 0
    data[to + 1] = unitOfByte[bytes[from + 1] ?? 0] ?? 0
    data[to + 2] = unitOfByte[bytes[from + 2] ?? 0] ?? 0
    from += channels
  }
  return { width, height, data }
}

/** RGB bytes behind images that nobody may need as floats: a print is only saved. */
const byteSources = new WeakMap<ImageTensor, Uint8Array<ArrayBuffer>>()

/** Interleaved RGB bytes as an image, without a float of them made before somebody looks. */
export function imageOfBytes(bytes: Uint8Array<ArrayBuffer>, width: number, height: number): ImageTensor {
  const image = lazyImage(width, height, () => fromBytes(bytes, width, height).data)
  byteSources.set(image, bytes)
  return image
}

/**
 * Floats as bytes, the way SaveImage does it: times 255, clipped, cut off (not rounded). The product is rounded
 * to float32 first, as numpy's is; without that, bytes that were loaded would come back one lower.
 */
export function toBytes(image: ImageTensor): Uint8Array<ArrayBuffer> {
  const known = byteSources.get(image)
  if (known !== undefined) return known
  const { data } = image
  const bytes = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i++) {
    const value = Math.fround(255 * (data[i] ?? 0))
    bytes[i] = Math.max(0, Math.min(255, value))
  }
  return bytes
}

/** One channel of interleaved bytes as floats 0..1, or 1 minus that when `invert` is set (alpha as a mask). */
export function maskFromBytes(
  bytes: Uint8Array,
  channels: number,
  channel: number,
  invert: boolean,
): Float32Array {
  const data = new Float32Array(bytes.length / channels)
  for (let i = 0; i < data.length; i++) {
    const value = unitOfByte[bytes[i * channels + channel] ?? 0] ?? 0
    data[i] = invert ? 1 - value : value
  }
  return data
}
