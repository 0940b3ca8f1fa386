import type { Face, FaceFinder, MeshPoint, RgbImage } from '@foxetales/face-finder/face-finder'
import { resample } from '@foxetales/face-finder/resample'
import { NoFaceError } from '../draft-port.ts'

/** A face cut out of its photo, with its 478 mesh points in the cut-out's pixels. */
export type PhotoFace = {
  readonly image: RgbImage
  readonly mesh: readonly MeshPoint[]
}

/** Landmarks come in whole pixels: at this width of the face box one pixel is 0.3 % of the face. */
const FACE_WIDTH_PX = 340
/** Side of the cut-out, in widths of the face box. */
const CUT_OUT_SIZE = 1.9

/**
 * The largest face of a photo, searched once more on an enlarged cut-out so that its landmarks are exact.
 *
 * @throws NoFaceError where the photo has no face
 */
export async function findPhotoFace(finder: FaceFinder, photo: RgbImage): Promise<PhotoFace> {
  const [face] = await finder.find(photo)
  if (face === undefined) throw new NoFaceError('the photo shows no face to paint')
  const side = CUT_OUT_SIZE * Math.max(face.box.width, face.box.height)
  const cutOut = {
    x: face.box.x + (face.box.width - side) / 2,
    y: face.box.y + (face.box.height - side) / 2,
    width: side,
    height: side,
  }
  const px = Math.round(CUT_OUT_SIZE * FACE_WIDTH_PX)
  const image = resample(photo, cutOut, px, px)
  const again = nearestToMiddle(await finder.find(image), px)
  if (again !== undefined) return { image, mesh: again.mesh }
  const scale = px / side
  const mesh = face.mesh.map(
    ([x, y, z]): MeshPoint => [(x - cutOut.x) * scale, (y - cutOut.y) * scale, z * scale],
  )
  return { image, mesh }
}

function nearestToMiddle(faces: readonly Face[], px: number): Face | undefined {
  const offset = ({ box }: Face) =>
    Math.hypot(box.x + box.width / 2 - px / 2, box.y + box.height / 2 - px / 2)
  const [nearest] = faces.toSorted((a, b) => offset(a) - offset(b))
  return nearest !== undefined && offset(nearest) < px / 5 ? nearest : undefined
}
