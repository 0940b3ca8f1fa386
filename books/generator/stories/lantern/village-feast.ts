import type { HairStyle } from '@foxetales/shared-schemas/child'
import { type ChildOptions, drawChild } from '../../rig/child.ts'
import { paintedFace } from '../../rig/painted-face.ts'
import { bulb } from '../../scenery/things.ts'
import { ellipse, path, stroke } from '../../svg.ts'

type Villager = ChildOptions & { hairStyle: HairStyle; glasses?: boolean; hearingAid?: boolean }

/** Somebody of the village, painted into the background. */
const villager = ({ hairStyle, glasses, hearingAid, ...options }: Villager): string => {
  const figure = drawChild(options)
  const hair = figure.hair[hairStyle] ?? { back: '', front: '' }
  const face = figure.face ? paintedFace(figure.face) : ''
  const body = figure.parts.map((part) => part.shapes).join('')
  const worn = (glasses ? figure.glasses : '') + (hearingAid ? figure.hearingAid : '')
  return hair.back + body + face + hair.front + worn + figure.headwear
}

const cream = '#f3e3c2'

const grandmother = {
  kind: 'coat',
  main: '#6d8a6a',
  second: cream,
  shoes: '#5a3d34',
  scarf: '#b9714d',
} as const
const violet = { kind: 'coat', main: '#7a5d88', second: cream, shoes: '#4a3a38' } as const
const ochre = { kind: 'coat', main: '#d2a04a', second: cream, shoes: '#5a3d34', scarf: '#7a4d67' } as const
const rust = { kind: 'coat', main: '#b5654a', second: cream, shoes: '#5a3d34', scarf: '#5d8a7a' } as const
const teal = { kind: 'coat', main: '#4f7f86', second: cream, shoes: '#8a4a3a', scarf: '#d98a5c' } as const
const blue = { kind: 'coat', main: '#5b74a8', second: cream, shoes: '#4a3a38', scarf: '#e0b45c' } as const

/** Behind the table, turned to the one who tells. */
const listening: Villager[] = [
  {
    x: 118,
    y: 610,
    scale: 0.98,
    pose: 'stand',
    joints: { armLeft: [-20, 70], armRight: [18, -74], head: 8, yaw: 0.35, lean: 3 },
    outfit: grandmother,
    skin: '#c98f68',
    hair: '#a39c96',
    hairStyle: 'bob',
    glasses: true,
  },
  {
    x: 268,
    y: 640,
    scale: 0.84,
    pose: 'stand',
    joints: { armLeft: [-118, -20], armRight: [14, 24], head: 8, yaw: 0.35 },
    outfit: rust,
    skin: '#8a5a3e',
    hair: '#2e201c',
    hairStyle: 'coils',
    glasses: true,
  },
  {
    x: 900,
    y: 600,
    scale: 0.98,
    pose: 'stand',
    mirrored: true,
    joints: { armLeft: [-20, 70], armRight: [18, -74], head: 8, yaw: 0.35, lean: 3 },
    outfit: violet,
    skin: '#b9805a',
    hair: '#3a2a24',
    hairStyle: 'headscarf',
  },
  {
    x: 748,
    y: 640,
    scale: 0.84,
    pose: 'stand',
    mirrored: true,
    joints: { armLeft: [-120, -20], armRight: [120, 20], head: 8, yaw: 0.35 },
    outfit: ochre,
    skin: '#edc39b',
    hair: '#b5763f',
    hairStyle: 'bun',
    hearingAid: true,
  },
]

/** Before the table, seen from behind: they too look at the child. */
const fromBehind: Villager[] = [
  {
    x: 150,
    y: 905,
    scale: 0.9,
    pose: 'back',
    joints: { armLeft: [-30, 30], armRight: [60, 60], head: 10 },
    outfit: blue,
    skin: '#d9a27a',
    hair: '#7b4a2c',
    hairStyle: 'curls',
  },
  {
    x: 345,
    y: 930,
    scale: 0.8,
    pose: 'back',
    joints: { armLeft: [-150, -10], armRight: [150, 10], head: 4 },
    outfit: teal,
    skin: '#6e4630',
    hair: '#241814',
    hairStyle: 'bun',
  },
  {
    x: 628,
    y: 925,
    scale: 0.86,
    pose: 'back',
    joints: { armLeft: [-60, -50], armRight: [20, 10], head: -8 },
    outfit: rust,
    skin: '#efc7a4',
    hair: '#d8a85a',
    hairStyle: 'long',
  },
]

/** At the table's end. */
const wheeling: Villager = {
  x: 872,
  y: 860,
  scale: 0.92,
  pose: 'wheelchair',
  mirrored: true,
  joints: { armLeft: [118, 24], head: -4 },
  outfit: teal,
  skin: '#a06a48',
  hair: '#38241c',
  hairStyle: 'locs',
}

/** The village round its table: those behind it, those before it, and the one who came rolling. */
export const listeners = listening.map(villager).join('')
export const listenersFromBehind = fromBehind.map(villager).join('')
export const wheelingVillager = villager(wheeling)

/** Coloured bulbs at the points of a string. */
export const lightChain = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], index) => bulb(x, y, ['#ffdc8c', '#ff9d7a', '#a6e0c8'][index % 3])).join('')

const pie = (x: number, y: number, crust: string): string =>
  ellipse(x, y + 8, 46, 16, '#fffaf0') +
  ellipse(x, y, 34, 14, crust) +
  stroke(`M${x - 14},${y - 3} l7,6 M${x - 2},${y - 5} l7,8 M${x + 10},${y - 4} l6,6`, '#8a5638', 3)

const cup = (x: number, y: number): string =>
  path(`M${x - 12},${y - 30} H${x + 12} L${x + 9},${y} H${x - 9}Z`, '#7fb0b4') +
  ellipse(x, y - 30, 12, 4.5, '#4f6d70') +
  stroke(`M${x + 11},${y - 24} q12,4 0,15`, '#7fb0b4', 4)

/** The round table seen a little from above, laid with pies, cups and a garland. */
export const roundTable =
  path('M110,726 C110,640 890,640 890,726 L880,850 C800,900 200,900 120,850Z', '#d3a884') +
  ellipse(500, 726, 390, 92, '#f6e8cf') +
  stroke(
    'M118,800 q24,30 62,22 q24,28 66,18 q26,26 70,14 q28,24 72,8 q28,22 72,6 q30,20 74,2 q30,18 72,-4 q30,14 70,-10 q28,12 66,-16 q26,6 62,-26',
    '#c9604a',
    5,
    0.75,
  ) +
  pie(250, 716, '#c9774f') +
  pie(400, 762, '#d9a252') +
  pie(600, 756, '#b5563f') +
  pie(742, 716, '#d9a252') +
  cup(330, 728) +
  cup(490, 800) +
  cup(682, 760) +
  cup(170, 744) +
  cup(828, 744) +
  ellipse(500, 724, 54, 17, '#fffaf0') +
  [-26, -9, 9, 26, -16, 0, 16]
    .map((dx, index) =>
      ellipse(500 + dx, 716 - (index > 3 ? 12 : 0), 10, 10, ['#c9604a', '#e3a545'][index % 2] ?? '#e3a545'),
    )
    .join('')
