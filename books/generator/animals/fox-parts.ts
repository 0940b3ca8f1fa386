import { shade } from '../colour.ts'
import { oval, type Pencil } from '../rig/drawing.ts'
import { path, stroke } from '../svg.ts'
import { foxColours } from './fox-colours.ts'
import { furEnd, furLimb, type Station } from './fur-limb.ts'

const { coat, shade: darkCoat, white, sock, scarf: teal } = foxColours

/** How a pose asks for the head: where its middle is, and how far it leans. */
export type Head = (at: { x: number; y: number; scale?: number }, lean?: number) => string
/** What a page may change in a pose. */
export type FoxLimbs = { paw?: 'left' | 'right'; tail?: 'side' | 'front' | 'none' }
export type Body = (pencil: Pencil, head: Head, limbs: FoxLimbs) => string

export const filled = (pencil: Pencil, shape: string, colour: string): string =>
  pencil.fill(shape, colour, 'prop').shapes
export const fur = (shape: string, colour: string = darkCoat): string => stroke(shape, colour, 2.2, 0.55)

export const scarf = (pencil: Pencil, x: number, y: number, half: number, hanging = true): string => {
  const band =
    `M${x - half},${y - 7} C${x - half * 0.4},${y + 10} ${x + half * 0.4},${y + 10} ${x + half},${y - 7} ` +
    `C${x + half + 6},${y + 6} ${x + half * 0.6},${y + 20} ${x},${y + 20} C${x - half * 0.6},${y + 20} ${x - half - 6},${y + 6} ${x - half},${y - 7}Z`
  const end =
    `M${x + half * 0.3},${y + 10} C${x + half * 0.9},${y + 20} ${x + half},${y + 40} ${x + half * 0.8},${y + 56} ` +
    `L${x + half * 0.3},${y + 54} C${x + half * 0.45},${y + 36} ${x + half * 0.3},${y + 26} ${x + half * 0.05},${y + 16}Z`
  return filled(pencil, band, teal) + (hanging ? filled(pencil, end, shade(teal, 0.08)) : '')
}

/** A scarf whose end flies behind a running fox. */
export const flyingScarf = (pencil: Pencil, x: number, y: number, half: number): string =>
  filled(
    pencil,
    furLimb([
      [x - half * 0.7, y + 2, 6],
      [x - half * 1.6, y - 12, 7],
      [x - half * 2.5, y - 6, 8],
      [x - half * 3.4, y - 18, 8],
    ]),
    shade(teal, 0.08),
  ) + scarf(pencil, x, y, half, false)

/**
 * A leg from hip or shoulder to paw, with a dark sock. One on the far side is darker and has no seam to hide; a near one loses
 * its outline at the root, so that it grows out of the trunk.
 */
export const leg = (
  pencil: Pencil,
  stations: readonly Station[],
  { far = false, pawTurn = 0 }: { far?: boolean; pawTurn?: number } = {},
): string => {
  const root = stations[0]
  const end = stations.at(-1)
  if (!root || !end) return ''
  const angle = (pawTurn * Math.PI) / 180
  const toes: Station[] = [
    [end[0], end[1], end[2]],
    [end[0] + Math.cos(angle) * 7, end[1] + Math.sin(angle) * 7, 7],
  ]
  const dark = far ? shade(sock, -0.22) : sock
  const colour = far ? darkCoat : coat
  return (
    filled(pencil, furLimb(toes), dark) +
    filled(pencil, furLimb(stations), colour) +
    filled(pencil, furEnd(stations, 0.66), dark) +
    path(furLimb(toes), dark) +
    (far ? '' : path(oval(root[0], root[1] - 2, root[2] + 1.5, root[2] + 1), coat))
  )
}

/** The one tail, with its white tip and a few strokes of fur. */
export const tail = (pencil: Pencil, stations: readonly Station[]): string =>
  filled(pencil, furLimb(stations), coat) + filled(pencil, furEnd(stations, 0.66, 3, 9), white)
