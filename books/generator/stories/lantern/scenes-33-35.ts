import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow } from '../../scenery/plants.ts'
import { moon, sparks, stars } from '../../scenery/sky.ts'
import { bulb, house, lanternPost, quiltStar } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, rect, stroke, wholePage } from '../../svg.ts'
import { drawVillager, villagers } from './villagers.ts'

const strings = [
  [40, 150],
  [130, 186],
  [230, 206],
  [340, 212],
  [450, 196],
  [560, 206],
  [670, 216],
  [780, 206],
  [880, 180],
  [965, 146],
] as const

export const pages33to35: Illustration[] = [
  {
    seed: 161,
    from: [0.4, -0.8],
    light: { grade: { colour: '#ffdfb0', opacity: 0.14 }, rim: [1, 0.9, 0.6, 0.35] },
    prompt:
      'a joyful village feast in the snow at night under strings of lights, people of all kinds around a child and a fox',
    textBox: box(0.14, 0.235, 0.72, 0.13),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#2f2f63'], [0.4, '#5a4b80'], [0.62, '#b9787f'], [1, '#e9b27c'])
      await scene.behind(stars(40, 180, 3), brushes.detail)
      await scene.behind(
        [70, 240, 780, 950]
          .map((x, index) =>
            house(x, 600, 1.5 + (index % 2) * 0.15, { wall: '#8d6a78', roof: '#d9c0b4', window: '#ffe08f' }),
          )
          .join(''),
        brushes.object,
      )
      for (const [x, y] of [
        [40, 552],
        [210, 556],
        [750, 556],
        [920, 552],
      ] as const)
        await scene.glow({ x, y, radius: 110, colour: '#ffb65a', opacity: 0.6 })
      await scene.behind(path('M-60,640 C260,612 740,612 1060,640 V1090 H-60Z', '#e6c9b0'), brushes.ground)
      await scene.behind(lanternPost(520, 690, 1.3, true), brushes.object)
      await scene.glow({ x: 520, y: 440, radius: 330, colour: '#ffd58a', opacity: 0.9 })
      await scene.behind(villagers.map(drawVillager).join(''), brushes.figure)
      await scene.behind(stroke('M-30,110 Q250,270 500,190 Q760,270 1040,100', '#4c3a52', 4), brushes.detail)
      await scene.behind(strings.map(([x, y]) => bulb(x, y)).join(''), brushes.object)
      for (const [x, y] of strings)
        await scene.glow({ x, y: y + 8, radius: 54, colour: '#ffcf7a', opacity: 0.6 })
      await scene.shadow(470, 960, 110, '#9a6f60', 0.4)
      await scene.fox({ x: 690, y: 958, scale: 1.06, pose: 'sit', eyes: 'happy' })
      await scene.child({
        x: 470,
        y: 766,
        scale: 1.32,
        pose: 'lift',
        outfit: wardrobe.snow,
        joints: { head: 3 },
      })
    },
  },
  {
    seed: 140,
    from: [0.6, -0.7],
    light: {
      grade: { colour: '#c3bddc', opacity: 0.2 },
      lamp: { x: 360, y: 520, radius: 380, colour: '#ffb066', opacity: 0.16 },
    },
    prompt:
      'night bedroom, a child sleeps under a star quilt, a fox curled on the bed, the lantern glows in the round window',
    textBox: box(0.1, 0.1, 0.42, 0.26),
    ink: inks.cream,
    async paint(scene) {
      await scene.behind(wholePage('#5f5680'), brushes.wash)
      await scene.behind(
        Array.from({ length: 9 }, (_, index) =>
          path(
            `M${index * 128 - 20},-40 H${index * 128 + 96} V760 H${index * 128 - 20}Z`,
            index % 2 ? '#655b86' : '#5a5180',
          ),
        ).join(''),
        withBrush(brushes.flat, { edge: 0.2 }),
      )
      await scene.behind(circle(745, 260, 176, '#8c6a58'), brushes.object)
      await scene.behind(circle(745, 260, 150, '#2b3d70'), brushes.wash)
      await scene.behind(
        [
          [650, 210],
          [690, 330],
          [800, 340],
          [850, 240],
          [700, 160],
        ]
          .map(([x = 0, y = 0], index) => circle(x, y, 2 + (index % 3), '#fff2c9'))
          .join(''),
        brushes.detail,
      )
      await scene.behind(
        path('M604,330 C660,300 700,340 750,322 C810,300 850,322 884,330 A150,150 0 0 1 612,340Z', '#1f2e57'),
        brushes.farTree,
      )
      await scene.behind(lanternPost(790, 326, 0.5, true), brushes.object)
      await scene.glow({ x: 790, y: 226, radius: 130, colour: '#ffc46a', opacity: 0.95 })
      await scene.behind(stroke('M745,108 V412 M593,260 H897', '#8c6a58', 13), brushes.object)
      await scene.behind(path('M-40,760 H1040 V1080 H-40Z', '#4f4262'), brushes.flat)
      await scene.behind(
        path(
          'M40,450 C40,420 84,420 90,450 V900 H40Z M922,610 C922,584 962,584 966,610 V900 H922Z',
          '#8d6450',
        ) +
          path('M60,500 C170,446 180,500 190,700 H60Z', '#9c7058') +
          path('M50,760 H950 V880 H50Z', '#8d6450'),
        brushes.object,
      )
      await scene.behind(path('M76,690 C300,656 700,668 932,690 V800 H76Z', '#efe3d2'), brushes.object)
      await scene.behind(
        path(
          'M96,560 C126,490 420,490 450,556 C486,626 450,716 396,722 C306,732 186,730 130,712 C84,694 76,612 96,560Z',
          '#f6ecdc',
        ),
        withBrush(brushes.object, { volume: 1, volumeBlur: 16 }),
      )
      await scene.child({
        x: 490,
        y: 716,
        scale: 1.3,
        turn: -58,
        pose: 'sleep',
        outfit: wardrobe.night,
        joints: { head: -4 },
      })
      await scene.before(
        path(
          'M400,716 C430,640 540,620 620,640 C740,610 860,640 950,690 C966,770 958,830 964,876 C800,910 520,904 372,876 C364,810 372,762 400,716Z',
          '#5f86a8',
        ),
        withBrush(brushes.object, { volume: 1, volumeBlur: 20 }),
      )
      await scene.before(
        path(
          'M400,716 C426,648 490,630 540,634 C510,712 490,800 494,890 L372,876 C364,810 372,762 400,716Z',
          '#e9d5b4',
        ) +
          [
            [600, 712],
            [680, 790],
            [770, 716],
            [860, 800],
            [580, 840],
            [750, 860],
          ]
            .map(([x = 0, y = 0]) => quiltStar(x, y, 15, '#f0d694'))
            .join(''),
        withBrush(brushes.object, { volume: 0.6 }),
      )
      await scene.fox({ x: 760, y: 672, scale: 1.15, pose: 'curl' }, 'before')
    },
  },
  {
    seed: 167,
    from: [0.6, -0.7],
    light: { grade: { colour: '#a9b1dc', opacity: 0.26 }, rim: [0.85, 0.9, 1, 0.4] },
    prompt:
      'another town far away at night, a fox sits on the sill of a dark round window under the moon and taps on the pane',
    textBox: box(0.12, 0.09, 0.6, 0.14),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#1f2d58'], [0.5, '#3d4f86'], [0.8, '#7a82b2'], [1, '#7a82b2'])
      await scene.behind(stars(90, 520, 17), brushes.detail)
      await scene.behind(moon(800, 230, 80), brushes.detail)
      await scene.glow({ x: 800, y: 230, radius: 320, colour: '#cfdcff', opacity: 0.65 })
      await scene.behind(ridge(700, 40, 5, '#55639a'), brushes.farRidge)
      await scene.behind(
        [60, 180, 290]
          .map((x, index) =>
            house(x, 800, 1.1 + (index % 2) * 0.2, { wall: '#5d6190', roof: '#454a7a', window: '#2c3460' }),
          )
          .join('') + firRow({ from: 380, to: 470, y: 812, count: 3 }, 0.5, '#3c4877', 3),
        brushes.object,
      )
      await scene.behind(
        path('M520,1090 V470 L740,330 L1080,520 V1090Z', '#8a6f78') +
          path('M470,500 L740,318 L1090,530 L1090,470 L740,262 L452,462Z', '#5a4a66'),
        brushes.object,
      )
      await scene.behind(
        rect(650, 560, 210, 260, '#27335f', 100) +
          circle(720, 640, 3, '#cfd8f6') +
          circle(790, 700, 3, '#cfd8f6'),
        brushes.wash,
      )
      await scene.behind(
        stroke('M650,640 a105,105 0 0 1 210,0 V820 H650Z M755,540 V820 M650,690 H860', '#c9b7a4', 13),
        brushes.object,
      )
      await scene.behind(rect(600, 816, 310, 34, '#b09c88'), brushes.object)
      await scene.fox({ x: 690, y: 824, scale: 1.25, pose: 'sit', look: 5, headTurn: 6, mirrored: true })
      await scene.behind(path('M-60,880 C260,850 420,870 520,900 V1090 H-60Z', '#3f5570'), brushes.ground)
      await scene.behind(
        sparks(14, { x: 470, y: 560, width: 160, height: 200 }, 5, '#ffe2a0'),
        brushes.detail,
      )
    },
  },
]
