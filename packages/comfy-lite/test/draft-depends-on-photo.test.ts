import { beforeAll, describe, test } from 'vitest'
import { createPaintDraft } from '../src/draft/paint-draft.ts'
import type { ImageTensor } from '../src/tensor.ts'
import { type BlankPage, blankPage, facePhoto, GROUP_PHOTO_FACES, withFringe } from './draft-pages.ts'
import { describePageFace, describePhotoFace, type FaceDescriptor, nearestPhoto } from './face-descriptor.ts'

/** Share of pages whose face must be most like its own photo of four; by chance it would be a quarter. */
const BAR = 0.75

const looks = [
  { skin: '#f3cba6', hair: '#5a3d2c', radius: 110, tilt: 0 },
  { skin: '#e0ac80', hair: '#2c201c', radius: 75, tilt: 12 },
  { skin: '#966242', hair: '#1f1715', radius: 60, tilt: -14 },
  { skin: '#5f3d2b', hair: '#1f1715', radius: 90, tilt: 6 },
  { skin: '#f3cba6', hair: '#c98450', radius: 45, tilt: -6 },
]

const paint = createPaintDraft()
let pages: BlankPage[]
let photos: ImageTensor[]
let photoFaces: FaceDescriptor[]
/** drafts[photo][page]: the face that a reader sees. */
let drafts: (FaceDescriptor | null)[][]

beforeAll(async () => {
  pages = await Promise.all(looks.map(blankPage))
  photos = await Promise.all(GROUP_PHOTO_FACES.slice(0, 4).map(facePhoto))
  photoFaces = await Promise.all(photos.map(described))
  drafts = await Promise.all(
    photos.map((photo) => Promise.all(pages.map((page) => paintAndDescribe(photo, page)))),
  )
}, 60_000)

async function described(photo: ImageTensor): Promise<FaceDescriptor> {
  const descriptor = await describePhotoFace(photo)
  if (descriptor === null) throw new Error('every test photo has a face')
  return descriptor
}

async function paintAndDescribe(photo: ImageTensor, page: BlankPage): Promise<FaceDescriptor | null> {
  const { signal } = new AbortController()
  const { init, faceMask } = page
  const request = { init, noiseMask: null, photo, faceMask, seed: 7, denoise: 0.55, signal }
  const draft = await paint(request)
  return describePageFace(await withFringe(draft, page.fringe), faceMask)
}

/** Share of pages nearest to the photo that `ownerOf` names; a page on which no face is found counts as wrong. */
function shareNearest(ownerOf: (photo: number) => number): number {
  const verdicts = drafts.flatMap((row, photo) =>
    row.map((face) => face !== null && nearestPhoto(face, photoFaces) === ownerOf(photo)),
  )
  return verdicts.filter(Boolean).length / verdicts.length
}

describe('a draft shows the child of its photo', () => {
  test('a face is found on every page', ({ expect }) => {
    expect(drafts.flat().filter((face) => face === null)).toEqual([])
  })

  test('most pages are nearest to their own photo of four', ({ expect }) => {
    expect(shareNearest((photo) => photo)).toBeGreaterThanOrEqual(BAR)
  })

  test('the same measure fails when photos are exchanged', ({ expect }) => {
    expect(shareNearest((photo) => [1, 0, 3, 2][photo] ?? 0)).toBeLessThan(0.25)
    // Only two of the four exchanged: what is left of the share cannot reach the bar.
    expect(shareNearest((photo) => [1, 0, 2, 3][photo] ?? 0)).toBeLessThan(BAR)
  })

  test('a blank page shows nobody: the face comes from the draft alone', async ({ expect }) => {
    for (const page of pages) {
      expect(
        await describePageFace(await withFringe(page.init, page.fringe), page.faceMask),
        page.name,
      ).toBeNull()
    }
  })
})
