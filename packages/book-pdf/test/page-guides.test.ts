import { pageGuides, printFormat, sheetSidePt } from '@foxetales/shared-schemas/print-format'
import { describe, test } from 'vitest'
import { casewrapFormat } from '../src/cover-geometry.ts'

describe('the guides over a page', () => {
  test('of the casewrap are an eighth of an inch of bleed and half an inch of safety', ({ expect }) => {
    expect(printFormat.parse(casewrapFormat)).toEqual(casewrapFormat)
    expect(sheetSidePt(casewrapFormat)).toBe(630)
    const { trim, safe } = pageGuides(casewrapFormat, 4)
    expect(trim.x * 630).toBeCloseTo(9)
    expect((trim.x + trim.width) * 630).toBeCloseTo(621)
    expect(safe.y * 630).toBeCloseTo(45)
    expect(safe.x * 630).toBeCloseTo(45)
  })

  test('keep the gutter at the spine: right on a left page, left on a right one', ({ expect }) => {
    const left = pageGuides(casewrapFormat, 4)
    const right = pageGuides(casewrapFormat, 5)
    expect((left.gutter.x + left.gutter.width) * 630).toBeCloseTo(621)
    expect(right.gutter.x * 630).toBeCloseTo(9)
    expect(right.safe.x * 630).toBeCloseTo(45 + 14.4)
    expect(left.safe.width).toBeCloseTo(right.safe.width)
  })

  test('of a format without bleed cut at the edge of the file', ({ expect }) => {
    const { trim } = pageGuides({ ...casewrapFormat, bleedPt: 0, trimPt: 595.28 }, 1)
    expect(trim).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  })
})
