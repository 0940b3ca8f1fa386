import fc from 'fast-check'
import { describe, test } from 'vitest'
import {
  type Crop,
  cutOut,
  largestZoom,
  settle,
  shortestSidePx,
  turnedSize,
  turnRight,
  wholePhoto,
} from '../src/book/photo/crop.ts'

const size = fc.record({
  width: fc.integer({ min: 500, max: 9000 }),
  height: fc.integer({ min: 500, max: 9000 }),
})
const crop: fc.Arbitrary<Crop> = fc.record({
  turns: fc.constantFrom<Crop['turns']>(0, 1, 2, 3),
  zoom: fc.double({ min: 0, max: 30, noNaN: true }),
  centreX: fc.double({ min: -3, max: 3, noNaN: true }),
  centreY: fc.double({ min: -3, max: 3, noNaN: true }),
})

describe('the part of a photo that is sent', () => {
  test('lies inside the photo and is large enough, however the parent drags, zooms and turns', ({
    expect,
  }) => {
    fc.assert(
      fc.property(size, crop, (photo, wanted) => {
        const settled = settle(photo, wanted)
        const region = cutOut(photo, settled)
        const turned = turnedSize(photo, settled)
        expect(region.left).toBeGreaterThanOrEqual(0)
        expect(region.top).toBeGreaterThanOrEqual(0)
        expect(region.left + region.width).toBeLessThanOrEqual(turned.width)
        expect(region.top + region.height).toBeLessThanOrEqual(turned.height)
        const shorter = Math.min(region.width, region.height)
        expect(shorter).toBeGreaterThanOrEqual(Math.min(shortestSidePx, photo.width, photo.height))
      }),
    )
  })

  test('is settled once and for all', ({ expect }) => {
    fc.assert(
      fc.property(size, crop, (photo, wanted) => {
        const once = settle(photo, wanted)
        expect(settle(photo, once)).toEqual(once)
      }),
    )
  })

  test('is the whole photo until the parent comes closer', ({ expect }) => {
    expect(cutOut({ width: 1200, height: 800 }, wholePhoto)).toEqual({
      left: 0,
      top: 0,
      width: 1200,
      height: 800,
    })
    expect(cutOut({ width: 1200, height: 800 }, { ...wholePhoto, zoom: 2 })).toEqual({
      left: 300,
      top: 100,
      width: 600,
      height: 600,
    })
  })

  test('stays the same part when the photo is turned, and is as before after four quarter turns', ({
    expect,
  }) => {
    const photo = { width: 2000, height: 1000 }
    const corner: Crop = settle(photo, { turns: 0, zoom: 2, centreX: 0.25, centreY: 0.5 })
    const once = turnRight(photo, corner)
    // The photo's left half comes to lie on top.
    expect(cutOut(photo, once)).toEqual({ left: 0, top: 0, width: 1000, height: 1000 })
    const around = [1, 2, 3, 4].reduce((turned) => turnRight(photo, turned), corner)
    expect(around).toEqual(corner)
  })

  test('cannot be zoomed at all where the photo is just large enough', ({ expect }) => {
    expect(largestZoom({ width: 500, height: 500 })).toBe(1)
    expect(largestZoom({ width: 1500, height: 1000 })).toBe(3)
  })
})
