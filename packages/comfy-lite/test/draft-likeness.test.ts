import { likeness } from '@foxetales/face-finder/face-likeness'
import { describe, test } from 'vitest'
import { createPaintDraft } from '../src/draft/paint-draft.ts'
import { blankPage, facePhoto, GROUP_PHOTO_FACES, withFringe } from './draft-pages.ts'
import { describePageFace, describePhotoFace } from './face-descriptor.ts'

const page = await blankPage({ skin: '#e0ac80', hair: '#5a3d2c', radius: 110, tilt: 0 })
const photos = await Promise.all(GROUP_PHOTO_FACES.slice(0, 3).map(facePhoto))
const paint = createPaintDraft()

/** Mean cosine between the drawn faces and their own photos; a drawing in which no face is found counts as 0. */
async function meanLikeness(weight: number): Promise<number> {
  let sum = 0
  for (const photo of photos) {
    const { init, faceMask } = page
    const { signal } = new AbortController()
    const draft = await paint({
      init,
      noiseMask: null,
      photo,
      faceMask,
      weight,
      seed: 3,
      denoise: 0.55,
      signal,
    })
    const drawn = await describePageFace(await withFringe(draft, page.fringe), faceMask)
    const own = await describePhotoFace(photo)
    if (drawn !== null && own !== null) sum += likeness(drawn, own)
  }
  return sum / photos.length
}

describe('PuLID’s weight', () => {
  test('brings the drawn faces nearer to their photos', { timeout: 120_000 }, async ({ expect }) => {
    const [none, usual, full] = [await meanLikeness(0), await meanLikeness(0.9), await meanLikeness(1.5)]
    console.log(`weight 0, 0.9, 1.5: mean cosine ${none.toFixed(3)}, ${usual.toFixed(3)}, ${full.toFixed(3)}`)
    expect(usual).toBeGreaterThan(none + 0.02)
    expect(full).toBeGreaterThan(usual)
  })
})
