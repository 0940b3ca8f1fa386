import { beforeAll, describe, test } from 'vitest'
import { createPaintDraft } from '../src/draft/paint-draft.ts'
import { bookPages } from './book-pages.ts'
import { type BlankPage, facePhoto, GROUP_PHOTO_FACES, withFringe } from './draft-pages.ts'
import { describePageFace, describePhotoFace, type FaceDescriptor, nearestPhoto } from './face-descriptor.ts'

/** Share of face pages whose face must be most like its own photo of four; by chance it would be a quarter. */
const bar = 0.75
/** Every fifth page in a test run; STEP=1 measures the whole book. */
const step = Number(process.env['STEP'] ?? 5)

let pages: BlankPage[]
let photoFaces: FaceDescriptor[]
/** drafts[photo][page]: the face a reader sees in the book, fringe and hood included. */
let drafts: (FaceDescriptor | null)[][]

beforeAll(async () => {
  pages = await bookPages(step)
  const photos = await Promise.all(GROUP_PHOTO_FACES.slice(0, 4).map(facePhoto))
  const described = await Promise.all(photos.map(describePhotoFace))
  photoFaces = described.filter((face) => face !== null)
  const paint = createPaintDraft()
  const { signal } = new AbortController()
  drafts = []
  for (const photo of photos) {
    const row: (FaceDescriptor | null)[] = []
    for (const { init, faceMask, fringe, prompt = '' } of pages) {
      const request = { init, noiseMask: null, photo, faceMask, prompt, seed: 7, denoise: 0.55, signal }
      const draft = await paint(request)
      row.push(await describePageFace(await withFringe(draft, fringe), faceMask))
    }
    drafts.push(row)
  }
}, 300_000)

/** Share of pages nearest to the photo that `ownerOf` names; a page on which no face is found counts as wrong. */
function shareNearest(ownerOf: (photo: number) => number): number {
  const verdicts = drafts.flatMap((row, photo) =>
    row.map((face) => face !== null && nearestPhoto(face, photoFaces) === ownerOf(photo)),
  )
  return verdicts.filter(Boolean).length / verdicts.length
}

describe('the pages of the book', () => {
  test('show the child of the photo: nearest to its own of four on three pages of four', ({ expect }) => {
    expect(photoFaces).toHaveLength(4)
    const share = shareNearest((photo) => photo)
    console.log(
      `${(share * 100).toFixed(0)} % of ${drafts.flat().length} face pages are nearest to their own photo of four`,
    )
    expect(share).toBeGreaterThanOrEqual(bar)
  })

  test('and the measure fails when two photos are exchanged', ({ expect }) => {
    const exchanged = [1, 0, 2, 3]
    expect(shareNearest((photo) => exchanged[photo] ?? photo)).toBeLessThan(bar)
  })

  test('show a face where the template says it is', ({ expect }) => {
    const found = drafts.flat().filter((face) => face !== null).length
    expect(found / drafts.flat().length).toBeGreaterThanOrEqual(0.95)
  })
})
