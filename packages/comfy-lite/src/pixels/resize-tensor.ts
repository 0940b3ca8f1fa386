import type { ImageTensor, MaskTensor } from '../tensor.ts'
import { resample, type TorchMethod } from './resample.ts'

/** An image at another size by one of torch's methods; the same object when nothing changes. */
export function resizeImage(
  image: ImageTensor,
  width: number,
  height: number,
  method: TorchMethod,
): ImageTensor {
  if (image.width === width && image.height === height) return image
  const { data } = resample({ ...image, channels: 3 }, width, height, method)
  return { width, height, data }
}

/** A mask at another size, bilinear as everywhere in ComfyUI; the same object when nothing changes. */
export function resizeMask(mask: MaskTensor, width: number, height: number): MaskTensor {
  if (mask.width === width && mask.height === height) return mask
  const { data } = resample({ ...mask, channels: 1 }, width, height, 'bilinear')
  return { width, height, data }
}

/** A rectangle cut out of an image. The caller keeps it inside. */
export function cropImage(
  image: ImageTensor,
  left: number,
  top: number,
  width: number,
  height: number,
): ImageTensor {
  if (left === 0 && top === 0 && width === image.width && height === image.height) return image
  const data = new Float32Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const start = ((top + y) * image.width + left) * 3
    data.set(image.data.subarray(start, start + width * 3), y * width * 3)
  }
  return { width, height, data }
}
