import { shade } from '../colour.ts'
import { type Drawing, oval, type Pencil, together } from './drawing.ts'

/** The face ellipse's radii and drop, in rig units, and where the draft puts the eyes in it. */
export const faceRadius = { x: 41, y: 43 }
export const faceDrop = 8
const eyeX = 0.38 * faceRadius.x
const eyeY = faceDrop - 0.07 * faceRadius.y

const frameColour = '#6a4a3c'
const aidColour = '#d8c7b0'

/** Round glasses whose lenses surround the eyes. `yaw` shifts them with the face. */
export const drawGlasses = (pencil: Pencil, shift: number): Drawing => {
  const lens = (side: -1 | 1): string => oval(shift + side * eyeX, eyeY + 1, 13.2, 12.4)
  const bridge = `M${shift - eyeX + 12.6},${eyeY - 2} q${eyeX - 12.6},-5 ${2 * (eyeX - 12.6)},0`
  const arm = (side: -1 | 1): string =>
    `M${shift + side * (eyeX + 13)},${eyeY - 2} Q${shift + side * 38},${eyeY - 5} ${side * 49},${eyeY - 2}`
  return together(
    ...([-1, 1] as const).map((side) => pencil.line(arm(side), frameColour, 2.4, 0.9)),
    pencil.line(bridge, frameColour, 2.8, 0.95),
    ...([-1, 1] as const).map((side) => pencil.line(lens(side), frameColour, 2.8, 0.95)),
    ...([-1, 1] as const).map((side) =>
      pencil.line(`M${shift + side * eyeX - 8},${eyeY - 4} q3,-5 8,-6`, '#ffffff', 1.6, 0.5),
    ),
  )
}

/** A hearing aid behind the ear, its tube and mould in it. */
export const drawHearingAid = (pencil: Pencil, side: -1 | 1, shift: number): Drawing => {
  const x = side * 51 - shift * 0.4
  return together(
    pencil.fill(
      `M${x + side * 2},-8 C${x + side * 12},-10 ${x + side * 15},4 ${x + side * 10},16 C${x + side * 6},12 ${x + side * 7},2 ${x + side * 2},-8Z`,
      aidColour,
      'prop',
    ),
    pencil.line(
      `M${x + side * 3},-7 C${x - side * 4},-8 ${x - side * 5},0 ${x - side * 2},5`,
      shade(aidColour, -0.15),
      2,
      0.9,
    ),
    pencil.fill(oval(x - side * 1, 7, 3.4, 3.6), aidColour, 'prop'),
  )
}
