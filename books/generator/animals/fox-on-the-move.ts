import { path } from '../svg.ts'
import { foxColours } from './fox-colours.ts'
import { type Body, filled, flyingScarf, fur, leg, scarf, tail } from './fox-parts.ts'
import { furLimb, type Station } from './fur-limb.ts'

const { coat, white } = foxColours

/** Trunk along the spine, and the white of chest and belly along its lower edge. */
const trunk = (pencil: Parameters<Body>[0], spine: readonly Station[], belly: readonly Station[]): string =>
  filled(pencil, furLimb(spine), coat) + path(furLimb(belly), white)

/** A walk: one fore and one hind leg ahead, their partners behind. */
export const walking: Body = (pencil, head) =>
  tail(pencil, [
    [-72, -72, 9],
    [-98, -54, 17],
    [-132, -50, 24],
    [-162, -74, 21],
    [-172, -112, 8],
    [-170, -128, 1],
  ]) +
  leg(
    pencil,
    [
      [-50, -62, 18],
      [-34, -40, 12],
      [-44, -20, 7],
      [-30, -6, 6.5],
    ],
    { far: true },
  ) +
  leg(
    pencil,
    [
      [46, -62, 14],
      [38, -38, 9],
      [34, -20, 7],
      [24, -6, 6.5],
    ],
    { far: true, pawTurn: 12 },
  ) +
  trunk(
    pencil,
    [
      [-64, -74, 21],
      [-40, -74, 29],
      [0, -73, 26],
      [40, -76, 30],
      [66, -88, 24],
    ],
    [
      [-14, -50, 2],
      [24, -52, 8],
      [58, -66, 17],
      [76, -92, 13],
    ],
  ) +
  leg(
    pencil,
    [
      [-54, -68, 22],
      [-56, -40, 13],
      [-82, -24, 7.5],
      [-84, -7, 7],
    ],
    { pawTurn: 10 },
  ) +
  leg(pencil, [
    [52, -70, 16],
    [52, -44, 10],
    [70, -24, 7.5],
    [74, -7, 7],
  ]) +
  fur('M-46,-44 q8,10 2,22 M-12,-94 q14,-3 26,0') +
  scarf(pencil, 64, -96, 24) +
  head({ x: 82, y: -128, scale: 0.88 })

/** A gallop, hind legs gathered under the belly, one foreleg reaching ahead. */
export const running: Body = (pencil, head) =>
  tail(pencil, [
    [-68, -78, 9],
    [-96, -80, 16],
    [-130, -70, 23],
    [-162, -76, 19],
    [-190, -96, 2],
  ]) +
  leg(
    pencil,
    [
      [-50, -70, 18],
      [-48, -44, 12],
      [-80, -34, 7],
      [-98, -14, 6.5],
    ],
    { far: true, pawTurn: 70 },
  ) +
  leg(
    pencil,
    [
      [50, -72, 14],
      [48, -44, 9],
      [26, -32, 7],
      [10, -14, 6.5],
    ],
    { far: true, pawTurn: 60 },
  ) +
  trunk(
    pencil,
    [
      [-62, -74, 21],
      [-38, -84, 29],
      [2, -88, 25],
      [38, -84, 29],
      [68, -94, 23],
    ],
    [
      [-12, -66, 2],
      [26, -62, 8],
      [62, -74, 17],
      [80, -98, 12],
    ],
  ) +
  leg(
    pencil,
    [
      [-52, -74, 22],
      [-20, -50, 13],
      [-30, -26, 7.5],
      [-8, -12, 7],
    ],
    { pawTurn: 16 },
  ) +
  leg(
    pencil,
    [
      [54, -78, 16],
      [70, -52, 10],
      [100, -48, 7.5],
      [116, -30, 7],
    ],
    { pawTurn: 40 },
  ) +
  fur('M-34,-56 q10,6 10,16 M-14,-110 q14,-3 26,-1') +
  flyingScarf(pencil, 66, -102, 24) +
  head({ x: 86, y: -134, scale: 0.88 })

/** A leap at its height: forelegs stretched ahead, hind legs behind, the back one line from tail to nose. */
export const leaping: Body = (pencil, head) =>
  tail(pencil, [
    [-70, -62, 9],
    [-98, -66, 16],
    [-132, -66, 23],
    [-164, -84, 18],
    [-186, -112, 2],
  ]) +
  leg(
    pencil,
    [
      [-52, -56, 18],
      [-66, -30, 12],
      [-94, -24, 7],
      [-112, -2, 6.5],
    ],
    { far: true, pawTurn: 120 },
  ) +
  leg(
    pencil,
    [
      [58, -84, 14],
      [90, -84, 9],
      [116, -92, 7],
      [138, -88, 6.5],
    ],
    { far: true, pawTurn: 10 },
  ) +
  trunk(
    pencil,
    [
      [-66, -58, 21],
      [-42, -64, 29],
      [-2, -76, 25],
      [36, -84, 29],
      [66, -98, 23],
    ],
    [
      [-22, -50, 2],
      [20, -58, 8],
      [60, -74, 17],
      [82, -98, 12],
    ],
  ) +
  leg(
    pencil,
    [
      [-56, -58, 22],
      [-80, -40, 13],
      [-110, -42, 7.5],
      [-136, -26, 7],
    ],
    { pawTurn: 140 },
  ) +
  leg(
    pencil,
    [
      [56, -80, 16],
      [84, -62, 10],
      [112, -62, 7.5],
      [136, -50, 7],
    ],
    { pawTurn: 20 },
  ) +
  fur('M-62,-40 q-10,4 -18,12 M-20,-94 q14,-8 28,-9') +
  flyingScarf(pencil, 66, -104, 24) +
  head({ x: 86, y: -136, scale: 0.88 }, -6)

/** Up on its hind legs, forepaws against something on the right: a window, a knee, a wall. */
export const rearing: Body = (pencil, head) =>
  tail(pencil, [
    [-40, -44, 9],
    [-66, -26, 17],
    [-100, -24, 23],
    [-130, -48, 18],
    [-142, -84, 2],
  ]) +
  leg(
    pencil,
    [
      [-12, -58, 18],
      [14, -44, 12],
      [2, -20, 7],
      [10, -6, 6.5],
    ],
    { far: true },
  ) +
  leg(
    pencil,
    [
      [32, -120, 13],
      [58, -118, 9],
      [74, -138, 7],
      [86, -156, 6.5],
    ],
    { far: true, pawTurn: -50 },
  ) +
  trunk(
    pencil,
    [
      [-30, -54, 25],
      [-18, -72, 30],
      [0, -98, 27],
      [16, -122, 27],
      [26, -146, 22],
    ],
    [
      [4, -66, 3],
      [20, -88, 9],
      [36, -116, 15],
      [42, -140, 12],
    ],
  ) +
  leg(pencil, [
    [-24, -56, 23],
    [0, -40, 15],
    [-16, -19, 8],
    [-10, -7, 7],
  ]) +
  leg(
    pencil,
    [
      [24, -118, 15],
      [48, -102, 10],
      [74, -112, 7.5],
      [88, -128, 7],
    ],
    { pawTurn: -50 },
  ) +
  scarf(pencil, 28, -156, 24) +
  head({ x: 40, y: -188, scale: 0.88 })
