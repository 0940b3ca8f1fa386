import { shade } from '../colour.ts'
import { createPencil, type Pencil } from '../rig/drawing.ts'
import { place, stroke } from '../svg.ts'
import { type FoxMood, foxColours, foxHead, foxHeadFromBehind } from './fox-head.ts'

export type FoxPose = 'sit' | 'walk' | 'leap' | 'curl' | 'lie' | 'back'

export type FoxOptions = {
  /** Where it stands: the middle of its paws. */
  x: number
  y: number
  /** 1 is about 240 units tall when sitting. */
  scale: number
  pose: FoxPose
  mood?: FoxMood
  /** Shifts the eyes to a side, and down (negative: up). */
  look?: number
  lookDown?: number
  headTurn?: number
  turn?: number
  mirrored?: boolean
}

const { coat, shade: darkCoat, white, sock, scarf: teal } = foxColours

/** Tale the fox as SVG shapes in page units. */
export const fox = (options: FoxOptions): string => {
  const { x, y, scale, pose, mirrored = false } = options
  const { mood = 'open', look = 0, lookDown = 0, headTurn = 0, turn = 0 } = options
  const pencil = createPencil(scale)
  const head = (at: { x: number; y: number; scale?: number }, lean = 0): string =>
    place(
      { ...at, turn: lean + headTurn },
      pose === 'back' ? foxHeadFromBehind(pencil) : foxHead(pencil, mood, { across: look, down: lookDown }),
    )
  return place({ x, y, turn, scale, mirrored }, bodies[pose](pencil, head))
}

type Head = (at: { x: number; y: number; scale?: number }, lean?: number) => string
type Body = (pencil: Pencil, head: Head) => string

const filled = (pencil: Pencil, shape: string, colour: string): string =>
  pencil.fill(shape, colour, 'prop').shapes
const fur = (shape: string, colour: string = darkCoat): string => stroke(shape, colour, 2.2, 0.55)

const scarf = (pencil: Pencil, x: number, y: number, half: number, hanging = true): string => {
  const band =
    `M${x - half},${y - 7} C${x - half * 0.4},${y + 10} ${x + half * 0.4},${y + 10} ${x + half},${y - 7} ` +
    `C${x + half + 6},${y + 6} ${x + half * 0.6},${y + 20} ${x},${y + 20} C${x - half * 0.6},${y + 20} ${x - half - 6},${y + 6} ${x - half},${y - 7}Z`
  const end =
    `M${x + half * 0.3},${y + 10} C${x + half * 0.9},${y + 20} ${x + half},${y + 40} ${x + half * 0.8},${y + 56} ` +
    `L${x + half * 0.3},${y + 54} C${x + half * 0.45},${y + 36} ${x + half * 0.3},${y + 26} ${x + half * 0.05},${y + 16}Z`
  return filled(pencil, band, teal) + (hanging ? filled(pencil, end, shade(teal, 0.08)) : '')
}

const sitting: Body = (pencil, head) =>
  filled(
    pencil,
    'M30,-14 C70,-4 116,-20 118,-66 C119,-92 108,-110 98,-120 C90,-104 84,-92 76,-74 C66,-50 50,-40 28,-40Z',
    coat,
  ) +
  filled(
    pencil,
    'M118,-66 C119,-92 108,-110 98,-120 C92,-108 88,-100 83,-89 L90,-84 L92,-93 L100,-80 L105,-88 L110,-72Z',
    white,
  ) +
  filled(
    pencil,
    'M-46,-4 C-60,-40 -44,-100 -26,-118 L26,-118 C46,-98 60,-40 46,-4 C30,4 -30,4 -46,-4Z',
    coat,
  ) +
  filled(pencil, 'M-22,-112 C-30,-80 -24,-50 0,-40 C24,-50 30,-80 22,-112Z', white) +
  [-1, 1]
    .map((side) => {
      const shapes =
        filled(pencil, 'M26,-60 C28,-34 26,-14 28,-2 C24,5 6,5 4,-2 C5,-24 4,-40 6,-56Z', coat) +
        filled(pencil, 'M28,-20 C28,-10 28,-6 29,-2 C24,6 5,6 3,-2 L4,-22 C12,-16 20,-16 28,-20Z', sock) +
        filled(pencil, 'M48,-6 C60,-8 58,-36 42,-40 C32,-34 30,-14 34,-2Z', coat)
      return side === 1 ? shapes : `<g transform="scale(-1 1)">${shapes}</g>`
    })
    .join('') +
  fur('M-8,-84 q3,7 0,12 M6,-78 q2,7 -2,12 M-4,-66 q3,6 0,10', '#d9c3a2') +
  scarf(pencil, 0, -112, 30) +
  head({ x: 0, y: -150 })

