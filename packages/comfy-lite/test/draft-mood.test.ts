import { describe, test } from 'vitest'
import { moodOf } from '../src/draft/mood.ts'
import { createPaintDraft } from '../src/draft/paint-draft.ts'
import { blankPage, facePhoto, GROUP_PHOTO_FACES } from './draft-pages.ts'

const page = await blankPage({ skin: '#8a5a3e', hair: '#1f1715', radius: 110, tilt: 0 })
const photo = await facePhoto(GROUP_PHOTO_FACES[2])
const paint = createPaintDraft()

/** How many pixels of the face are as light as eyes and teeth, on skin that is not. */
async function lightPixels(prompt: string): Promise<number> {
  const { init, faceMask } = page
  const { signal } = new AbortController()
  const draft = await paint({
    init,
    noiseMask: null,
    photo,
    faceMask,
    prompt,
    seed: 3,
    denoise: 0.55,
    signal,
  })
  let light = 0
  faceMask.data.forEach((covered, i) => {
    if (covered === 1 && Math.min(...draft.data.slice(i * 3, i * 3 + 3)) > 0.7) light++
  })
  return light
}

describe('the mood of a page', () => {
  test.for([
    ['a child sleeps in bed, a fox is curled up on the quilt', 'asleep'],
    ['close-up of a sad child in falling snow', 'sad'],
    ['a child walks along a path through a spring meadow', undefined],
  ] as const)('is read off its prompt: %s', ([prompt, mood], { expect }) => {
    expect(moodOf(prompt)).toBe(mood)
  })

  test('closes the mouth of a child who laughs in the photo and is sad in the story, and the eyes of one who sleeps', async ({
    expect,
  }) => {
    const awake = await lightPixels('a child in a meadow')
    const sad = await lightPixels('a sad child in the snow')
    const asleep = await lightPixels('a child sleeps in bed')
    expect(awake).toBeGreaterThan(400)
    expect(sad).toBeLessThan(awake * 0.8)
    expect(asleep).toBeLessThan(awake * 0.05)
  })
})
