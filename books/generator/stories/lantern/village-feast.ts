import type { HairStyle } from '@foxetales/shared-schemas/child'
import { type ChildOptions, drawChild } from '../../rig/child.ts'
import { paintedFace } from '../../rig/painted-face.ts'
import { bulb } from '../../scenery/things.ts'
import { ellipse, path, stroke } from '../../svg.ts'

type Villager = ChildOptions & { hairStyle: HairStyle }

/** Somebody of the village, painted into the background. */
const villager = ({ hairStyle, ...options }: Villager): string => {
  const figure = drawChild(options)
  const hair = figure.hair[hairStyle] ?? { back: '', front: '' }
  const face = figure.face ? paintedFace(figure.face) : ''
  const body = figure.parts.map((part) => part.shapes).join('')
  return hair.back + body + face + hair.front + figure.headwear
}

const people: Villager[] = [
  {
    x: 95,
    y: 720,
    scale: 1.2,
    pose: 'lift',
    joints: { armLeft: [-120, -10], armRight: [70, 30] },
    outfit: { kind: 'coat', main: '#6d8a6a', second: '#f3e3c2', shoes: '#5a3d34' },
    skin: '#c98f68',
    hair: '#8d8580',
    hairStyle: 'bob',
  },
  {
    x: 235,
    y: 745,
    scale: 0.95,
    pose: 'wave',
    outfit: { kind: 'dungarees', main: '#b5654a', second: '#f0dcae', shoes: '#5a3d34' },
    skin: '#8a5a3e',
    hair: '#2e201c',
    hairStyle: 'curls',
  },
  {
    x: 785,
    y: 740,
    scale: 0.98,
    pose: 'lift',
    joints: { armLeft: [-80, -30], armRight: [125, 10] },
    outfit: { kind: 'coat', main: '#d2a04a', second: '#f3e3c2', shoes: '#5a3d34', scarf: '#7a4d67' },
    skin: '#edc39b',
    hair: '#b5763f',
    hairStyle: 'tousled',
  },
  {
    x: 915,
    y: 720,
    scale: 1.22,
    pose: 'wave',
    mirrored: true,
    outfit: { kind: 'coat', main: '#5d6ea0', second: '#f3e3c2', shoes: '#4a3a38', hat: '#b5563f' },
    skin: '#b9805a',
    hair: '#3a2a24',
    hairStyle: 'tousled',
  },
]

/** Those who come running for the story. */
export const villagers = people.map(villager).join('')

/** Coloured bulbs at the points of a string. */
export const lightChain = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], index) => bulb(x, y, ['#ffdc8c', '#ff9d7a', '#a6e0c8'][index % 3])).join('')

/** The long table in the square, with plates, pies and cups. */
export const feastTable =
  path('M90,862 H910 L930,900 H70Z', '#f3e3c8') +
  path('M70,900 H930 V960 H70Z', '#d3a884') +
  stroke('M150,960 V1020 M850,960 V1020', '#6d4638', 16) +
  [150, 270, 720, 850]
    .map(
      (x, index) =>
        ellipse(x, 872, 44, 12, '#fffaf0') +
        path(
          `M${x - 30},868 C${x - 28},836 ${x + 28},836 ${x + 30},868Z`,
          ['#c9774f', '#d9a252', '#b5563f', '#c98a4a'][index] ?? '#c9774f',
        ),
    )
    .join('') +
  [210, 340, 660, 785]
    .map((x) => path(`M${x - 14},842 H${x + 14} L${x + 10},880 H${x - 10}Z`, '#7fb0b4'))
    .join('')
