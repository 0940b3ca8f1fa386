import { shade } from '../colour.ts'
import { short } from '../svg.ts'
import { type Drawing, oval, type Pencil, together } from './drawing.ts'

/** The face ellipse's radii and drop, in rig units, and where the draft puts the eyes in it. */
export const faceRadius = { x: 43, y: 45 }
export const faceDrop = 7
const eyeX = 0.38 * faceRadius.x
const eyeY = faceDrop - 0.07 * faceRadius.y

const frameColour = '#6a4a3c'
const aidColour = '#4a86a8'

/** Round glasses whose lenses surround the eyes. `yaw` shifts them with the face. */
export const drawGlasses = (pencil: Pencil, shift: number): Drawing => {
  const lens = (side: -1 | 1): string => oval(shift + side * eyeX, eyeY + 1, 13.2, 12.4)
  const bridge = `M${shift - eyeX + 12.6},${eyeY - 2} q${eyeX - 12.6},-5 ${2 * (eyeX - 12.6)},0`
  const arm = (side: -1 | 1): string =>
    `M${shift + side * (eyeX + 13)},${eyeY - 2} Q${shift + side * 38},${eyeY - 5} ${side * 46},${eyeY - 2}`
  return together(
    ...([-1, 1] as const).map((side) => pencil.line(arm(side), frameColour, 2.4, 0.9)),
    pencil.line(bridge, frameColour, 2.8, 0.95),
    ...([-1, 1] as const).map((side) => pencil.line(lens(side), frameColour, 2.8, 0.95)),
    ...([-1, 1] as const).map((side) =>
      pencil.line(`M${shift + side * eyeX - 8},${eyeY - 4} q3,-5 8,-6`, '#ffffff', 1.6, 0.5),
    ),
  )
}

/** A hearing aid: its body over the ear, a clear tube to the mould in it. `side` is the ear it is worn on. */
export const drawHearingAid = (pencil: Pencil, side: -1 | 1, shift: number): Drawing => {
  const x = (across: number): string => short(side * across - shift * 0.4)
  const body = `M${x(50)},-10 C${x(60)},-17 ${x(69)},-6 ${x(64)},13 C${x(63)},18 ${x(57)},18 ${x(57.5)},13 C${x(59)},4 ${x(58)},-4 ${x(51)},-4Z`
  return together(
    pencil.line(`M${x(51)},-7 C${x(44)},-7 ${x(43)},1 ${x(47)},7`, '#e8eef2', 2.6, 0.95),
    pencil.fill(oval(side * 48 - shift * 0.4, 8, 4, 4.2), shade(aidColour, 0.35), 'prop'),
    pencil.fill(body, aidColour, 'prop'),
    pencil.line(
      `M${x(61)},-5 q${short(side * 2)},5 ${short(side * 0.6)},11`,
      shade(aidColour, 0.5),
      1.6,
      0.8,
    ),
  )
}
