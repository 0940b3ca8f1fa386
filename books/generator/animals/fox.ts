import { shade } from '../colour.ts'
import { tube } from '../rig/bones.ts'
import { type Point, place, stroke } from '../svg.ts'
import {
  createOutliner,
  type Eyes,
  foxColours,
  foxHead,
  foxHeadFromBehind,
  type Outliner,
} from './fox-head.ts'

export type FoxPose = 'sit' | 'walk' | 'leap' | 'curl' | 'back'

export type FoxOptions = {
  /** The ground under the fox's middle. A sitting fox of scale 1 is about 245 units tall, ears included. */
  x: number
  y: number
  scale: number
  pose: FoxPose
  eyes?: Eyes
  /** Moves the pupils sideways, about -4 to 4. */
  look?: number
  headTurn?: number
  turn?: number
  mirrored?: boolean
}

const { coat, shadow, white, socks, scarf } = foxColours

const drawScarf = (outlined: Outliner, x: number, y: number, width: number, end: boolean): string =>
  outlined(
    `M${x - width},${y - 7} C${x - width * 0.4},${y + 10} ${x + width * 0.4},${y + 10} ${x + width},${y - 7} ` +
      `C${x + width + 6},${y + 6} ${x + width * 0.6},${y + 20} ${x},${y + 20} ` +
      `C${x - width * 0.6},${y + 20} ${x - width - 6},${y + 6} ${x - width},${y - 7}Z`,
    scarf,
  ) +
  (end
    ? outlined(
        `M${x + width * 0.3},${y + 10} C${x + width * 0.9},${y + 20} ${x + width},${y + 40} ${x + width * 0.8},${y + 56} ` +
          `L${x + width * 0.3},${y + 54} C${x + width * 0.45},${y + 36} ${x + width * 0.3},${y + 26} ${x + width * 0.05},${y + 16}Z`,
        shade(scarf, 0.08),
      )
    : '')

const sitting = (outlined: Outliner, head: string): string[] => [
  outlined(
    'M30,-14 C70,-4 116,-20 118,-66 C119,-92 108,-110 98,-120 C90,-104 84,-92 76,-74 C66,-50 50,-40 28,-40Z',
    coat,
  ) +
    outlined(
      'M118,-66 C119,-92 108,-110 98,-120 C92,-108 88,-100 83,-89 L90,-84 L92,-93 L100,-80 L105,-88 L110,-72Z',
      white,
    ),
  outlined('M-46,-4 C-60,-40 -44,-100 -26,-118 L26,-118 C46,-98 60,-40 46,-4 C30,4 -30,4 -46,-4Z', coat) +
    outlined('M-22,-112 C-30,-80 -24,-50 0,-40 C24,-50 30,-80 22,-112Z', white) +
    outlined('M-26,-60 C-28,-34 -26,-14 -28,-2 C-24,5 -6,5 -4,-2 C-5,-24 -4,-40 -6,-56Z', coat) +
    outlined('M26,-60 C28,-34 26,-14 28,-2 C24,5 6,5 4,-2 C5,-24 4,-40 6,-56Z', coat) +
    outlined('M-28,-20 C-28,-10 -28,-6 -29,-2 C-24,6 -5,6 -3,-2 L-4,-22 C-12,-16 -20,-16 -28,-20Z', socks) +
    outlined('M28,-20 C28,-10 28,-6 29,-2 C24,6 5,6 3,-2 L4,-22 C12,-16 20,-16 28,-20Z', socks) +
    outlined('M-48,-6 C-60,-8 -58,-36 -42,-40 C-32,-34 -30,-14 -34,-2Z', coat) +
    outlined('M48,-6 C60,-8 58,-36 42,-40 C32,-34 30,-14 34,-2Z', coat) +
    stroke('M-8,-84 q3,7 0,12 M6,-78 q2,7 -2,12 M-4,-66 q3,6 0,10', '#d9c3a2', 2.2, 0.55) +
    drawScarf(outlined, 0, -112, 30, true),
  place({ x: 0, y: -150 }, head),
]

const paw = (outlined: Outliner, root: Point, joint: Point, end: Point, colour: string): string => {
  const limb = { root, joint, end, endAngle: 0 }
  return (
    outlined(tube(limb, [17, 12, 9]).outline, colour) +
    outlined(tube(limb, [17, 12, 9.5], 0.74, 1).outline, socks)
  )
}

const leg = (outlined: Outliner, from: Point, to: Point, colour: string): string => {
  const middle = (from.y + to.y) / 2
  return (
    outlined(
      `M${from.x - 12},${from.y} C${from.x - 10},${middle} ${to.x - 10},${to.y - 24} ${to.x - 9},${to.y - 4} ` +
        `C${to.x - 8},${to.y + 2} ${to.x + 14},${to.y + 2} ${to.x + 13},${to.y - 5} ` +
        `C${to.x + 10},${to.y - 20} ${from.x + 14},${middle} ${from.x + 13},${from.y}Z`,
      colour,
    ) +
    outlined(
      `M${to.x - 9},${to.y - 22} L${to.x - 9},${to.y - 4} C${to.x - 8},${to.y + 2} ${to.x + 14},${to.y + 2} ` +
        `${to.x + 13},${to.y - 5} L${to.x + 9},${to.y - 24}Z`,
      socks,
    )
  )
}

