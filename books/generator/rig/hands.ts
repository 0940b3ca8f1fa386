import { shade } from '../colour.ts'
import { short } from '../svg.ts'
import { type Drawing, nothing, type Pencil, together } from './drawing.ts'

/**
 * What a hand does. `hold` lies flat against the side of a thing with the fingers before it; `grip` is closed round a stick, a
 * rope, a handle or a paw.
 */
export type HandShape = 'relaxed' | 'open' | 'point' | 'grip' | 'hold'

/** A finger: where it starts and ends (wrist at the origin, fingers along +x, thumb at +y), and half its width. */
type Finger = readonly [x1: number, y1: number, x2: number, y2: number, half: number]

type HandPlan = {
  fingers: readonly Finger[]
  thumb: Finger
  /** The thumb lies before the fingers, as round a stick. */
  thumbOnTop?: boolean
}

const fanned = (degrees: number, length: number, half: number): Finger => {
  const angle = (degrees * Math.PI) / 180
  return [
    4 + Math.cos(angle) * 3,
    Math.sin(angle) * 6,
    4 + Math.cos(angle) * length,
    Math.sin(angle) * length,
    half,
  ]
}

const plans: Record<HandShape, HandPlan> = {
  relaxed: {
    fingers: [
      [4, -5.6, 13.5, -7, 2.9],
      [5, -2, 17, -2.6, 3],
      [5, 1.8, 17, 2, 3],
      [4, 5, 14, 6.2, 2.9],
    ],
    thumb: [-3, 6, 6.5, 12.5, 3.2],
  },
  open: {
    fingers: [fanned(-36, 14, 2.7), fanned(-13, 17.5, 2.8), fanned(9, 18, 2.8), fanned(31, 16, 2.8)],
    thumb: [-3, 5, 5, 15.5, 3.1],
  },
  point: {
    fingers: [
      [4, -5.6, 8.5, -5.2, 3.2],
      [4, -2, 10, -1.6, 3.3],
      [4, 2, 10, 2, 3.3],
      [3, 5, 24, 5.4, 3],
    ],
    thumb: [-2, 8, 8.5, 4, 3.1],
    thumbOnTop: true,
  },
  grip: {
    fingers: [
      [-1, -6.8, 9, -6.4, 3.3],
      [0, -2.4, 11, -2.2, 3.4],
      [0, 2.2, 11, 2.2, 3.4],
      [-1, 6.4, 9.5, 6.4, 3.3],
    ],
    thumb: [-5, 7, 6, 10.5, 3.4],
    thumbOnTop: true,
  },
  hold: {
    fingers: [
      [3, -7, 15, -9.4, 2.9],
      [4, -2.6, 18.5, -3.4, 3],
      [4, 1.8, 18.5, 2, 3],
      [3, 5.8, 15.5, 7.2, 2.9],
    ],
    thumb: [-4, 6, 3, 16, 3.3],
  },
}

const knuckle = 1.15

/** A rounded bar, a little fuller at its end. */
const fingerShape = ([x1, y1, x2, y2, half]: Finger, side: number): string => {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const across = { x: -(y2 - y1) / length, y: (x2 - x1) / length }
  const point = (x: number, y: number, away: number): string =>
    `${short(x + across.x * away)},${short((y + across.y * away) * side)}`
  const turn = side < 0 ? 1 : 0
  const round = short(half * knuckle)
  return (
    `M${point(x1, y1, half)} L${point(x2, y2, half)} A${round},${round} 0 0 ${turn} ${point(x2, y2, -half)} ` +
    `L${point(x1, y1, -half)}Z`
  )
}

const palmShape = (side: number): string => {
  const y = (value: number): string => short(value * side)
  return `M-11,${y(-6)} C-5,${y(-7.5)} 0,${y(-9)} 5,${y(-8.4)} C8.5,${y(-7)} 8.5,${y(7)} 5,${y(8)} C1,${y(9.5)} -6,${y(8.5)} -11,${y(6)}Z`
}

const palmPatch = (side: number): string => {
  const y = (value: number): string => short(value * side)
  return `M-11,${y(-5.4)} C-4,${y(-6.6)} 0,${y(-7.8)} 5,${y(-7.4)} C7,${y(-5)} 7,${y(5)} 5,${y(7)} C0,${y(8.4)} -5,${y(7.6)} -11,${y(5.4)}Z`
}

const fingersOf = (pencil: Pencil, skin: string, plan: HandPlan, side: number): Drawing =>
  together(...plan.fingers.map((finger) => pencil.fill(fingerShape(finger, side), skin, 'skin')))

/** A hand along +x from the wrist; `side` 1 puts the thumb at +y, -1 at -y. */
export const drawHand = (pencil: Pencil, skin: string, side: number, shape: HandShape): Drawing => {
  const plan = plans[shape]
  const thumb = pencil.fill(fingerShape(plan.thumb, side), skin, 'skin')
  const knuckles = pencil.line(
    plan.fingers
      .slice(1)
      .map(([x1, y1], index) => {
        const y = ((y1 + (plan.fingers[index]?.[1] ?? y1)) / 2) * side
        return `M${short(x1 + 2)},${short(y)} h3`
      })
      .join(' '),
    shade(skin, -0.3),
    1,
    0.4,
  )
  return together(
    plan.thumbOnTop ? nothing : thumb,
    pencil.fill(palmShape(side), skin, 'skin'),
    fingersOf(pencil, skin, plan, side),
    pencil.patch(palmPatch(side), skin, 'skin'),
    knuckles,
    plan.thumbOnTop ? thumb : nothing,
  )
}
