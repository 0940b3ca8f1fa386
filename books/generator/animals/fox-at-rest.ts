import { oval } from '../rig/drawing.ts'
import { path } from '../svg.ts'
import { foxColours } from './fox-colours.ts'
import { type Body, filled, fur, leg, scarf, tail } from './fox-parts.ts'
import { furEnd, furLimb, type Station } from './fur-limb.ts'

const { coat, white, sock } = foxColours

const mirrored = (shapes: string): string => `<g transform="scale(-1 1)">${shapes}</g>`

/** A foreleg seen from the front, from the chest straight down. */
const foreleg: readonly Station[] = [
  [19, -74, 13],
  [17, -48, 11.5],
  [15, -24, 9.5],
  [15, -8, 9.5],
]
/** A foreleg held up, as somebody does who tells, waves or gives a paw. */
const raisedForeleg: readonly Station[] = [
  [28, -84, 13],
  [50, -66, 11],
  [66, -80, 9],
  [70, -104, 9],
]

const frontLeg = (pencil: Parameters<Body>[0], stations: readonly Station[]): string => {
  const raised = stations === raisedForeleg
  const root = stations[0] ?? [0, 0, 0]
  return (
    filled(pencil, furLimb(stations), coat) +
    filled(pencil, furEnd(stations, raised ? 0.66 : 0.6), sock) +
    (raised
      ? fur('M66,-108 v-6 M71,-109 v-6', '#2e1d1a')
      : filled(pencil, oval(15, -5, 13, 7.5), sock) + fur('M11,-6 v5 M18,-6 v5', '#2e1d1a')) +
    path(oval(root[0], root[1] - 4, root[2] + 2, root[2]), coat)
  )
}

const tailBeside: readonly Station[] = [
  [40, -16, 10],
  [72, -16, 18],
  [104, -34, 24],
  [116, -72, 21],
  [104, -108, 8],
  [98, -120, 1],
]
/** Laid round the paws. */
const tailBefore: readonly Station[] = [
  [64, -30, 9],
  [74, -8, 15],
  [44, 4, 19],
  [4, 6, 19],
  [-34, 2, 13],
  [-58, -8, 1],
]

/** Sitting, seen from the front: a haunch and a hind paw on each side, two forelegs between them, one tail. */
export const sitting: Body = (pencil, head, { paw, tail: where = 'side' }) => {
  const haunch =
    filled(pencil, 'M30,-62 C58,-66 72,-40 66,-12 C64,-2 50,2 34,0 C26,-14 24,-40 30,-62Z', coat) +
    filled(pencil, 'M28,-3 C28,-14 40,-17 52,-15 C64,-13 70,-6 66,0 C60,5 34,5 28,-3Z', sock) +
    fur('M56,-10 q4,3 3,8 M47,-12 q4,4 3,10', '#2e1d1a')
  const fore = (side: 'left' | 'right'): string => {
    const shapes = frontLeg(pencil, paw === side ? raisedForeleg : foreleg)
    return side === 'left' ? mirrored(shapes) : shapes
  }
  return (
    (where === 'side' ? tail(pencil, tailBeside) : '') +
    filled(
      pencil,
      'M-44,-4 C-60,-40 -46,-98 -27,-118 L27,-118 C46,-98 60,-40 44,-4 C28,2 -28,2 -44,-4Z',
      coat,
    ) +
    haunch +
    mirrored(haunch) +
    path('M-24,-112 C-32,-84 -26,-56 0,-40 C26,-56 32,-84 24,-112Z', white) +
    fore('left') +
    fore('right') +
    path('M-20,-112 C-26,-88 -18,-68 0,-58 C18,-68 26,-88 20,-112Z', white) +
    fur('M-8,-84 q3,7 0,12 M6,-80 q2,7 -2,12', '#d9c3a2') +
    (where === 'front' ? tail(pencil, tailBefore) + path(oval(59, -25, 15, 15), coat) : '') +
    scarf(pencil, 0, -112, 30) +
    head({ x: 0, y: -150 })
  )
}

