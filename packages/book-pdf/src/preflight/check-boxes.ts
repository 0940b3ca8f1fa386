import type { Find } from './book-problem.ts'
import { dictAt, type Resolve } from './check-file.ts'
import type { PdfDict, PdfValue } from './pdf-values.ts'

/** `[left bottom right top]` in points. */
export type Corners = readonly [number, number, number, number]

/** Files round to a thousandth of a point; no blade sees ten of those. */
const tolerancePt = 0.01

export function cornersOf(resolve: Resolve, value: PdfValue | undefined): Corners | undefined {
  const array = resolve(value)
  if (!Array.isArray(array) || array.length !== 4) return undefined
  const [left, bottom, right, top] = array.map((item) => resolve(item))
  if ([left, bottom, right, top].some((edge) => typeof edge !== 'number')) return undefined
  return [Number(left), Number(bottom), Number(right), Number(top)]
}

/** A page's boxes against the ones that the printer wants. */
export function checkBoxes(
  resolve: Resolve,
  page: PdfDict,
  wanted: { media: Corners; trim: Corners },
  find: Find,
): void {
  const box = (key: string) => cornersOf(resolve, page.get(key))
  if (!same(box('MediaBox'), wanted.media)) {
    const [, , width, height] = wanted.media
    find('page_size', `The page is not ${round(width)} × ${round(height)} pt.`)
  }
  if (!same(box('CropBox') ?? wanted.media, wanted.media))
    find('crop_box', 'CropBox hides a part of the page.')
  if (!same(box('BleedBox'), wanted.media)) find('bleed_box', 'BleedBox is not the whole page.')
  if (!same(box('TrimBox'), wanted.trim)) find('trim_box', 'TrimBox is not where the page is cut.')
  if (page.has('ArtBox')) find('art_box', 'An ArtBox beside TrimBox contradicts it.')
  if (page.has('Rotate') || page.has('UserUnit')) find('page_rotated', 'The page is turned or scaled.')
  if (page.has('Annots')) find('annotation', 'There is an annotation on the page.')
  const acts = page.has('AA')
  if (acts) find('active_content', 'The page acts when it is opened.')
  const states = dictAt(resolve, dictAt(resolve, page, 'Resources'), 'ExtGState')
  if (page.has('Group') || (states && states.size > 0)) find('transparency', 'The page is not flat.')
}

function same(box: Corners | undefined, wanted: Corners): boolean {
  return box?.every((edge, index) => Math.abs(edge - (wanted[index] ?? 0)) <= tolerancePt) ?? false
}

const round = (points: number) => Math.round(points * 100) / 100
