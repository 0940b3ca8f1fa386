import type { CoverSheet, PrintBox, PrintFormat } from '@foxetales/shared-schemas/print-format'

/** Points per inch. */
const inch = 72
const trimPt = 8.5 * inch
/** The board's overhang (0.125 in) and the part that is folded round it (0.75 in), on every outer edge of a casewrap. */
const wrapPt = (0.125 + 0.75) * inch
/** Text keeps this far from the board's edges. */
const safePt = 0.75 * inch
/** Room for an EAN barcode with its quiet zone. */
const barcodePt = { width: 2 * inch, height: 1.2 * inch }

/** Lulu's casewrap spines: up to this many pages, this many inches. A table, not pages × thickness. */
const spines: readonly (readonly [pages: number, inches: number])[] = [
  [84, 0.25],
  [140, 0.5],
  [168, 0.625],
  [194, 0.688],
  [222, 0.75],
  [250, 0.813],
  [278, 0.875],
  [306, 0.938],
  [334, 1.0],
  [360, 1.063],
  [388, 1.125],
  [416, 1.188],
  [444, 1.25],
  [472, 1.313],
  [500, 1.375],
  [528, 1.438],
  [556, 1.5],
  [582, 1.563],
  [610, 1.625],
  [638, 1.688],
  [666, 1.75],
  [694, 1.813],
  [722, 1.875],
  [750, 1.938],
  [778, 2.0],
  [800, 2.063],
]

/** What a hard cover can hold. */
export const mostPages = 800
const fewestPages = 24

/** An 8.5 in square casewrap in two files, after Lulu's book guide; our own proof press takes the same. */
export const casewrapFormat: PrintFormat = {
  id: 'casewrap-8.5in',
  files: 'two',
  trimPt,
  bleedPt: 0.125 * inch,
  safePt: 0.5 * inch,
  gutterPt: 0.2 * inch,
  pages: { fewest: fewestPages, most: mostPages, multiple: 2 },
  blankEndpapers: false,
  minimumPpi: 300,
}

/** The wrap sheet of an 8.5 × 8.5 in hard cover for an interior of `pages` pages. Throws RangeError outside 24–800. */
export function coverGeometry(pages: number): CoverSheet {
  const spineIn = spines.find(([most]) => pages <= most)?.[1]
  if (pages < fewestPages || spineIn === undefined) {
    throw new RangeError(`a hard cover holds ${fewestPages} to ${mostPages} pages, not ${pages}`)
  }
  const spinePt = spineIn * inch
  const back = { x: wrapPt, y: wrapPt, width: trimPt, height: trimPt }
  const front = { ...back, x: wrapPt + trimPt + spinePt }
  const safeBack = inset(back, safePt)
  return {
    widthPt: 2 * (wrapPt + trimPt) + spinePt,
    heightPt: trimPt + 2 * wrapPt,
    trim: { x: wrapPt, y: wrapPt, width: 2 * trimPt + spinePt, height: trimPt },
    back,
    spine: { x: wrapPt + trimPt, y: wrapPt, width: spinePt, height: trimPt },
    front,
    safeBack,
    safeFront: inset(front, safePt),
    barcode: { ...barcodePt, x: safeBack.x + safeBack.width - barcodePt.width, y: safeBack.y },
  }
}

function inset(box: PrintBox, by: number): PrintBox {
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by }
}
