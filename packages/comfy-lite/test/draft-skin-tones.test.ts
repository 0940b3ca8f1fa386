import { toLab } from '@foxetales/face-finder/lab-colour'
import { beforeAll, describe, test } from 'vitest'
import { createPaintDraft } from '../src/draft/paint-draft.ts'
import type { ImageTensor } from '../src/tensor.ts'
import { bookPages } from './book-pages.ts'
import { colourDifference } from './colour-difference.ts'
import { type BlankPage, blankPage, facePhoto, GROUP_PHOTO_FACES } from './draft-pages.ts'

type Lab = readonly [number, number, number]

/** Painted skin of Monk tones 1, 8, 9 and 10, as the handler recolours a page. */
const tones = ['#f8dcc8', '#754c3a', '#5c3d30', '#4a332b']
/** Every fifth page in a test run; STEP=1 measures the whole book. */
const step = Number(process.env['STEP'] ?? 5)
/** Sharma, Wu and Dalal's test data, rows 1, 7, 17 and 30 of table 1. */
const published: readonly (readonly [Lab, Lab, number])[] = [
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
]

const paint = createPaintDraft()
const photo = await facePhoto(GROUP_PHOTO_FACES[0])

function paintFace(page: BlankPage): Promise<ImageTensor> {
  const { init, faceMask, prompt = '' } = page
  const { signal } = new AbortController()
  return paint({ init, noiseMask: null, photo, faceMask, prompt, seed: 3, denoise: 0.55, signal })
}

function labAt(page: ImageTensor, i: number): Lab {
  const channel = (offset: number) => 255 * (page.data[i * 3 + offset] ?? 0)
  return toLab([channel(0), channel(1), channel(2)])
}

function median(colours: readonly Lab[]): Lab {
  const middle = (axis: 0 | 1 | 2) =>
    colours.map((colour) => colour[axis]).sort((a, b) => a - b)[Math.floor(colours.length / 2)] ?? 0
  return [middle(0), middle(1), middle(2)]
}

describe('a drawn face', () => {
  test.for(tones)('has lines and lights that stand out on skin %s', async (skin, { expect }) => {
    const page = await blankPage({ skin, hair: '#1f1715', radius: 110, tilt: 0 })
    const draft = await paintFace(page)
    const lightness: number[] = []
    page.faceMask.data.forEach((covered, i) => {
      if (covered === 1) lightness.push(labAt(draft, i)[0])
    })
    lightness.sort((a, b) => a - b)
    const at = (share: number) => lightness[Math.floor(share * (lightness.length - 1))] ?? 0
    // Lashes, brows and the line of the mouth are over a fiftieth of a face, the whites of the eyes a few thousandths.
    expect(at(0.5) - at(0.02)).toBeGreaterThan(7)
    if (skin !== tones[0]) expect(at(0.997) - at(0.5)).toBeGreaterThan(25)
  })
})

describe('face and body', () => {
  let pages: BlankPage[]
  beforeAll(async () => {
    pages = await bookPages(step)
  }, 60_000)

  test('the measure of their difference agrees with its published figures', ({ expect }) => {
    for (const [one, other, difference] of published)
      expect(colourDifference(one, other)).toBeCloseTo(difference, 3)
  })

  test('have one skin: on every face page they differ by less than is seen', { timeout: 120_000 }, async ({
    expect,
  }) => {
    const differences: number[] = []
    for (const page of pages) {
      const draft = await paintFace(page)
      const face: Lab[] = []
      const body: Lab[] = []
      page.faceMask.data.forEach((covered, i) => {
        // The blank face is the body's skin in this page's light: what the paint changes is measured against it.
        if (covered !== 1) return
        face.push(labAt(draft, i))
        body.push(labAt(page.init, i))
      })
      differences.push(colourDifference(median(face), median(body)))
    }
    console.log(
      `face and body differ by ΔE00 ${Math.max(...differences).toFixed(1)} at most on ${differences.length} pages`,
    )
    expect(Math.max(...differences)).toBeLessThanOrEqual(6)
  })
})
