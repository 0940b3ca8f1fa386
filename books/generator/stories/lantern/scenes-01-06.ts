import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { moon, stars } from '../../scenery/sky.ts'
import { house, lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, rect, wholePage } from '../../svg.ts'
import { darkWindow } from './dark-window.ts'
import { eveningHill } from './evening-hill.ts'
import { gardenGate } from './garden-gate.ts'
import { bed, curtains, floor, nightWall, windowFrame } from './room.ts'
import { stairs } from './stairs.ts'

const lampRoom = { grade: { colour: '#b9b3d6', opacity: 0.24 } } as const

export const pages1to6: Illustration[] = [
  eveningHill,
  {
    seed: 23,
    from: [0.7, -0.5],
    light: { ...lampRoom, lamp: { x: 640, y: 560, radius: 420, colour: '#ffb45c', opacity: 0.2 } },
    prompt: 'a child in star pyjamas at a bedroom window at night, a far lantern glowing on a hill outside',
    textBox: box(0.1, 0.75, 0.8, 0.16),
    ink: inks.cream,
    async paint(scene) {
      await scene.behind(wholePage('#5d6390'), brushes.wash)
      await scene.behind(nightWall(), withBrush(brushes.flat, { edge: 0 }))
      await scene.behind(rect(90, 70, 820, 520, '#293a6c'), brushes.wash)
      await scene.behind(stars(40, 260, 9).replaceAll('cx="', 'cx="') + moon(240, 190, 54), brushes.detail)
      await scene.glow({ x: 240, y: 190, radius: 170, colour: '#cfdcff', opacity: 0.6 })
      await scene.behind(
        path('M90,470 C230,400 380,470 520,420 C660,370 800,420 910,390 V590 H90Z', '#1f2f58') +
          house(300, 500, 0.4, { wall: '#5d5c86', roof: '#3b3f6b', window: '#ffd877' }) +
          house(380, 508, 0.46, { wall: '#5d5c86', roof: '#3b3f6b', window: '#ffd877' }),
        brushes.farTree,
      )
      await scene.behind(lanternPost(770, 400, 0.62, true), brushes.object)
      await scene.glow({ x: 770, y: 280, radius: 150, colour: '#ffc46a', opacity: 0.95 })
      await scene.behind(windowFrame(90, 70, 820, 520) + rect(492, 70, 16, 520, '#c9b7a4'), brushes.object)
      await scene.behind(curtains(90, 910, 44, 640), brushes.object)
      await scene.behind(
        path('M-60,640 H1060 V1070 H-60Z', '#4d4a72') + path('M-60,626 H1060 V664 H-60Z', '#8a6d66'),
        brushes.object,
      )
      await scene.child({
        x: 500,
        y: 800,
        scale: 2.05,
        pose: 'stand',
        outfit: wardrobe.night,
        joints: { head: -6, yaw: 0.2, armLeft: [-30, -20], armRight: [30, 20] },
      })
      await scene.before(
        path('M-60,720 C200,700 800,700 1060,720 V1070 H-60Z', '#443f66') +
          path('M-60,706 H1060 V736 H-60Z', '#8a6d66'),
        brushes.object,
      )
    },
  },
  darkWindow,
  {
    seed: 34,
    from: [0.7, -0.5],
    light: { ...lampRoom, lamp: { x: 760, y: 640, radius: 420, colour: '#ffad5a', opacity: 0.22 } },
    prompt: 'a fox with a teal scarf sits outside a bedroom window at night, a child in pyjamas waves to it',
    textBox: box(0.09, 0.09, 0.35, 0.29),
    ink: inks.cream,
    async paint(scene) {
      await scene.behind(wholePage('#5d6390'), brushes.wash)
      await scene.behind(nightWall(), withBrush(brushes.flat, { edge: 0 }))
      await scene.behind(floor, brushes.flat)
      await scene.behind(rect(520, 80, 330, 430, '#273766', 8), brushes.wash)
      await scene.behind(
        moon(760, 190, 54) +
          [
            [560, 140],
            [610, 210],
            [690, 120],
            [820, 260],
          ]
            .map(([x = 0, y = 0]) => circle(x, y, 3, '#fff2c9'))
            .join(''),
        brushes.detail,
      )
      await scene.glow({ x: 760, y: 190, radius: 170, colour: '#cfdcff', opacity: 0.6 })
      await scene.behind(
        path('M520,440 C590,390 660,420 720,400 C780,384 820,400 850,410 V510 H520Z', '#1f2d52'),
        brushes.farTree,
      )
      await scene.fox({ x: 680, y: 512, scale: 0.86, pose: 'sit', look: -4 })
      await scene.behind(windowFrame(520, 80, 330, 430), brushes.object)
      await scene.behind(curtains(500, 870, 44, 560), brushes.object)
      await scene.behind(
        rect(800, 660, 150, 190, '#7d5646', 8) +
          rect(866, 610, 18, 54, '#5d4640') +
          path('M820,620 L846,530 H904 L930,620Z', '#ffd98a'),
        brushes.object,
      )
      await scene.glow({ x: 875, y: 590, radius: 300, colour: '#ffb766', opacity: 0.7 })
      await scene.behind(
        `<ellipse cx="420" cy="900" rx="330" ry="80" fill="#a9605c"/><ellipse cx="420" cy="900" rx="250" ry="56" fill="#c88a6a"/>`,
        brushes.flat,
      )
      await scene.shadow(430, 920, 92, '#4a3550', 0.4)
      await scene.child({
        x: 430,
        y: 734,
        scale: 1.26,
        pose: 'wave',
        outfit: wardrobe.night,
        joints: { head: 6 },
      })
      await scene.before(bed, brushes.object)
    },
  },
  stairs,
  gardenGate,
]
