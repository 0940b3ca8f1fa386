import { type FaceEmbedding, likeness, loadFaceEmbedder } from '@foxetales/face-finder/face-likeness'
import sharp from 'sharp'
import { findEllipse } from '../src/draft/find-ellipse.ts'
import type { ImageTensor, MaskTensor } from '../src/tensor.ts'

/**
 * What tells faces apart in the tests: the 1024 numbers of Human's faceres net, compared by the cosine. It was trained on
 * photos to recognise people, and is not told the page's skin or hair colour, nor anything of how the draft was painted.
 */
export type FaceDescriptor = FaceEmbedding

/** Side of the picture that the net is shown. */
const VIEW_PX = 320
/** Side of the square around a page's face, in upright radii of its ellipse: head and hair, little of the scene. */
const VIEW_RADII = 3.2

/** Describes the face of a finished page, upright and enlarged. Null where no face is found on it. */
export async function describePageFace(
  page: ImageTensor,
  faceMask: MaskTensor,
): Promise<FaceDescriptor | null> {
  const { cx, cy, ry, tilt } = findEllipse(faceMask)
  const side = VIEW_RADII * ry
  // The page is turned about the face's middle, so it is first cut wide enough for the corners.
  const reach = Math.ceil(side * Math.SQRT1_2) + 1
  const wide = sharp(toBytes(page), { raw: { width: page.width, height: page.height, channels: 3 } })
    .extend({ top: reach, bottom: reach, left: reach, right: reach, extendWith: 'copy' })
    .raw()
  const padded = await wide.toBuffer({ resolveWithObject: true })
  const cut = await sharp(padded.data, {
    raw: { width: padded.info.width, height: padded.info.height, channels: 3 },
  })
    .extract({ left: Math.round(cx), top: Math.round(cy), width: 2 * reach, height: 2 * reach })
    .png()
    .toBuffer()
  const turned = await sharp(cut)
    .rotate((-tilt * 180) / Math.PI)
    .png()
    .toBuffer({ resolveWithObject: true })
  const left = Math.round((turned.info.width - side) / 2)
  const top = Math.round((turned.info.height - side) / 2)
  const view = await sharp(turned.data)
    .extract({ left, top, width: Math.round(side), height: Math.round(side) })
    .resize(VIEW_PX, VIEW_PX)
    .removeAlpha()
    .raw()
    .toBuffer()
  const embedder = await loadFaceEmbedder()
  const image = { data: new Uint8Array(view), width: VIEW_PX, height: VIEW_PX }
  return (await embedder.describe(image))?.embedding ?? null
}

/** Describes the largest face of a photo. Null where none is found. */
export async function describePhotoFace(photo: ImageTensor): Promise<FaceDescriptor | null> {
  const view = await sharp(toBytes(photo), { raw: { width: photo.width, height: photo.height, channels: 3 } })
    .resize(640, 640, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const embedder = await loadFaceEmbedder()
  const image = { data: new Uint8Array(view.data), width: view.info.width, height: view.info.height }
  return (await embedder.describe(image))?.embedding ?? null
}

/** Index of the photo whose face is most like the page's. */
export function nearestPhoto(page: FaceDescriptor, photos: readonly FaceDescriptor[]): number {
  const values = photos.map((photo) => likeness(page, photo))
  return values.indexOf(Math.max(...values))
}

function toBytes({ data }: ImageTensor): Buffer {
  return Buffer.from(Uint8ClampedArray.from(data, (value) => value * 255).buffer)
}
