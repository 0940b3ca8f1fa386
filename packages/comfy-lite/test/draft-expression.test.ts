import { describe, test } from 'vitest'
import { lookOf } from '../src/draft/expression.ts'
import { createPaintDraft } from '../src/draft/paint-draft.ts'
import type { ImageTensor } from '../src/tensor.ts'
import { blankPage, facePhoto, GROUP_PHOTO_FACES } from './draft-pages.ts'

const page = await blankPage({ skin: '#8a5a3e', hair: '#1f1715', radius: 110, tilt: 0 })
/** A woman who laughs. */
const photo = await facePhoto(GROUP_PHOTO_FACES[2])
const paint = createPaintDraft()

function draw(prompt: string): Promise<ImageTensor> {
  const { init, faceMask } = page
  const { signal } = new AbortController()
  return paint({ init, noiseMask: null, photo, faceMask, prompt, seed: 3, denoise: 0.55, signal })
}

type Pixel = { readonly x: number; readonly y: number; readonly least: number; readonly most: number }

function facePixels(draft: ImageTensor): Pixel[] {
  const pixels: Pixel[] = []
  page.faceMask.data.forEach((covered, i) => {
    if (covered !== 1) return
    const channels = draft.data.slice(i * 3, i * 3 + 3)
    pixels.push({
      x: i % draft.width,
      y: Math.floor(i / draft.width),
      least: Math.min(...channels),
      most: Math.max(...channels),
    })
  })
  return pixels
}

/** How many pixels of the face are as light as eyes and teeth, on skin that is not. */
const lightPixels = (draft: ImageTensor) => facePixels(draft).filter(({ least }) => least > 0.7).length

/** The middle of what is as dark as pupils, within the upper half of the face. */
function pupilsMiddle(draft: ImageTensor): { x: number; y: number } {
  const dark = facePixels(draft).filter(({ y, most }) => y < 195 && most < 0.2)
  const mean = (axis: 'x' | 'y') => dark.reduce((sum, pixel) => sum + pixel[axis], 0) / dark.length
  return { x: mean('x'), y: mean('y') }
}

describe('a prompt', () => {
  test.for([
    ['a child sleeps in bed, a fox is curled up on the quilt', 'asleep'],
    ['close-up of a sad child in falling snow', 'sad'],
    ['a happy fox jumps along. The child looks worried, with pressed lips.', 'worried'],
    ['a child walks along a path through a spring meadow', undefined],
  ] as const)('tells how the child feels, at last: %s', ([prompt, expression], { expect }) => {
    expect(lookOf(prompt).expression).toBe(expression)
  })

  test('tells where the eyes look', ({ expect }) => {
    expect(lookOf('The child’s eyes look up to the left.').gaze).toEqual({ right: -1, down: -1 })
    expect(lookOf('The child’s eyes look down.').gaze).toEqual({ right: 0, down: 1 })
    expect(lookOf('A child looks for a light on the left.').gaze).toBeUndefined()
  })
})

describe('the face on a page', () => {
  test('shuts its mouth where it is sad, and its eyes where it sleeps or hugs', { timeout: 60_000 }, async ({
    expect,
  }) => {
    const laughing = lightPixels(await draw('the child is laughing'))
    const sad = lightPixels(await draw('the child is sad'))
    expect(laughing).toBeGreaterThan(400)
    expect(sad).toBeLessThan(laughing * 0.8)
    for (const prompt of ['the child is asleep', 'the child looks tender'])
      expect(lightPixels(await draw(prompt)), prompt).toBeLessThan(laughing * 0.05)
  })

  test('shows every expression in a way of its own', { timeout: 60_000 }, async ({ expect }) => {
    const names = 'calm happy laughing surprised curious determined worried sad tender asleep'.split(' ')
    const drafts = await Promise.all(names.map((name) => draw(`the child looks ${name}`)))
    drafts.forEach((one, i) => {
      drafts.slice(i + 1).forEach((other, k) => {
        let changed = 0
        one.data.forEach((value, at) => {
          if (Math.abs(value - (other.data[at] ?? 0)) > 0.15) changed++
        })
        expect(changed, `${names[i]} and ${names[i + 1 + k]}`).toBeGreaterThan(250)
      })
    })
  })

  test('looks where the prompt says', async ({ expect }) => {
    const [left, right, up, down] = await Promise.all(
      ['to the left', 'to the right', 'up', 'down'].map((where) => draw(`The child’s eyes look ${where}.`)),
    )
    if (!left || !right || !up || !down) throw new Error('four drafts were painted')
    expect(pupilsMiddle(right).x - pupilsMiddle(left).x).toBeGreaterThan(2)
    expect(pupilsMiddle(down).y - pupilsMiddle(up).y).toBeGreaterThan(1)
  })
})
