import { PdfArray, type PdfDict, PdfNumber, type PdfObject } from '@libpdf/core'
import type { Finding } from './check-document.ts'
import { inherited, type Resolve } from './open-document.ts'

/** A rectangle in points, its lower left corner first. */
export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** The sheet a page has to be: its size with bleed, and where it is cut. */
export interface Sheet {
  readonly widthPt: number
  readonly heightPt: number
  /** From the sheet's edge to the cut, on every side: the least and the most that will do. */
  readonly insetPt: readonly [least: number, most: number]
}

/** Machines cut no finer than this. */
const tolerancePt = 0.5

export function mediaBox(page: PdfDict, resolve: Resolve): Box | undefined {
  return readBox(inherited(page, 'MediaBox', resolve), resolve)
}

/** Size, turning, and the boxes that tell the machine where to cut. */
export function checkBoxes(page: PdfDict, number: number, sheet: Sheet, resolve: Resolve): Finding[] {
  const findings: Finding[] = []
  const find = (code: Finding['code'], message: string) => findings.push({ code, page: number, message })
  const media = mediaBox(page, resolve)
  if (media === undefined) {
    find('page_size', 'The page has no MediaBox.')
    return findings
  }
  const width = media.right - media.left
  const height = media.top - media.bottom
  if (Math.abs(width - sheet.widthPt) > tolerancePt || Math.abs(height - sheet.heightPt) > tolerancePt) {
    const is = `${round(width)} x ${round(height)}`
    find('page_size', `The page is ${is} pt instead of ${sheet.widthPt} x ${sheet.heightPt} pt.`)
  }
  if (numberOf(inherited(page, 'Rotate', resolve)) % 360 !== 0) find('page_rotated', 'The page is turned.')
  if (page.has('UserUnit')) find('page_size', 'The page is measured in a unit of its own.')

  const crop = readBox(inherited(page, 'CropBox', resolve), resolve)
  if (crop !== undefined && !sameBox(crop, media)) find('page_size', 'CropBox hides a part of the page.')

  const trim = readBox(resolve(page.get('TrimBox')), resolve)
  if (trim === undefined) find('trim_box', 'TrimBox is missing.')
  else checkTrim(trim, media, sheet, find)

  const bleed = readBox(resolve(page.get('BleedBox')), resolve)
  // Without one, the CropBox counts, which was found to be the whole page.
  if (bleed !== undefined && !sameBox(bleed, media)) find('bleed_box', 'BleedBox is not the whole page.')
  if (page.has('ArtBox')) find('art_box', 'There is an ArtBox beside TrimBox; only one of them may be.')
  return findings
}

function checkTrim(
  trim: Box,
  media: Box,
  sheet: Sheet,
  find: (code: 'trim_box', message: string) => void,
): void {
  const [least, most] = sheet.insetPt
  const insets = [
    trim.left - media.left,
    trim.bottom - media.bottom,
    media.right - trim.right,
    media.top - trim.top,
  ]
  const wrong = insets.find((inset) => inset < least - tolerancePt || inset > most + tolerancePt)
  if (wrong === undefined) return
  const wanted = least === most ? `${least}` : `${least} to ${most}`
  find('trim_box', `TrimBox lies ${round(wrong)} pt inside the page's edge instead of ${wanted} pt.`)
}

function readBox(value: PdfObject | undefined, resolve: Resolve): Box | undefined {
  if (!(value instanceof PdfArray) || value.length !== 4) return undefined
  const numbers = value.toArray().map((item) => numberOf(resolve(item)))
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers
  if (numbers.some(Number.isNaN)) return undefined
  return {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  }
}

/** 0 where nothing is written; NaN where something else than a number is. */
function numberOf(value: PdfObject | undefined): number {
  if (value === undefined) return 0
  return value instanceof PdfNumber ? value.value : Number.NaN
}

function sameBox(a: Box, b: Box): boolean {
  const gaps = [a.left - b.left, a.bottom - b.bottom, a.right - b.right, a.top - b.top]
  return gaps.every((gap) => Math.abs(gap) <= tolerancePt)
}

function round(points: number): number {
  return Math.round(points * 100) / 100
}
