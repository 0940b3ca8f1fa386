import { drawChild } from '../../rig/child.ts'
import type { Outfit } from '../../rig/outfit.ts'
import { paintedFace } from '../../rig/painted-face.ts'

type Villager = {
  x: number
  y: number
  scale: number
  skin: string
  hair: string
  outfit: Outfit
  hairStyle: 'tousled' | 'bob' | 'curls'
  pose: 'wave' | 'lift' | 'stand'
}

const coat = (main: string, second: string, scarf?: string): Outfit => ({
  kind: 'coat',
  main,
  second,
  shoes: '#5d4640',
  ...(scarf ? { scarf } : {}),
})

/** The people of the village: every tone of skin and hair. */
export const villagers: readonly Villager[] = [
  {
    x: 90,
    y: 690,
    scale: 0.82,
    skin: '#8a5a3c',
    hair: '#2a1d19',
    outfit: coat('#3f7f86', '#f3e3c2'),
    hairStyle: 'curls',
    pose: 'wave',
  },
  {
    x: 216,
    y: 706,
    scale: 0.7,
    skin: '#f0cba6',
    hair: '#c48a4a',
    outfit: coat('#8a6aa0', '#f3e3c2', '#e6b54a'),
    hairStyle: 'bob',
    pose: 'lift',
  },
  {
    x: 330,
    y: 684,
    scale: 0.86,
    skin: '#c98e64',
    hair: '#33241e',
    outfit: coat('#b96a4a', '#f6e6c8'),
    hairStyle: 'tousled',
    pose: 'stand',
  },
  {
    x: 700,
    y: 688,
    scale: 0.84,
    skin: '#e2b088',
    hair: '#7a7672',
    outfit: coat('#4f6f9a', '#f3e3c2', '#c9553f'),
    hairStyle: 'tousled',
    pose: 'wave',
  },
  {
    x: 812,
    y: 708,
    scale: 0.7,
    skin: '#5f3d2b',
    hair: '#1d1614',
    outfit: coat('#e0a040', '#fbeccb'),
    hairStyle: 'curls',
    pose: 'lift',
  },
  {
    x: 920,
    y: 690,
    scale: 0.82,
    skin: '#f3d2b0',
    hair: '#9a4a2c',
    outfit: coat('#5f8a55', '#f3e3c2'),
    hairStyle: 'bob',
    pose: 'wave',
  },
]

/** One of them, with a drawn face of their own. */
export const drawVillager = ({ x, y, scale, skin, hair, outfit, hairStyle, pose }: Villager): string => {
  const figure = drawChild({ x, y, scale, pose, outfit, skin, hair, hairStyle })
  return (
    figure.parts.map((part) => part.shapes).join('') +
    (figure.face ? paintedFace(figure.face) : '') +
    figure.hairFront
  )
}