const walking = (outlined: Outliner, head: string, leaping: boolean): string[] => {
  const tail =
    outlined(
      'M-66,-74 C-96,-80 -120,-104 -150,-104 C-172,-104 -186,-92 -192,-80 C-180,-66 -150,-54 -120,-52 C-96,-50 -80,-50 -62,-54Z',
      coat,
    ) +
    outlined(
      'M-150,-104 C-172,-104 -186,-92 -192,-80 C-184,-70 -170,-64 -152,-58 L-154,-70 L-146,-74 L-156,-84 L-146,-92Z',
      white,
    )
  const farLegs = leaping
    ? paw(outlined, { x: -56, y: -60 }, { x: -70, y: -34 }, { x: -112, y: -26 }, shadow) +
      paw(outlined, { x: 50, y: -60 }, { x: 84, y: -58 }, { x: 112, y: -72 }, shadow)
    : leg(outlined, { x: -38, y: -52 }, { x: -22, y: 0 }, shadow) +
      leg(outlined, { x: 34, y: -54 }, { x: 22, y: 0 }, shadow)
  const nearLegs = leaping
    ? paw(outlined, { x: -60, y: -60 }, { x: -84, y: -40 }, { x: -126, y: -14 }, coat) +
      paw(outlined, { x: 52, y: -56 }, { x: 88, y: -44 }, { x: 128, y: -50 }, coat)
    : leg(outlined, { x: -60, y: -54 }, { x: -72, y: 0 }, coat) +
      leg(outlined, { x: 54, y: -54 }, { x: 66, y: 0 }, coat)
  const body =
    outlined(
      'M-78,-62 C-80,-90 -50,-98 -10,-94 C30,-98 60,-104 72,-84 C78,-62 70,-46 48,-42 C20,-38 -30,-38 -58,-40 C-72,-42 -78,-50 -78,-62Z',
      coat,
    ) + outlined('M76,-80 C80,-62 70,-46 48,-42 C38,-41 26,-40 16,-40 C30,-52 50,-62 58,-82Z', white)
  return [
    tail + farLegs,
    body + nearLegs + drawScarf(outlined, 64, -96, 24, true),
    place({ x: 82, y: -128, scale: 0.88, turn: leaping ? -6 : 0 }, head),
  ]
}

const curled = (outlined: Outliner, head: string): string[] => [
  outlined(
    'M-92,-6 C-104,-50 -64,-84 -10,-84 C48,-84 96,-58 94,-22 C92,4 40,6 0,6 C-40,6 -86,8 -92,-6Z',
    coat,
  ) + stroke('M-50,-62 q10,-6 20,-6 M10,-72 q12,0 22,6', shadow, 2.2, 0.55),
  place({ x: -46, y: -34, turn: -14, scale: 0.74 }, head) +
    outlined(
      'M92,-30 C104,6 70,26 20,24 C-20,24 -50,20 -62,8 C-40,-8 -10,-4 20,-6 C48,-8 66,-22 70,-44Z',
      coat,
    ) +
    outlined('M-10,23 C-36,22 -54,17 -62,8 C-46,-3 -28,-4 -10,-4 L-16,4 L-8,8 L-18,14Z', white),
]

const fromBehind = (outlined: Outliner, headTurn: number): string[] => [
  outlined('M-46,-4 C-60,-40 -44,-100 -26,-120 L26,-120 C46,-98 60,-40 46,-4 C30,4 -30,4 -46,-4Z', coat),
  outlined(
    'M20,-20 C60,-14 104,-18 112,-60 C114,-84 104,-104 94,-112 C88,-96 80,-80 70,-66 C56,-50 40,-46 14,-48Z',
    coat,
  ) +
    outlined(
      'M112,-60 C114,-84 104,-104 94,-112 C89,-100 84,-90 78,-79 L86,-76 L88,-84 L96,-72 L101,-80 L105,-66Z',
      white,
    ) +
    drawScarf(outlined, 0, -114, 30, false),
  place({ x: 0, y: -150, turn: headTurn }, foxHeadFromBehind(outlined)),
]

const piecesOf = (outlined: Outliner, options: FoxOptions): string[] => {
  const { pose, eyes = 'open', look = 0, headTurn = 0 } = options
  const head = place(
    { x: 0, y: 0, turn: headTurn },
    foxHead(outlined, pose === 'curl' ? 'closed' : eyes, look),
  )
  switch (pose) {
    case 'sit':
      return sitting(outlined, head)
    case 'walk':
      return walking(outlined, head, false)
    case 'leap':
      return walking(outlined, head, true)
    case 'curl':
      return curled(outlined, head)
    case 'back':
      return fromBehind(outlined, headTurn)
  }
}

/** Tale the fox, as SVG pieces to paint one above the other. */
export const drawFox = (options: FoxOptions): string[] => {
  const { x, y, scale, turn = 0, mirrored = false } = options
  return piecesOf(createOutliner(scale), options).map((piece) =>
    place({ x, y, scale, turn, mirrored }, piece),
  )
}
