import { loadFaceEmbedder } from '@foxetales/face-finder/face-likeness'
import { isComparableToPhoto } from '@foxetales/shared-schemas/comparable-face'
import type { BookPageUnit } from '@foxetales/shared-schemas/unit'
import sharp from 'sharp'
import { MAX_PHOTO_BYTES } from '../check-photo.ts'
import { download } from '../files/download.ts'
import { fromRaw, MAX_PIXELS, type RawImage, toRaw } from '../images/raw-image.ts'
import { readPhoto } from '../read-photo.ts'
import type { Workshop } from '../workshop.ts'
import { faceView } from './face-view.ts'
import type { KnownFace } from './likeness.ts'

const MAX_PAGE_BYTES = 12_000_000
/** The embedding's net looks at 224 px: a larger photo only takes longer. */
const PHOTO_PX = 480

/**
 * The face that a page of this unit is held against: that of the page the parent approved, where there is one, else the
 * photo's. Undefined where neither shows one (the photo's own check said otherwise, so it is no reason to fail a page), and
 * where there is only the photo and the page's face says something else.
 */
export async function findKnownFace(
  unit: BookPageUnit,
  { guardedFetch, faceMemory }: Pick<Workshop, 'guardedFetch' | 'faceMemory'>,
  signal: AbortSignal,
): Promise<KnownFace | undefined> {
  const { approvedPage } = unit
  if (!approvedPage && !(unit.face && isComparableToPhoto(unit.face))) return undefined
  const source = approvedPage?.page ?? unit.photo
  const describe = async () => {
    const maxBytes = approvedPage ? MAX_PAGE_BYTES : MAX_PHOTO_BYTES
    const bytes = await download(guardedFetch, source, { maxBytes, signal })
    const view = approvedPage
      ? await readPageFace(bytes, approvedPage.face, unit.artPx)
      : await readFace(bytes)
    const embedder = await loadFaceEmbedder()
    return (view && (await embedder.describe(view))?.embedding) ?? null
  }
  const embedding = await faceMemory.recall(source.sha256 ?? source.url, describe)
  return embedding === null ? undefined : { from: approvedPage ? 'page' : 'photo', embedding }
}

async function readPageFace(
  png: Buffer,
  face: NonNullable<BookPageUnit['approvedPage']>['face'],
  artPx: number,
): Promise<RawImage<3>> {
  return faceView(await toRaw(sharp(png, { limitInputPixels: MAX_PIXELS }), 3), face, artPx)
}

async function readFace(bytes: Buffer): Promise<RawImage<3> | undefined> {
  const photo = await readPhoto(bytes)
  if (photo === undefined) return undefined
  return toRaw(
    fromRaw(photo.image).resize(PHOTO_PX, PHOTO_PX, { fit: 'inside', withoutEnlargement: true }),
    3,
  )
}
