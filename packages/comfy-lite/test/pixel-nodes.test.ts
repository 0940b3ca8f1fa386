import { describe, test } from 'vitest'
import { fromBytes, toBytes } from '../src/pixels/byte-image.ts'
import { compositeImage, compositeMask } from '../src/pixels/composite.ts'
import { featherMask } from '../src/pixels/feather-mask.ts'
import { blurImage, blurWeights } from '../src/pixels/gaussian-blur.ts'
import { growForInpaint } from '../src/pixels/inpaint-mask.ts'
import { growMask } from '../src/pixels/morphology.ts'
import { resample } from '../src/pixels/resample.ts'
import { scaleImage } from '../src/pixels/scale-image.ts'
import { createImage, createMask, type MaskTensor } from '../src/tensor.ts'

/** A mask from rows of digits: `.` is 0, `#` is 1. */
function maskOf(...rows: string[]): MaskTensor {
  const data = Float32Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0))
  return { width: rows[0]?.length ?? 0, height: rows.length, data }
}

function rowsOf(mask: MaskTensor): string[] {
  return Array.from({ length: mask.height }, (_, y) => {
    const row = mask.data.subarray(y * mask.width, (y + 1) * mask.width)
    return Array.from(row, (value) => (value > 0.5 ? '#' : '.')).join('')
  })
}

const point = maskOf('.....', '.....', '..#..', '.....', '.....')

describe('GrowMask', () => {
  test('grows a point into a diamond when corners taper', ({ expect }) => {
    expect(rowsOf(growMask(point, 2, true))).toEqual(['..#..', '.###.', '#####', '.###.', '..#..'])
  })

  test('grows a point into a square when they do not', ({ expect }) => {
    expect(rowsOf(growMask(point, 1, false))).toEqual(['.....', '.###.', '.###.', '.###.', '.....'])
  })

  test('shrinks by a negative amount, but not from the border of the image', ({ expect }) => {
    const mask = maskOf('###..', '###..', '###..', '.....', '.....')
    expect(rowsOf(growMask(mask, -1, true))).toEqual(['##...', '##...', '.....', '.....', '.....'])
  })

  test('leaves its input alone', ({ expect }) => {
    const before = Float32Array.from(point.data)
    growMask(point, 2, true)
    expect(point.data).toEqual(before)
  })
})

describe('FeatherMask', () => {
  const edges = { left: 8, top: 8, right: 8, bottom: 8 }

  test('does not soften the contour of a person in the middle of the page', ({ expect }) => {
    const person = createMask(64, 64)
    for (let y = 20; y < 44; y++) person.data.fill(1, y * 64 + 20, y * 64 + 44)
    expect(featherMask(person, edges).data).toEqual(person.data)
  })

  test('fades a linear ramp in from each border of the image', ({ expect }) => {
    const faded = featherMask(createMask(64, 64, 1), { ...edges, top: 0, bottom: 0 })
    const row = faded.data.subarray(32 * 64, 33 * 64)
    expect(row[0]).toBeCloseTo(1 / 8, 6)
    expect(row[3]).toBeCloseTo(4 / 8, 6)
    expect(row[8]).toBe(1)
    expect(row[63]).toBeCloseTo(1 / 8, 6)
  })

  test('multiplies two ramps in a corner', ({ expect }) => {
    expect(featherMask(createMask(64, 64, 1), edges).data[0]).toBeCloseTo(1 / 64, 6)
  })
})

describe('ImageBlur', () => {
  test('takes sigma as a fraction of the radius', ({ expect }) => {
    const weights = blurWeights(12, 0.5)
    const centre = weights[12] ?? 0
    // A Gaussian falls to exp(-1/2) at one standard deviation: 0.5 * 12 = 6 px.
    expect((weights[18] ?? 0) / centre).toBeCloseTo(Math.exp(-0.5), 10)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10)
  })

  test('with a sigma of 6 is a flat box, which is seldom what was meant', ({ expect }) => {
    const weights = blurWeights(12, 6)
    expect((weights[0] ?? 0) / (weights[12] ?? 1)).toBeGreaterThan(0.98)
  })

  test('keeps what is cut by the border opaque', ({ expect }) => {
    const image = createImage(40, 40)
    for (let y = 0; y < 40; y++) image.data.fill(1, y * 120, y * 120 + 60)
    const blurred = blurImage(image, 6, 0.5)
    expect(blurred.data[0]).toBeCloseTo(1, 6)
    expect(blurred.data[20 * 120 + 19 * 3]).toBeGreaterThan(0.5)
    expect(blurred.data[20 * 120 + 20 * 3]).toBeLessThan(0.5)
  })

  test('blurs each channel by itself', ({ expect }) => {
    const image = createImage(9, 9)
    image.data[(4 * 9 + 4) * 3 + 1] = 1
    const blurred = blurImage(image, 2, 1)
    const neighbour = (4 * 9 + 5) * 3
    expect(blurred.data[neighbour + 1]).toBeGreaterThan(0)
    expect(blurred.data[neighbour]).toBe(0)
  })

  test('refuses a radius that reaches across the image, as torch does', ({ expect }) => {
    expect(() => blurImage(createImage(8, 8), 8, 1)).toThrow('Padding size')
  })
})

