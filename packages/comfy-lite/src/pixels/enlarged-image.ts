import { canResample, resampleRgb } from '@foxetales/pixels/resample'
import type { ImageTensor } from '../tensor.ts'
import { imageOfBytes, toBytes } from './byte-image.ts'
import { resizeLanczos } from './lanczos.ts'
import { lazyImage } from './lazy-image.ts'

/** Enlarged images, and what each was enlarged from. */
const sources = new WeakMap<ImageTensor, ImageTensor>()

/**
 * An image at a larger size by a resampling filter. The filter invents nothing, so a node that wants another size again
 * takes it from the smaller picture (`scaleEnlarged`), and the sixteen times as many pixels are mostly never made.
 */
export function enlarge(image: ImageTensor, width: number, height: number): ImageTensor {
  const enlarged = lazyImage(width, height, () => resizeLanczos(image, width, height).data)
  sources.set(enlarged, image)
  return enlarged
}

/** The size that is wanted of an enlarged image, straight from what it was enlarged from; null for any other image. */
export function scaleEnlarged(image: ImageTensor, width: number, height: number): ImageTensor | null {
  const source = sources.get(image)
  if (source === undefined || width === 0 || height === 0) return null
  if (!canResample(source.width, width) || !canResample(source.height, height)) {
    return resizeLanczos(source, width, height)
  }
  const pixels = { data: toBytes(source), width: source.width, height: source.height, channels: 3 } as const
  return imageOfBytes(resampleRgb(pixels, width, height).data, width, height)
}
