import { describe, test } from 'vitest'
import { axisWeights, canResample, type RgbPixels, resampleRgb } from '../src/resample.ts'

/** Strong edges and grain, so that every weight counts. */
function speckled(width: number, height: number): RgbPixels {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => ((i * 2_654_435_761) >>> 13) % 256)
  return { data, width, height, channels: 3 }
}

/** The same weights summed in floating point, without rounding in between. */
function exactly(image: RgbPixels, toWidth: number, toHeight: number): Float64Array {
  const across = axisWeights(image.width, toWidth)
  const down = axisWeights(image.height, toHeight)
  const sums = new Float64Array(toWidth * toHeight * 3)
  for (let i = 0; i < sums.length; i++) {
    const x = Math.floor(i / 3) % toWidth
    const y = Math.floor(i / 3 / toWidth)
    for (let j = 0; j < down.taps; j++) {
      for (let k = 0; k < across.taps; k++) {
        const pixel = ((down.first[y] ?? 0) + j) * image.width + (across.first[x] ?? 0) + k
        const weight = (down.weights[y * down.taps + j] ?? 0) * (across.weights[x * across.taps + k] ?? 0)
        sums[i] = (sums[i] ?? 0) + ((image.data[pixel * 3 + (i % 3)] ?? 0) * weight) / 2 ** 28
      }
    }
  }
  return sums.map((sum) => Math.min(255, Math.max(0, sum)))
}

describe('a picture at another size', () => {
  for (const [from, to] of [
    [96, 164],
    [96, 61],
    [101, 20],
  ] as const) {
    test(`has the exact sums of its weights, rounded once: ${from} to ${to} px`, ({ expect }) => {
      const image = speckled(from, from + 7)
      const resized = resampleRgb(image, to, to + 3)
      expect(resized).toMatchObject({ width: to, height: to + 3 })
      expect(resized.data.length).toBe(to * (to + 3) * 3)
      const sums = exactly(image, to, to + 3)
      const furthest = sums.reduce(
        (most, sum, i) => Math.max(most, Math.abs(sum - (resized.data[i] ?? 0))),
        0,
      )
      expect(furthest).toBeLessThan(0.53)
    })
  }

  test('stays flat where it is flat, up to its edges', ({ expect }) => {
    const data = new Uint8Array(50 * 50 * 3).fill(201)
    const resized = resampleRgb({ data, width: 50, height: 50, channels: 3 }, 131, 23)
    expect(resized.data.every((value) => value === 201)).toBe(true)
  })

  test('is left to sharp where the windows would not fit', ({ expect }) => {
    expect([
      canResample(1024, 2625),
      canResample(1536, 400),
      canResample(4, 8),
      canResample(1024, 100),
    ]).toEqual([true, true, false, false])
  })
})
