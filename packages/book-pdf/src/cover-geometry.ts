/** Points per inch. */
const inch = 72
const trimIn = 8.5
/** The board's overhang and the part that is folded round it, on every outer edge of a casewrap. */
const wrapIn = 0.125 + 0.75

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
]

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A casewrap cover, opened flat: back, spine, front. Points, origin lower left. */
export interface CoverGeometry {
  readonly widthPt: number
  readonly heightPt: number
  /** The printed board faces: what a reader sees, without the wrap. */
  readonly trim: Box
  readonly back: Box
  readonly spine: Box
  readonly front: Box
}

/** The wrap sheet of an 8.5 × 8.5 in hard cover for an interior of `pages` pages (24–500). */
export function coverGeometry(pages: number): CoverGeometry {
  const spineIn = spines.find(([most]) => pages <= most)?.[1]
  if (pages < 24 || spineIn === undefined) throw new RangeError(`no hard cover for ${pages} pages`)
  const wrap = wrapIn * inch
  const trim = trimIn * inch
  const spine = spineIn * inch
  return {
    widthPt: 2 * (wrap + trim) + spine,
    heightPt: trim + 2 * wrap,
    trim: { x: wrap, y: wrap, width: 2 * trim + spine, height: trim },
    back: { x: wrap, y: wrap, width: trim, height: trim },
    spine: { x: wrap + trim, y: wrap, width: spine, height: trim },
    front: { x: wrap + trim + spine, y: wrap, width: trim, height: trim },
  }
}
