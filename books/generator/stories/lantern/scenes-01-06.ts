import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow, flowers, grass, spray, tree } from '../../scenery/plants.ts'
import { cloud, moon, stars } from '../../scenery/sky.ts'
import { house, lanternPost, village } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, rect, stroke, wholePage } from '../../svg.ts'
import { bed, curtains, floor, nightWall, windowFrame } from './room.ts'

const lampRoom = { grade: { colour: '#b9b3d6', opacity: 0.24 } } as const

export const pages1to6: Illustration[] = [
  {
    seed: 11,
    from: [0.6, -0.7],
    light: { grade: { colour: '#c4aac4', opacity: 0.26 }, rim: [1, 0.85, 0.55, 0.3] },
    prompt:
      'dusk over a small village in a valley, a glowing lantern on its post on a hill, a child looking up at it',
    textBox: box(0.12, 0.09, 0.6, 0.17),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#2f3f74'], [0.3, '#4d5a92'], [0.52, '#b98aa4'], [0.64, '#f2bf98'], [1, '#f2bf98'])
      await scene.behind(stars(46, 300, 3), brushes.detail)
      await scene.behind(ridge(560, 60, 5, '#8d86b4', { bumps: 6, sharp: true }), brushes.farRidge)
      await scene.behind(ridge(640, 30, 8, '#6f739c'), brushes.midRidge)
      await scene.behind(
        village(250, 720, 0.62, 4, { wall: '#8b86ab', roof: '#5d5c86', window: '#ffd877' }),
        brushes.object,
      )
      for (const [x, y] of [
        [180, 700],
        [262, 700],
        [330, 716],
      ] as const)
        await scene.glow({ x, y, radius: 70, colour: '#f0a850', opacity: 0.5 })
      await scene.behind(firRow({ from: 20, to: 480, y: 790, count: 9 }, 0.46, '#45507c', 7), brushes.farTree)
      await scene.behind(
        path('M-60,1080 V840 C160,800 330,860 520,800 C680,740 820,720 1060,740 V1080Z', '#4f6a62'),
        brushes.ground,
      )
      await scene.behind(lanternPost(780, 756, 1.5, true), brushes.object)
      await scene.glow({ x: 780, y: 470, radius: 330, colour: '#ffc46a', opacity: 0.9 })
      await scene.glow({ x: 780, y: 470, radius: 110, colour: '#fff3cf', opacity: 0.8 })
      await scene.shadow(560, 940, 90, '#2c3a44')
      await scene.child({ x: 560, y: 792, scale: 1.12, pose: 'wave', outfit: wardrobe.night })
      await scene.before(
        grass(-20, 460, 1030, 90, ['#33504c', '#46655a', '#3b5a52'], 120, 6) +
          grass(700, 1020, 1030, 100, ['#33504c', '#46655a'], 90, 9),
        brushes.grass,
      )
    },
  },
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
  {
    seed: 31,
    from: [0.4, -0.8],
    light: { grade: { colour: '#8f9acb', opacity: 0.36 } },
    prompt: 'close view of a surprised child at a dark window at night, no light outside',
    textBox: box(0.14, 0.09, 0.72, 0.14),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#1c2748'], [0.6, '#2c3b68'], [1, '#33406e'])
      await scene.behind(stars(26, 420, 12, '#cfd8f6'), brushes.detail)
      await scene.behind(ridge(600, 40, 6, '#1d2a50'), brushes.midRidge)
      await scene.behind(lanternPost(800, 590, 0.7, false), brushes.farTree)
      await scene.behind(
        rect(-20, 240, 1040, 18, '#3a3f66') +
          rect(150, -40, 20, 1100, '#3a3f66') +
          rect(830, -40, 20, 1100, '#3a3f66'),
        brushes.object,
      )
      await scene.child({
        x: 480,
        y: 1000,
        scale: 2.35,
        pose: 'stand',
        outfit: wardrobe.night,
        joints: { head: 6, yaw: -0.1, armLeft: [-20, -40], armRight: [24, 30] },
      })
      await scene.before(
        path('M-60,960 H1060 V1080 H-60Z', '#4a4a74') + rect(-60, 940, 1120, 34, '#6a6590'),
        brushes.object,
      )
    },
  },
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
  {
    seed: 42,
    from: [-0.6, -0.7],
    light: {
      grade: { colour: '#a9a3cf', opacity: 0.3 },
      lamp: { x: 300, y: 380, radius: 420, colour: '#ffbe70', opacity: 0.2 },
    },
    prompt: 'a child tiptoes down a wooden staircase at night, long shadow on the wall, a fox waits below',
    textBox: box(0.48, 0.09, 0.42, 0.22),
    ink: inks.cream,
    async paint(scene) {
      await scene.behind(wholePage('#54507e'), brushes.wash)
      await scene.glow({ x: 160, y: 160, radius: 520, colour: '#ffbf74', opacity: 0.5 })
      await scene.behind(
        [
          [250, 110, 96, 120],
          [800, 400, 90, 120],
        ]
          .map(
            ([x = 0, y = 0, w = 0, h = 0]) =>
              rect(x, y, w, h, '#6d628c', 4) + rect(x + 12, y + 12, w - 24, h - 24, '#8c83a8'),
          )
          .join(''),
        brushes.object,
      )
      const steps = Array.from({ length: 8 }, (_, index) => {
        const left = -80 + index * 150
        const top = 440 + index * 84
        const wood = index % 2 ? '#6d5058' : '#765860'
        return rect(left, top, 1300, 700, wood) + rect(left - 8, top, 176, 24, '#b08a70')
      }).join('')
      await scene.behind(steps, brushes.object)
      await scene.behind(
        stroke('M-40,250 L1040,856', '#6b4a44', 26) +
          Array.from({ length: 8 }, (_, index) =>
            stroke(`M${40 + index * 140},${296 + index * 78} V${480 + index * 84}`, '#6b4a44', 12),
          ).join(''),
        brushes.object,
      )
      await scene.fox({ x: 820, y: 976, scale: 0.95, pose: 'sit', look: -5, mood: 'open', mirrored: true })
      await scene.child({
        x: 400,
        y: 520,
        scale: 1.3,
        pose: 'tiptoe',
        outfit: wardrobe.night,
        joints: { head: 4 },
      })
    },
  },
  {
    seed: 47,
    from: [0.6, -0.7],
    light: { grade: { colour: '#a2a9d4', opacity: 0.3 }, rim: [0.85, 0.9, 1, 0.35] },
    prompt:
      'a child and a fox at an open garden gate in the moonlight, the dark lantern on the hill behind them',
    textBox: box(0.1, 0.09, 0.56, 0.22),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#22305c'], [0.45, '#43558a'], [0.7, '#7e88b4'], [1, '#7e88b4'])
      await scene.behind(stars(60, 420, 21), brushes.detail)
      await scene.behind(moon(800, 210, 84), brushes.detail)
      await scene.glow({ x: 800, y: 210, radius: 340, colour: '#c9d8ff', opacity: 0.65 })
      await scene.behind(cloud(560, 330, 0.8, '#5d6b9c', 4), brushes.cloud)
      await scene.behind(ridge(600, 50, 9, '#4b5c86'), brushes.midRidge)
      await scene.behind(lanternPost(640, 590, 0.7, false), brushes.farTree)
      await scene.behind(tree(110, 700, 1.6, ['#2f4a4c', '#3f5d58', '#5b7a6e'], 8, '#443c4a'), brushes.tree)
      await scene.behind(
        path('M-60,700 C240,670 760,670 1060,700 V1080 H-60Z', '#4a6a60') +
          path('M420,690 C380,800 300,900 240,1080 H760 C700,900 620,800 580,690Z', '#8e8798'),
        brushes.ground,
      )
      const pickets = (from: number, to: number): string =>
        Array.from({ length: Math.round((to - from) / 44) }, (_, index) =>
          path(`M${from + index * 44},820 V670 l15,-24 l15,24 V820Z`, '#b9b4c9'),
        ).join('') +
        rect(from - 6, 700, to - from, 14, '#a29dba') +
        rect(from - 6, 770, to - from, 14, '#a29dba')
      await scene.behind(pickets(-40, 320) + pickets(690, 1060), brushes.object)
      await scene.shadow(430, 950, 95, '#2f3a58')
      await scene.shadow(670, 950, 95, '#2f3a58')
      await scene.fox({ x: 680, y: 950, scale: 1.0, pose: 'sit', look: -5 })
      await scene.child({
        x: 430,
        y: 766,
        scale: 1.26,
        pose: 'hold',
        outfit: wardrobe.autumn,
        joints: { head: 5, yaw: 0.15 },
      })
      await scene.before(
        flowers(-10, 260, 930, 985, ['#c9c2e4', '#a9b5de', '#e3d9ee'], 20, 5) +
          spray(1010, 1040, 6, 200, -70, 0, ['#2f4a48', '#3f5f55'], 4),
        brushes.flower,
      )
    },
  },
]