/** Sitting, seen from the side, looking ahead: straight forelegs, a round haunch, the tail along the ground. */
export const sittingSide: Body = (pencil, head) =>
  tail(pencil, [
    [-44, -14, 9],
    [-74, -12, 16],
    [-108, -18, 22],
    [-136, -40, 17],
    [-150, -70, 2],
  ]) +
  leg(
    pencil,
    [
      [44, -66, 13],
      [52, -42, 9],
      [54, -22, 7],
      [56, -7, 6.5],
    ],
    { far: true },
  ) +
  filled(
    pencil,
    furLimb([
      [-28, -30, 30],
      [-10, -62, 34],
      [16, -92, 29],
      [30, -118, 22],
    ]),
    coat,
  ) +
  path('M52,-112 C62,-88 54,-64 42,-48 C30,-60 34,-90 34,-112Z', white) +
  leg(pencil, [
    [30, -70, 16],
    [36, -44, 10.5],
    [38, -22, 8],
    [40, -7, 7.5],
  ]) +
  filled(pencil, 'M-56,-8 C-64,-48 -30,-66 -6,-54 C16,-42 14,-14 2,-2 L-44,0 C-52,0 -55,-3 -56,-8Z', coat) +
  filled(pencil, 'M-20,-2 C-18,-13 -2,-15 14,-13 C24,-11 28,-3 22,0 C12,4 -12,4 -20,-2Z', sock) +
  path(oval(-36, -30, 21, 24), coat) +
  scarf(pencil, 30, -116, 24) +
  head({ x: 40, y: -150, scale: 0.94 })

export const curled: Body = (pencil, head) =>
  filled(
    pencil,
    'M-92,-6 C-104,-50 -64,-84 -10,-84 C48,-84 96,-58 94,-22 C92,4 40,6 0,6 C-40,6 -86,8 -92,-6Z',
    coat,
  ) +
  fur('M-50,-62 q10,-6 20,-6 M10,-72 q12,0 22,6 M44,-20 C30,-44 50,-62 70,-58') +
  head({ x: -46, y: -34, scale: 0.74 }, -14) +
  tail(pencil, [
    [84, -28, 11],
    [74, 0, 19],
    [34, 10, 22],
    [-12, 11, 17],
    [-60, 4, 3],
  ])

/** On the belly like a sphinx: both forelegs before it, the near hind leg folded. */
export const lying: Body = (pencil, head) =>
  tail(pencil, [
    [-82, -26, 10],
    [-112, -18, 18],
    [-148, -26, 21],
    [-168, -58, 15],
    [-164, -86, 2],
  ]) +
  leg(
    pencil,
    [
      [56, -34, 13],
      [78, -14, 10],
      [104, -12, 8],
      [126, -11, 7.5],
    ],
    { far: true },
  ) +
  filled(
    pencil,
    'M-100,-12 C-112,-52 -80,-80 -30,-76 C14,-76 44,-86 66,-74 C84,-56 84,-12 62,0 L-78,0 C-92,0 -98,-4 -100,-12Z',
    coat,
  ) +
  path('M48,-72 C30,-46 36,-22 50,-8 C70,-14 82,-36 78,-62Z', white) +
  leg(pencil, [
    [38, -30, 17],
    [46, -12, 11],
    [80, -9, 9],
    [106, -8, 8.5],
  ]) +
  filled(
    pencil,
    'M-98,-10 C-104,-46 -68,-60 -44,-48 C-22,-36 -26,-8 -44,0 L-82,0 C-92,0 -97,-4 -98,-10Z',
    coat,
  ) +
  filled(pencil, 'M-62,-2 C-60,-13 -44,-15 -26,-13 C-14,-11 -12,-2 -18,1 C-30,4 -54,4 -62,-2Z', sock) +
  path(oval(-80, -32, 17, 22), coat) +
  fur('M-10,-66 q14,-3 26,-1') +
  scarf(pencil, 54, -66, 26) +
  head({ x: 58, y: -98, scale: 0.92 })

export const fromBehind: Body = (pencil, head) =>
  filled(
    pencil,
    'M-46,-4 C-62,-40 -46,-100 -26,-120 L26,-120 C46,-100 62,-40 46,-4 C30,4 -30,4 -46,-4Z',
    coat,
  ) +
  fur('M-34,-6 C-52,-20 -50,-48 -36,-58 M34,-6 C52,-20 50,-48 36,-58') +
  filled(pencil, 'M-56,-2 C-56,-12 -40,-12 -30,-4 C-32,4 -52,4 -56,-2Z', sock) +
  filled(pencil, 'M56,-2 C56,-12 40,-12 30,-4 C32,4 52,4 56,-2Z', sock) +
  tail(pencil, [
    [2, -24, 10],
    [36, -14, 18],
    [84, -22, 24],
    [110, -60, 21],
    [100, -98, 8],
    [94, -112, 1],
  ]) +
  path(oval(-4, -30, 14, 18), coat) +
  scarf(pencil, 0, -114, 30, false) +
  head({ x: 0, y: -150 })
