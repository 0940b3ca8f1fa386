import type { Sheet } from './check-boxes.ts'

const inch = 72
const trimIn = 8.5
/** The board is wider than the paper, and the paper of the cover is folded around it. */
const overhangIn = 0.125
const wrapIn = 0.75

/** The spine of a hard cover in inches, for a book of at most so many pages. Boards come in steps, so this is a table. */
const spines: readonly (readonly [mostPages: number, inches: number])[] = [
  [84, 0.25],
  [140, 0.5],
  [168, 0.625],
  [194, 0.688],
  [222, 0.75],
  [250, 0.813],
  [278, 0.875],
  [306, 0.938],
  [334, 1],
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
  [778, 2],
  [800, 2.063],
]

/** The cover's sheet for a book of `interiorPages`, or undefined when no board is thick enough. */
export function coverSheet(interiorPages: number): Sheet | undefined {
  const spine = spines.find(([mostPages]) => interiorPages <= mostPages)
  if (spine === undefined) return undefined
  const marginIn = wrapIn + overhangIn
  return {
    widthPt: (2 * (trimIn + marginIn) + spine[1]) * inch,
    heightPt: (trimIn + 2 * marginIn) * inch,
    // The cut is the edge of the board: with its overhang or without, as designers draw it.
    insetPt: [wrapIn * inch, marginIn * inch],
  }
}
