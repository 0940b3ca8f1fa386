import sharp from 'sharp'
import { test } from 'vitest'
import { findEllipse } from '../src/draft/find-ellipse.ts'
import { createMask } from '../src/tensor.ts'

async function ellipseMask(rx: number, ry: number, tilt: number) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="240"><rect width="300" height="240"/>
    <ellipse transform="translate(140 110) rotate(${tilt})" rx="${rx}" ry="${ry}" fill="#fff"/></svg>`
  const pixels = await sharp(Buffer.from(svg)).extractChannel(0).raw().toBuffer()
  return { width: 300, height: 240, data: Float32Array.from(pixels, (value) => value / 255) }
}

test.for([
  [41, 43, 0],
  [82, 86, 17],
  [41, 43, -62],
  [50, 70, 80],
] as const)('an ellipse of %i x %i leaning %i degrees is found again', async ([rx, ry, tilt], { expect }) => {
  const found = findEllipse(await ellipseMask(rx, ry, tilt))
  expect(found.cx).toBeCloseTo(139.5, 0)
  expect(found.cy).toBeCloseTo(109.5, 0)
  expect(found.rx).toBeCloseTo(rx, 0)
  expect(found.ry).toBeCloseTo(ry, 0)
  expect((found.tilt * 180) / Math.PI).toBeCloseTo(tilt, 0)
})

test('a circle stands upright', async ({ expect }) => {
  expect(findEllipse(await ellipseMask(60, 60, 45)).tilt).toBe(0)
})

test('an empty mask is refused', ({ expect }) => {
  expect(() => findEllipse(createMask(20, 20))).toThrow(RangeError)
})
