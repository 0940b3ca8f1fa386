import type { ImageTensor } from '../tensor.ts'
import { resizeLanczos } from './lanczos.ts'
import { cropImage, resizeImage } from './resize-tensor.ts'

export const scaleMethods = ['nearest-exact', 'bilinear', 'area', 'bicubic', 'lanczos'] as const

export type ScaleMethod = (typeof scaleMethods)[number]

export function isScaleMethod(text: string): text is ScaleMethod {
  return scaleMethods.some((method) => method === text)
}

/** Python's `round`: halves go to the even neighbour. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

/** The middle of an image in the proportions of `width` x `height`. */
function cropToProportions(image: ImageTensor, width: number, height: number): ImageTensor {
  const oldAspect = image.width / image.height
  const newAspect = width / height
  const left =
    oldAspect > newAspect ? roundHalfEven((image.width - image.width * (newAspect / oldAspect)) / 2) : 0
  const top =
    oldAspect < newAspect ? roundHalfEven((image.height - image.height * (oldAspect / newAspect)) / 2) : 0
  return cropImage(image, left, top, image.width - left * 2, image.height - top * 2)
}

/** ComfyUI's ImageScale: a width or height of 0 keeps the proportions, both 0 the image. */
export function scaleImage(
  image: ImageTensor,
  width: number,
  height: number,
  method: ScaleMethod,
  cropToCentre: boolean,
): ImageTensor {
  if (width === 0 && height === 0) return image
  const newWidth = width === 0 ? Math.max(1, roundHalfEven((image.width * height) / image.height)) : width
  const newHeight = height === 0 ? Math.max(1, roundHalfEven((image.height * width) / image.width)) : height
  const cropped = cropToCentre ? cropToProportions(image, newWidth, newHeight) : image
  return method === 'lanczos'
    ? resizeLanczos(cropped, newWidth, newHeight)
    : resizeImage(cropped, newWidth, newHeight, method)
}
