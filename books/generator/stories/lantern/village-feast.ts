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

/** Behind the table. */
const standing: Villager[] = [
  {
    x: 82,
    y: 690,
    scale: 1.22,
    pose: 'lift',
    joints: { armLeft: [-120, -10], armRight: [60, 40], head: 5 },
    outfit: { kind: 'coat', main: '#6d8a6a', second: cream, shoes: '#5a3d34', scarf: '#b9714d' },
    skin: '#c98f68',
    hair: '#a39c96',
    hairStyle: 'bob',
    glasses: true,
  },
  {
    x: 246,
    y: 735,
    scale: 0.98,
    pose: 'wave',
    mirrored: true,
    joints: { head: 6 },
    outfit: { kind: 'dungarees', main: '#b5654a', second: '#f0dcae', stripe: '#5d8a7a', shoes: '#5a3d34' },
    skin: '#8a5a3e',
    hair: '#2e201c',
    hairStyle: 'coils',
    glasses: true,
  },
  {
    x: 912,
    y: 676,
    scale: 1.2,
    pose: 'wave',
    mirrored: true,
    outfit: { kind: 'coat', main: '#7a5d88', second: cream, shoes: '#4a3a38' },
    skin: '#b9805a',
    hair: '#3a2a24',
    hairStyle: 'headscarf',
  },
  {
    x: 680,
    y: 735,
    scale: 0.98,
    pose: 'lift',
    joints: { armLeft: [-128, -10], armRight: [70, 20], head: -7 },
    outfit: { kind: 'coat', main: '#d2a04a', second: cream, shoes: '#5a3d34', scarf: '#7a4d67' },
    skin: '#edc39b',
    hair: '#b5763f',
    hairStyle: 'bun',
    hearingAid: true,
  },
]

/** Before the table's end. */
const wheeling: Villager = {
  x: 850,
  y: 846,
  scale: 1.06,
  pose: 'wheelchair',
  mirrored: true,
  joints: { armLeft: [118, 24], head: 3 },
  outfit: { kind: 'dungarees', main: '#4f7f86', second: '#f6e3c0', stripe: '#d98a5c', shoes: '#8a4a3a' },
  skin: '#a06a48',
  hair: '#38241c',
  hairStyle: 'locs',
}

/** Those who come running for the story, and the one who comes rolling. */
export const villagers = standing.map(villager).join('')
export const wheelingVillager = villager(wheeling)

/** Coloured bulbs at the points of a string. */
export const lightChain = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], index) => bulb(x, y, ['#ffdc8c', '#ff9d7a', '#a6e0c8'][index % 3])).join('')

const pie = (x: number, crust: string): string =>
  ellipse(x, 876, 44, 11, '#fffaf0') +
  path(`M${x - 31},872 C${x - 29},838 ${x + 29},838 ${x + 31},872Z`, crust) +
  stroke(`M${x - 12},858 l6,-8 M${x},856 v-9 M${x + 12},858 l-6,-8`, '#8a5638', 2.6)

const cup = (x: number): string =>
  path(`M${x - 14},842 H${x + 14} L${x + 10},882 H${x - 10}Z`, '#7fb0b4') +
  stroke(`M${x + 13},850 q14,4 0,18`, '#7fb0b4', 5)

/** The long table in the square, with plates, pies and cups; it leaves the right of the page free. */
export const feastTable =
  path('M50,866 H700 L716,902 H34Z', '#f3e3c8') +
  path(
    'M34,902 H716 V966 C640,980 590,952 520,968 C440,986 380,956 300,970 C220,984 140,956 34,970Z',
    '#d3a884',
  ) +
  stroke(
    'M60,934 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0 q20,16 40,0',
    '#c9604a',
    4,
    0.7,
  ) +
  stroke('M100,970 V1030 M660,970 V1030', '#6d4638', 16) +
  stroke('M60,914 Q150,950 240,914 Q330,950 420,914 Q510,950 600,914 Q650,936 690,914', '#6d8a6a', 6, 0.9) +
  [105, 150, 195, 285, 330, 375, 465, 510, 555, 640]
    .map((x, index) =>
      ellipse(
        x,
        926 + (index % 3 === 1 ? 7 : 0),
        10,
        10,
        ['#e3a545', '#c9604a', '#f3e3c8'][index % 3] ?? '#e3a545',
      ),
    )
    .join('') +
  pie(120, '#c9774f') +
  pie(300, '#d9a252') +
  pie(640, '#b5563f') +
  cup(200) +
  cup(390) +
  cup(570)
