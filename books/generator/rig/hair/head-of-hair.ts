import { shade } from '../../colour.ts'
import { type Drawing, type Pencil, together } from '../drawing.ts'

/**
 * A head of hair in pieces, drawn round a head whose centre is the origin (half-width 52, half-height 54, face ellipse 43 by
 * 45 with its centre at y 7). What lies over the face must leave the ellipse's eyes free.
 */
export type HeadOfHair = {
  /** Behind the head and the shoulders; gone under a hood. It stays below y -60, where a hat sits. */
  back: Drawing
  /** Over the forehead; stays under a hood and a hat. */
  fringe: Drawing
  /** Before ears and shoulders; gone under a hood. */
  fall: Drawing
  /** What stands above the head: a knot, a cowlick, the round of an afro. Gone under a hood and a hat. */
  crown: Drawing
  /** The whole of it, seen from behind. */
  cap: Drawing
}

export type DrawHead = (pencil: Pencil, colour: string) => HeadOfHair

/** Thin lines that say which way the hair goes, a lighter one in every three. */
export const strands = (pencil: Pencil, shapes: readonly string[], colour: string, width = 2): Drawing =>
  together(
    ...shapes.map((shape, index) =>
      pencil.line(shape, index % 3 === 1 ? shade(colour, 0.22) : shade(colour, -0.28), width),
    ),
  )

/** Locks laid one over the other, each with its own outline, alternately a little lighter and darker. */
export const locks = (pencil: Pencil, shapes: readonly string[], colour: string): Drawing =>
  together(
    ...shapes.map((shape, index) => pencil.fill(shape, shade(colour, index % 2 ? 0.07 : -0.06), 'hair')),
  )

/** The band of light that smooth hair carries round the head. */
export const shine = (pencil: Pencil, shape: string, colour: string, width = 7): Drawing =>
  pencil.line(shape, shade(colour, 0.4), width, 0.26)
