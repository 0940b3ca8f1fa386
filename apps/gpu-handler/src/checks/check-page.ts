import { loadFaceEmbedder } from '@foxetales/face-finder/face-likeness'
import type { FaceRegion } from '@foxetales/shared-schemas/book'
import { isComparable } from '@foxetales/shared-schemas/comparable-face'
import type { RawImage } from '../images/raw-image.ts'
import type { Scene } from '../images/scene.ts'
import { checkFacePlace } from './face-place.ts'
import { faceView } from './face-view.ts'
import { checkHalo } from './halo.ts'
import { checkLikeness, type KnownFace } from './likeness.ts'
import { type CheckFigure, type PageVerdict, pageVerdict } from './page-verdict.ts'
import { checkSafety } from './safety.ts'
import { checkSharpness } from './sharpness.ts'
import { checkTone } from './tone.ts'

export type PageToCheck = {
  /** The finished page. */
  readonly page: RawImage<3>
  /** The painted person after its skin was toned. */
  readonly person: RawImage<3>
  readonly scene: Scene
  /** Where the book has the face, in pixels of art of `artPx`; null on pages that show none. */
  readonly face: FaceRegion | null
  readonly artPx: number
  /** Monk tone, 1 to 10. */
  readonly tone: number
  /** A stand-in painted it. */
  readonly draft: boolean
  /** Asked for only where the page's face can be compared. */
  readonly knownFace: () => Promise<KnownFace | undefined>
}

/** Looks at a page before anyone sees it. */
export async function checkPage(input: PageToCheck): Promise<PageVerdict> {
  const { person, scene, tone } = input
  const faces = input.face === null ? [] : await checkFace(input, input.face)
  return pageVerdict([
    ...faces,
    checkTone(person, scene, tone),
    await checkHalo(person, scene, tone),
    await checkSharpness(person, scene, input.face, input.artPx),
    await checkSafety(input.page),
  ])
}

async function checkFace(
  { page, artPx, draft, knownFace }: PageToCheck,
  face: FaceRegion,
): Promise<CheckFigure[]> {
  const embedder = await loadFaceEmbedder()
  const view = await faceView(page, face, artPx)
  const found = await embedder.describe(view)
  const place = checkFacePlace(view, found?.face ?? null)
  // A face in the wrong place is somebody else's, or none.
  if (found === null || place.shortfall > 0 || !isComparable(face)) return [place]
  const known = await knownFace()
  return known ? [place, checkLikeness(found.embedding, known, draft)] : [place]
}