/** A full brush, low at the root and lifted at its white tip. */
const longTail = (pencil: Pencil): string =>
  filled(
    pencil,
    'M-62,-78 C-84,-72 -100,-62 -118,-62 C-138,-62 -148,-78 -148,-96 C-148,-112 -156,-126 -170,-134 C-180,-112 -194,-84 -184,-56 C-174,-28 -138,-18 -108,-26 C-88,-32 -72,-44 -58,-50Z',
    coat,
  ) +
  filled(
    pencil,
    'M-148,-96 C-148,-112 -156,-126 -170,-134 C-178,-116 -190,-94 -188,-72 L-178,-82 L-172,-68 L-164,-82 L-154,-72Z',
    white,
  ) +
  fur('M-160,-52 q14,16 38,14 M-132,-44 q14,4 28,-2')

const leg = (
  pencil: Pencil,
  hip: readonly [number, number],
  paw: readonly [number, number],
  colour: string,
): string => {
  const [x1, y1] = hip
  const [x2, y2] = paw
  const middle = (y1 + y2) / 2
  return (
    filled(
      pencil,
      `M${x1 - 12},${y1} C${x1 - 10},${middle} ${x2 - 10},${y2 - 24} ${x2 - 9},${y2 - 4} C${x2 - 8},${y2 + 2} ${x2 + 14},${y2 + 2} ${x2 + 13},${y2 - 5} C${x2 + 10},${y2 - 20} ${x1 + 14},${middle} ${x1 + 13},${y1}Z`,
      colour,
    ) +
    filled(
      pencil,
      `M${x2 - 9},${y2 - 22} L${x2 - 9},${y2 - 4} C${x2 - 8},${y2 + 2} ${x2 + 14},${y2 + 2} ${x2 + 13},${y2 - 5} L${x2 + 9},${y2 - 24}Z`,
      sock,
    )
  )
}

/** A leg stretched out in a leap, from the body to the paw. */
const stretched = (from: readonly [number, number], to: readonly [number, number], colour: string): string =>
  stroke(`M${from[0]},${from[1]} L${to[0]},${to[1]}`, colour, 22) +
  stroke(
    `M${from[0] + (to[0] - from[0]) * 0.72},${from[1] + (to[1] - from[1]) * 0.72} L${to[0]},${to[1]}`,
    sock,
    19,
  )

const barrel = (pencil: Pencil): string =>
  filled(
    pencil,
    'M-78,-62 C-80,-90 -50,-98 -10,-94 C30,-98 60,-104 72,-84 C78,-62 70,-46 48,-42 C20,-38 -30,-38 -58,-40 C-72,-42 -78,-50 -78,-62Z',
    coat,
  ) + filled(pencil, 'M76,-80 C80,-62 70,-46 48,-42 C38,-41 26,-40 16,-40 C30,-52 50,-62 58,-82Z', white)

const walking: Body = (pencil, head) =>
  longTail(pencil) +
  leg(pencil, [-38, -52], [-22, 0], darkCoat) +
  leg(pencil, [34, -54], [22, 0], darkCoat) +
  barrel(pencil) +
  leg(pencil, [-60, -54], [-72, 0], coat) +
  leg(pencil, [54, -54], [66, 0], coat) +
  scarf(pencil, 64, -96, 24) +
  head({ x: 82, y: -128, scale: 0.88 })

