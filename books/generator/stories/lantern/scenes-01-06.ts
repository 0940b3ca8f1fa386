import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { moon, stars } from '../../scenery/sky.ts'
import { house, lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, rect, stroke, wholePage } from '../../svg.ts'
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
    prompt:
      'a child in star pyjamas at a bedroom window at night holds up fingers and counts the blinks of a glowing lantern on a hill outside',
    expression: 'happy',
    gaze: 'up-right',
    textBox: box(0.1, 0.77, 0.8, 0.14),
    ink: inks.cream,
    async paint(scene) {
      await scene.behind(wholePage('#5d6390'), brushes.wash)
      await scene.behind(nightWall(), withBrush(brushes.flat, { edge: 0 }))
      await scene.behind(rect(90, 70, 820, 540, '#293a6c'), brushes.wash)
      await scene.behind(stars(40, 260, 9), brushes.detail)
      await scene.behind(
        path('M90,480 C200,440 330,470 470,410 C620,340 800,330 910,360 V610 H90Z', '#22335e') +
          house(560, 470, 0.5, { wall: '#5d5c86', roof: '#3b3f6b', window: '#ffd877' }) +
          house(640, 500, 0.56, { wall: '#5d5c86', roof: '#3b3f6b', window: '#ffd877' }) +
          house(880, 520, 0.6, { wall: '#5d5c86', roof: '#3b3f6b', window: '#ffd877' }),
        brushes.farTree,
      )
      await scene.behind(lanternPost(750, 420, 1.05, true), brushes.object)
      await scene.glow({ x: 750, y: 222, radius: 230, colour: '#ffc46a', opacity: 0.95 })
      await scene.glow({ x: 750, y: 222, radius: 80, colour: '#fff3cf', opacity: 0.9 })
      await scene.behind(
        stroke(
          'M690,150 l-26,-22 M750,122 v-34 M810,150 l26,-22 M676,222 h-36 M824,222 h36',
          '#ffe3a0',
          7,
          0.85,
        ),
        brushes.detail,
      )
      await scene.behind(windowFrame(90, 70, 820, 540) + rect(540, 70, 14, 540, '#c9b7a4'), brushes.object)
      await scene.behind(curtains(90, 910, 44, 660), brushes.object)
      await scene.behind(
        path('M-60,640 H1060 V1070 H-60Z', '#4d4a72') + path('M-60,626 H1060 V664 H-60Z', '#8a6d66'),
        brushes.object,
      )
      await scene.child({
        x: 320,
        y: 800,
        scale: 1.95,
        pose: 'stand',
        outfit: wardrobe.night,
        joints: { head: 6, yaw: 0.3, lean: 3, armLeft: [-26, 40], armRight: [88, 34] },
      })
      await scene.before(
        path('M-60,720 C200,700 800,700 1060,720 V1070 H-60Z', '#443f66') +
          path('M-60,706 H1060 V736 H-60Z', '#8a6d66'),
        brushes.object,
      )
      await scene.before(
        rect(706, 676, 128, 24, '#5f8a86', 4) +
          rect(720, 654, 112, 22, '#b35d55', 4) +
          rect(714, 632, 100, 22, '#d9b25f', 4) +
          circle(886, 668, 30, '#c98b5c') +
          circle(886, 622, 24, '#d39a69') +
          circle(868, 602, 9, '#c98b5c') +
          circle(904, 602, 9, '#c98b5c') +
          circle(878, 618, 3, '#3b2a24') +
          circle(894, 618, 3, '#3b2a24') +
          circle(886, 628, 4, '#8a5a3e'),
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
    expression: 'surprised',
    gaze: 'right',
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
      await scene.behind(
        rect(690, 924, 54, 48, '#d9a252', 6) +
          rect(748, 928, 50, 44, '#5f8a86', 6) +
          rect(716, 880, 52, 46, '#b35d55', 6) +
          circle(870, 944, 34, '#4f7f9c') +
          path(
            'M838,934 Q870,914 902,934 M836,956 Q870,976 904,956',
            'none',
            'stroke="#f3e3c2" stroke-width="6"',
          ) +
          path('M560,944 L640,930 L650,962 L568,978Z', '#c9785a') +
          path('M566,940 L638,928 L642,940 L568,954Z', '#f3e3c2'),
        brushes.object,
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
