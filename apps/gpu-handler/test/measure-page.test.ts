import { describe, test } from 'vitest'
import { measurePage } from '../src/images/measure-page.ts'
import type { RawImage } from '../src/images/raw-image.ts'

/** 100 px square: the upper half of one colour, the lower of another. */
function halves(upper: readonly number[], lower: readonly number[]): RawImage<3> {
  const pixels = Array.from({ length: 100 * 100 }, (_, at) => (at < 5000 ? upper : lower))
  return { data: Uint8Array.from(pixels.flat()), width: 100, height: 100, channels: 3 }
}

const black = [0, 0, 0]
const white = [255, 255, 255]
const page = { x: 0, y: 0, width: 1, height: 1 }

describe('what is measured on a page', () => {
  test('is the light under the words alone', ({ expect }) => {
    const picture = halves(white, black)
    const upper = measurePage(picture, { ...page, height: 0.5 }).text
    const lower = measurePage(picture, { ...page, y: 0.5, height: 0.5 }).text
    expect(upper?.mean).toBeCloseTo(1, 2)
    expect(upper?.dark).toBeCloseTo(1, 2)
    expect(lower?.light).toBeCloseTo(0, 2)
    expect(measurePage(picture, undefined).text).toBeUndefined()
  })

  test('tells the darkest and the lightest tenth of a lively ground', ({ expect }) => {
    const { text } = measurePage(halves(white, black), page)
    expect(text?.mean).toBeCloseTo(0.5, 2)
    expect(text?.dark).toBeCloseTo(0, 2)
    expect(text?.light).toBeCloseTo(1, 2)
  })

  test('counts vivid colours, and takes neither black nor a pale one for such', ({ expect }) => {
    expect(measurePage(halves([255, 10, 0], white), undefined).vivid).toBeCloseTo(0.5, 1)
    expect(measurePage(halves([30, 0, 0], [255, 200, 190]), undefined).vivid).toBe(0)
  })
})
