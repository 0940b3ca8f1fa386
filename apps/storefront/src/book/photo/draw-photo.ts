import { type Crop, cutOut, frameOf, type Region, turnedSize } from './crop.ts'
import type { Photo } from './read-photo.ts'

/** More pixels than this help no face, and cost a parent on a phone their patience. */
const longestSideSentPx = 3000
const quality = 0.92

/** Draws what the frame shows onto a square canvas. */
export function showFrame(canvas: HTMLCanvasElement, photo: Photo, crop: Crop): void {
  draw(canvas, photo, crop, frameOf(photo, crop))
}

/**
 * The photo as it is sent: turned, cut, at most 3000 px long, encoded anew as JPEG. A canvas knows nothing of EXIF, so
 * place, time and the phone's make stay on the phone.
 */
export async function encodePhoto(photo: Photo, crop: Crop): Promise<Blob> {
  const region = cutOut(photo, crop)
  const shrink = Math.min(1, longestSideSentPx / Math.max(region.width, region.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(region.width * shrink)
  canvas.height = Math.round(region.height * shrink)
  draw(canvas, photo, crop, region)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!blob) throw new Error('this browser could not encode the photo')
  return blob
}

/** Fills the canvas with a region of the turned photo. */
function draw(canvas: HTMLCanvasElement, photo: Photo, crop: Crop, region: Region): void {
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser gives no canvas')
  const size = turnedSize(photo, crop)
  pen.resetTransform()
  // Where the frame or a see-through picture shows nothing, paper is seen.
  pen.fillStyle = '#f6ebd5'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.scale(canvas.width / region.width, canvas.height / region.height)
  pen.translate(-region.left, -region.top)
  pen.translate(size.width / 2, size.height / 2)
  pen.rotate((crop.turns * Math.PI) / 2)
  pen.drawImage(photo.bitmap, -photo.width / 2, -photo.height / 2)
}