describe('bytes and floats', () => {
  test('every byte survives loading and saving', ({ expect }) => {
    const bytes = Uint8Array.from({ length: 256 * 3 }, (_, i) => Math.floor(i / 3))
    expect(toBytes(fromBytes(bytes, 256, 1))).toEqual(bytes)
  })

  test('saving cuts off and clips', ({ expect }) => {
    const image = { width: 1, height: 1, data: Float32Array.of(-0.2, 0.999, 1.5) }
    expect([...toBytes(image)]).toEqual([0, 254, 255])
  })
})

describe('ImageCompositeMasked', () => {
  test('blends by the mask and keeps the rest of the destination', ({ expect }) => {
    const half = createMask(2, 2, 0.25)
    const result = compositeImage(createImage(4, 4), createImage(2, 2, 1), 1, 1, false, half)
    const redAt = (x: number, y: number) => result.data[(y * 4 + x) * 3]
    expect([redAt(0, 0), redAt(1, 1), redAt(2, 2), redAt(3, 3)]).toEqual([0, 0.25, 0.25, 0])
  })

  test('lets a source hang over the border', ({ expect }) => {
    const result = compositeImage(createImage(4, 4), createImage(4, 4, 1), 3, 3, false, undefined)
    expect(result.data.reduce((sum, value) => sum + value, 0)).toBe(3)
  })

  test('stretches the source over the destination only when told to', ({ expect }) => {
    const stretched = compositeImage(createImage(4, 4), createImage(2, 2, 1), 0, 0, true, undefined)
    expect(stretched.data.every((value) => value === 1)).toBe(true)
  })
})

describe('MaskComposite', () => {
  const left = maskOf('##..')
  const right = maskOf('.##.')
  test.for([
    ['and', '.#..'],
    ['or', '###.'],
    ['xor', '#.#.'],
    ['subtract', '#...'],
    ['add', '###.'],
    ['multiply', '.#..'],
  ] as const)('%s', ([operation, expected], { expect }) => {
    expect(rowsOf(compositeMask(left, right, 0, 0, operation))).toEqual([expected])
  })
})

describe('ImageScale', () => {
  const ramp = {
    width: 4,
    height: 1,
    data: Float32Array.of(0, 0, 0, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 1, 1, 1),
  }
  const redsOf = (data: Float32Array) => Array.from(data).filter((_, i) => i % 3 === 0)

  test('area halves by averaging', ({ expect }) => {
    expect(redsOf(scaleImage(ramp, 2, 1, 'area', false).data)).toEqual([0.125, 0.75])
  })

  test('nearest-exact takes the pixel under each centre', ({ expect }) => {
    expect(redsOf(scaleImage(ramp, 2, 1, 'nearest-exact', false).data)).toEqual([0.25, 1])
  })

  test('bilinear places pixel centres at half, without antialiasing', ({ expect }) => {
    const { data } = resample(
      { width: 2, height: 1, channels: 1, data: Float32Array.of(0, 1) },
      4,
      1,
      'bilinear',
    )
    expect([...data]).toEqual([0, 0.25, 0.75, 1])
  })

  test('bicubic overshoots beside an edge', ({ expect }) => {
    const step = { width: 6, height: 1, channels: 1, data: Float32Array.of(0, 0, 0, 1, 1, 1) }
    expect(Math.max(...resample(step, 12, 1, 'bicubic').data)).toBeGreaterThan(1)
  })

  test('lanczos keeps a flat colour and goes through bytes', ({ expect }) => {
    const { data } = scaleImage(createImage(5, 5, 100 / 255), 13, 3, 'lanczos', false)
    expect(new Set(data)).toEqual(new Set([Math.fround(100 / 255)]))
  })

  test('a side of 0 keeps the proportions', ({ expect }) => {
    const { width, height } = scaleImage(createImage(30, 20), 15, 0, 'bilinear', false)
    expect([width, height]).toEqual([15, 10])
  })

  test('crops the middle to the new proportions when told to', ({ expect }) => {
    const wide = createImage(8, 4)
    for (let y = 0; y < 4; y++) wide.data.fill(1, (y * 8 + 2) * 3, (y * 8 + 6) * 3)
    const square = scaleImage(wide, 2, 2, 'area', true)
    expect([...square.data].every((value) => value === 1)).toBe(true)
  })
})

test('VAEEncodeForInpaint grows its mask by a window, one pixel further right and down when it is even', ({
  expect,
}) => {
  expect(rowsOf(growForInpaint(point, 3))).toEqual(['.....', '.###.', '.###.', '.###.', '.....'])
  expect(rowsOf(growForInpaint(point, 2))).toEqual(['.....', '.....', '..##.', '..##.', '.....'])
})
