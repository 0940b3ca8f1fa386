import type { Face, FaceFinder, MeshPoint, RgbImage } from '@foxetales/face-finder/face-finder'
import { resample } from '@foxetales/face-finder/resample'
import { NoFaceError } from '../draft-port.ts'
import { EYES } from './landmark-groups.ts'
import { turnImage } from './turn-image.ts'

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
  const best = await findUpright(finder, image)
  if (best !== undefined) return best
  const scale = px / side
  const mesh = face.mesh.map(
    ([x, y, z]): MeshPoint => [(x - cutOut.x) * scale, (y - cutOut.y) * scale, z * scale],
  )
  return { image, mesh }
}

/** Turns that are tried, in radians: on a head that leans the mesh sits badly, and says so by a low score. */
const LEANS = [0, -0.4, 0.4, -0.8, 0.8]
/** A face that scores this and leans less than LEVEL_ENOUGH needs no other try. */
const SURE_SCORE = 0.8
const LEVEL_ENOUGH = 0.06

/** The cut-out turned so that the face stands upright in it, and the mesh found there. */
async function findUpright(finder: FaceFinder, image: RgbImage): Promise<PhotoFace | undefined> {
  let best:
    | { readonly found: PhotoFace; readonly roll: number; readonly sureness: number; readonly turn: number }
    | undefined
  const look = async (turn: number) => {
    const turned = turnImage(image, turn)
    const face = nearestToMiddle(await finder.find(turned), image.width)
    if (face === undefined) return
    const sureness = face.score * Math.cos(face.roll)
    if (sureness > (best?.sureness ?? 0))
      best = { found: { image: turned, mesh: face.mesh }, roll: eyesLean(face.mesh), sureness, turn }
  }
  for (const lean of LEANS) {
    await look(lean)
    if (best !== undefined && best.sureness >= SURE_SCORE && Math.abs(best.roll) < Math.abs(LEANS[1] ?? 0))
      break
  }
  if (best !== undefined && Math.abs(best.roll) > LEVEL_ENOUGH) await look(best.turn + best.roll)
  return best?.found
}

/** By how much the line between the eyes leans, in radians clockwise. */
function eyesLean(mesh: readonly MeshPoint[]): number {
  const [left, right] = EYES.map((eye) => {
    const corners = [eye.upperLid[0] ?? 0, eye.upperLid.at(-1) ?? 0].map((i) => mesh[i] ?? [0, 0, 0])
    return [0, 1].map((axis) => corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / 2)
  })
  return Math.atan2((right?.[1] ?? 0) - (left?.[1] ?? 0), (right?.[0] ?? 1) - (left?.[0] ?? 0))
}

function nearestToMiddle(faces: readonly Face[], px: number): Face | undefined {
  const offset = ({ box }: Face) =>
    Math.hypot(box.x + box.width / 2 - px / 2, box.y + box.height / 2 - px / 2)
  const [nearest] = faces.toSorted((a, b) => offset(a) - offset(b))
  return nearest !== undefined && offset(nearest) < px / 5 ? nearest : undefined
}
