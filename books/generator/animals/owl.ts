import { shade } from '../colour.ts'
import { createPencil, oval, type Pencil } from '../rig/drawing.ts'
import { circle, ellipse, type Point, path, place, stroke } from '../svg.ts'
import { furLimb } from './fur-limb.ts'

export type OwlOptions = {
  x: number
  y: number
  scale: number
  mirrored?: boolean
  flying?: boolean
  asleep?: boolean
  /** Tilts the head, in degrees. */
  headTurn?: number
  /** Shifts the eyes to a side, and down (negative: up). */
  look?: number
  lookDown?: number
  /** A wing that reaches to this place of the page: to give, to point, to lay round somebody. */
  wingTo?: Point
}

const feathers = '#8c6f5a'
const down = '#e9d8bb'
const shaded = '#6c5244'
const gold = '#e8a23c'

const spread = [
  'M-26,-50 C-70,-96 -116,-96 -132,-78 C-116,-74 -122,-66 -108,-62 C-112,-54 -96,-50 -90,-48 C-90,-38 -70,-36 -62,-34 C-48,-26 -34,-26 -26,-30Z',
  'M26,-50 C70,-96 116,-96 132,-78 C116,-74 122,-66 108,-62 C112,-54 96,-50 90,-48 C90,-38 70,-36 62,-34 C48,-26 34,-26 26,-30Z',
]
const folded = {
  left: 'M-35,-50 C-54,-34 -52,-6 -28,4 C-22,-12 -24,-36 -35,-50Z',
  right: 'M35,-50 C54,-34 52,-6 28,4 C22,-12 24,-36 35,-50Z',
}

/** From the shoulder to a place beside the owl, ending in three long feathers. */
const reachingWing = (pencil: Pencil, to: Point): string => {
  const side = to.x < 0 ? -1 : 1
  const shoulder = { x: side * 31, y: -42 }
  const way = { x: to.x - shoulder.x, y: to.y - shoulder.y }
  const feather = (sideways: number): string =>
    pencil.fill(
      furLimb([
        [shoulder.x + way.x * 0.5, shoulder.y + way.y * 0.5 + 3, 7],
        [shoulder.x + way.x * 0.8 - way.y * sideways, shoulder.y + way.y * 0.8 + 3 + way.x * sideways, 5.5],
        [to.x - way.y * sideways * 1.4, to.y + way.x * sideways * 1.4, 2.4],
      ]),
      shade(shaded, sideways === 0 ? 0.08 : 0),
      'prop',
    ).shapes
  const arm = pencil.fill(
    furLimb([
      [shoulder.x - side * 4, shoulder.y, 9],
      [shoulder.x + way.x * 0.3, shoulder.y + way.y * 0.3 + 5, 13],
      [shoulder.x + way.x * 0.68, shoulder.y + way.y * 0.68 + 3, 8],
    ]),
    shaded,
    'prop',
  ).shapes
  return feather(0.12) + feather(-0.12) + feather(0) + arm
}

const breast = (): string =>
  path('M-24,-42 C-28,-12 -13,3 0,3 C13,3 28,-12 24,-42 C12,-34 -12,-34 -24,-42Z', down) +
  [
    [-11, -27],
    [1, -29],
    [13, -26],
    [-6, -16],
    [7, -15],
    [0, -5],
  ]
    .map(([across = 0, up = 0]) => stroke(`M${across - 4},${up} q4,6 8,0`, shaded, 2.2, 0.8))
    .join('')

const face = (pencil: Pencil, asleep: boolean, { x, y }: Point): string => {
  const eye = (at: number): string =>
    asleep
      ? stroke(`M${at - 9},-62 q9,8 18,0`, '#2a1d1a', 3)
      : circle(at, -62, 10.5, '#f4c04d') +
        circle(at + x * 0.6, -62 + y * 0.6, 6.8, '#2a1d1a') +
        circle(at + x * 0.6 + 2.2, -65 + y * 0.6, 2.4, '#ffffff') +
        stroke(`M${at - 11},-66 q11,-9 22,0`, shaded, 2.4, 0.8)
  const skull =
    'M-37,-46 C-45,-66 -42,-84 -40,-102 C-32,-96 -25,-91 -18,-90 C-8,-93 8,-93 18,-90 C25,-91 32,-96 40,-102 C42,-84 45,-66 37,-46 C22,-36 -22,-36 -37,-46Z'
  const disc = (side: -1 | 1): string => pencil.fill(oval(side * 16, -61, 19, 20), down, 'prop').shapes
  return (
    pencil.fill(skull, feathers, 'prop').shapes +
    disc(-1) +
    disc(1) +
    stroke('M-6,-84 q6,7 12,0 M-14,-88 q3,5 6,6 M14,-88 q-3,5 -6,6', shaded, 2, 0.6) +
    ellipse(-27, -49, 6, 4, '#d98f72', 0.45) +
    ellipse(27, -49, 6, 4, '#d98f72', 0.45) +
    eye(-15) +
    eye(15) +
    pencil.fill('M-6,-56 C-3,-59 3,-59 6,-56 C5,-49 2,-45 0,-43 C-2,-45 -5,-49 -6,-56Z', gold, 'prop').shapes
  )
}

const foot = (at: number): string => stroke(`M${at},2 v6 M${at},6 l-5,5 M${at},6 v6 M${at},6 l5,5`, gold, 4)

/** Hoo the owl; 100 units tall at scale 1, feet at (x, y). */
export const owl = (options: OwlOptions): string => {
  const { x, y, scale, mirrored = false, flying = false, asleep = false } = options
  const { headTurn = 0, look = 0, lookDown = 0, wingTo } = options
  const pencil = createPencil(scale)
  const body = pencil.fill(
    'M-37,-46 C-44,-14 -28,7 0,7 C28,7 44,-14 37,-46 C30,-70 -30,-70 -37,-46Z',
    feathers,
    'prop',
  ).shapes
  const to = wingTo && { x: ((wingTo.x - x) / scale) * (mirrored ? -1 : 1), y: (wingTo.y - y) / scale }
  const resting = (['left', 'right'] as const)
    .filter((side) => !to || to.x < 0 !== (side === 'left'))
    .map((side) => pencil.fill(folded[side], shaded, 'prop').shapes)
    .join('')
  const behind = flying ? spread.map((wing) => pencil.fill(wing, feathers, 'prop').shapes).join('') : ''
  const head = place(
    { x: 0, y: -48, turn: headTurn },
    place({ x: 0, y: 48 }, face(pencil, asleep, { x: look, y: lookDown })),
  )
  return place(
    { x, y, scale, mirrored },
    behind +
      foot(-12) +
      foot(12) +
      body +
      breast() +
      (flying ? '' : resting) +
      (to ? reachingWing(pencil, to) : '') +
      head,
  )
}