const leaping: Body = (pencil, head) =>
  longTail(pencil) +
  stretched([-56, -60], [-112, -26], darkCoat) +
  stretched([50, -60], [112, -72], darkCoat) +
  barrel(pencil) +
  stretched([-60, -60], [-126, -14], coat) +
  stretched([52, -56], [128, -50], coat) +
  scarf(pencil, 64, -96, 24) +
  head({ x: 82, y: -128, scale: 0.88 }, -6)

const curled: Body = (pencil, head) =>
  filled(
    pencil,
    'M-92,-6 C-104,-50 -64,-84 -10,-84 C48,-84 96,-58 94,-22 C92,4 40,6 0,6 C-40,6 -86,8 -92,-6Z',
    coat,
  ) +
  fur('M-50,-62 q10,-6 20,-6 M10,-72 q12,0 22,6') +
  head({ x: -46, y: -34, scale: 0.74 }, -14) +
  filled(
    pencil,
    'M92,-30 C104,6 70,26 20,24 C-20,24 -50,20 -62,8 C-40,-8 -10,-4 20,-6 C48,-8 66,-22 70,-44Z',
    coat,
  ) +
  filled(pencil, 'M-10,23 C-36,22 -54,17 -62,8 C-46,-3 -28,-4 -10,-4 L-16,4 L-8,8 L-18,14Z', white)

/** On the belly, paws before it. */
const lying: Body = (pencil, head) =>
  filled(
    pencil,
    'M-84,-14 C-130,-2 -168,-14 -176,-46 C-178,-64 -170,-78 -160,-86 C-154,-72 -146,-60 -132,-52 C-118,-44 -104,-46 -90,-52Z',
    coat,
  ) +
  filled(
    pencil,
    'M-176,-46 C-178,-64 -170,-78 -160,-86 C-156,-76 -151,-68 -145,-61 L-152,-58 L-150,-48 L-160,-52 L-166,-42Z',
    white,
  ) +
  filled(
    pencil,
    'M-100,-12 C-112,-52 -80,-80 -30,-78 C24,-78 66,-66 72,-30 C76,-8 62,0 42,0 L-78,0 C-92,0 -98,-4 -100,-12Z',
    coat,
  ) +
  filled(
    pencil,
    'M-96,-10 C-104,-44 -70,-56 -48,-44 C-28,-32 -34,-6 -50,0 L-80,0 C-90,0 -95,-4 -96,-10Z',
    coat,
  ) +
  filled(
    pencil,
    'M-58,-12 C-40,-14 -24,-10 -22,-4 C-22,2 -30,3 -40,3 L-66,3 C-70,-4 -66,-10 -58,-12Z',
    sock,
  ) +
  filled(pencil, 'M30,-66 C20,-40 28,-14 44,-4 C62,-8 76,-28 70,-46Z', white) +
  filled(pencil, 'M34,-24 C56,-26 76,-24 92,-20 L92,-2 L40,-2 C30,-6 28,-18 34,-24Z', coat) +
  filled(pencil, 'M74,-22 C92,-22 112,-20 114,-9 C115,2 106,3 96,3 L74,3Z', sock) +
  scarf(pencil, 52, -60, 26) +
  head({ x: 56, y: -94, scale: 0.92 })

const fromBehind: Body = (pencil, head) =>
  filled(
    pencil,
    'M-46,-4 C-60,-40 -44,-100 -26,-120 L26,-120 C46,-98 60,-40 46,-4 C30,4 -30,4 -46,-4Z',
    coat,
  ) +
  filled(
    pencil,
    'M20,-20 C60,-14 104,-18 112,-60 C114,-84 104,-104 94,-112 C88,-96 80,-80 70,-66 C56,-50 40,-46 14,-48Z',
    coat,
  ) +
  filled(
    pencil,
    'M112,-60 C114,-84 104,-104 94,-112 C89,-100 84,-90 78,-79 L86,-76 L88,-84 L96,-72 L101,-80 L105,-66Z',
    white,
  ) +
  scarf(pencil, 0, -114, 30, false) +
  head({ x: 0, y: -150 })

const bodies: Record<FoxPose, Body> = {
  sit: sitting,
  walk: walking,
  leap: leaping,
  curl: curled,
  lie: lying,
  back: fromBehind,
}
