import { describe, test } from 'vitest'
import { coverGeometry } from '../src/cover-geometry.ts'

describe('the wrap sheet of a hard cover', () => {
  test.for([24, 40, 84])('of %i pages is 1368 × 738 pt with a spine of 18 pt', (pages, { expect }) => {
    const sheet = coverGeometry(pages)
    expect([sheet.widthPt, sheet.heightPt]).toEqual([1368, 738])
    // Lulu's own template: the spine's box lies from 9.375 to 9.625 in.
    expect([sheet.spine.x, sheet.spine.x + sheet.spine.width]).toEqual([9.375 * 72, 9.625 * 72])
    expect(sheet.trim).toEqual({ x: 63, y: 63, width: 1242, height: 612 })
  })

  test.for([
    [85, 0.5],
    [140, 0.5],
    [141, 0.625],
    [250, 0.813],
    [800, 2.063],
  ] as const)('of %i pages has a spine of %f in by the table', ([pages, inches], { expect }) => {
    expect(coverGeometry(pages).spine.width).toBeCloseTo(inches * 72)
  })

  test.for([0, 22, 802])('does not exist for %i pages', (pages, { expect }) => {
    expect(() => coverGeometry(pages)).toThrow(`a hard cover holds 24 to 800 pages, not ${pages}`)
  })

  test('has its parts side by side, and its barcode inside the safe part of the back', ({ expect }) => {
    const { back, spine, front, safeBack, barcode, widthPt } = coverGeometry(200)
    expect(back.x + back.width).toBeCloseTo(spine.x)
    expect(spine.x + spine.width).toBeCloseTo(front.x)
    expect(front.x + front.width + back.x).toBeCloseTo(widthPt)
    expect(barcode.x).toBeGreaterThanOrEqual(safeBack.x)
    expect(barcode.x + barcode.width).toBeLessThanOrEqual(safeBack.x + safeBack.width)
  })
})
