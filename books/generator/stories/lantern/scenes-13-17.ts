import { owl } from '../../animals/owl.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { fern, mushroom, snail } from '../../scenery/forest-floor.ts'
import { tufts } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow, grass, reeds, spray } from '../../scenery/plants.ts'
import { cloud, rain, stars } from '../../scenery/sky.ts'
import { boat, handLantern, ripples } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, rect, stroke, verticalGradient } from '../../svg.ts'
import { rainbowDrop } from './gifts.ts'
import { steppingStones } from './stepping-stones.ts'

const wetGreens = ['#5f8159', '#769766', '#547452'] as const

const splash =
  stroke(
    'M520,930 q-70,-30 -96,-66 M600,934 q60,-36 92,-62 M550,920 q-14,-40 -44,-62 M590,920 q12,-36 34,-58',
    '#dbe9ea',
    5,
    0.85,
  ) +
  Array.from({ length: 20 }, (_, index) =>
    circle(
      556 + Math.cos(index * 2.4) * (60 + index * 6),
      890 - Math.abs(Math.sin(index * 1.7)) * 70,
      2.5 + (index % 4),
      '#e3eff0',
    ),
  ).join('')

const puddle = (x: number, y: number, rx: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${rx * 0.18}" fill="#9db9c4"/>`

/** Held from the boat's middle, its blade in the water. */
const oar =
  stroke('M540,742 L716,930', '#8a5f47', 11) +
  path('M704,914 C728,918 748,948 746,980 C720,978 698,954 694,926Z', '#a4754f')

export const pages13to17: Illustration[] = [
  {
    seed: 71,
    from: [-0.2, -1],
    light: { grade: { colour: '#a9bdb9', opacity: 0.2 } },
    prompt: 'a child in a yellow raincoat leaps over a puddle in the rain, a happy fox jumps along',
    textBox: box(0.1, 0.09, 0.6, 0.14),
    ink: inks.dark,
    async paint(scene) {
      await scene.sky([0, '#b5c7c6'], [0.5, '#d8e0d4'], [1, '#c3d0bd'])
      await scene.behind(
        firRow({ from: 0, to: 1000, y: 742, count: 9 }, 2, '#b5c7bf', 3),
        withBrush(brushes.farTree, { blur: 2.4 }),
      )
      await scene.behind(
        firRow({ from: 60, to: 960, y: 752, count: 7 }, 1.65, '#98b3a8', 24),
        withBrush(brushes.farTree, { blur: 1.2 }),
      )
      await scene.behind(rect(-50, 590, 1100, 150, '#dfe7dc'), withBrush(brushes.mist, { opacity: 0.95 }))
      await scene.behind(
        ridge(676, 16, 9, '#7d9c74') +
          path('M520,690 C470,750 330,810 250,1090 L900,1090 C820,910 640,790 600,690Z', '#b9a98a'),
        brushes.ground,
      )
      await scene.behind(
        puddle(560, 936, 220) + puddle(300, 1000, 130) + puddle(610, 750, 56),
        withBrush(brushes.ground, { edge: 0.7 }),
      )
      await scene.behind(splash, brushes.detail)
      await scene.behind(
        grass(-10, 330, 810, 60, wetGreens, 110, 4, 80) + grass(720, 1010, 790, 60, wetGreens, 100, 5, -60),
        brushes.grass,
      )
      await scene.fox({ x: 810, y: 830, scale: 0.98, pose: 'leap', mood: 'laughing', mirrored: true })
      await scene.child({ x: 540, y: 706, scale: 1.3, pose: 'leap', outfit: wardrobe.rain, hoodUp: true })
      await scene.behind(rain(150, 3, '#f1f6f4'), withBrush(brushes.detail, { opacity: 0.8 }))
      await scene.before(
        spray(-10, 1010, 8, 230, -10, 78, ['#456b48', '#557e50', '#3b5e45'], 3) +
          spray(1015, 1020, 8, 220, -76, 6, ['#456b48', '#4f774c', '#3b5e45'], 6),
        brushes.foreground,
      )
    },
  },
  {
    seed: 74,
    from: [-0.4, -0.9],
    light: { grade: { colour: '#b3cdb6', opacity: 0.18 } },
    prompt:
      'a child in a yellow raincoat and a fox sit close together under one giant leaf and look at a glowing raindrop',
    textBox: box(0.1, 0.815, 0.8, 0.105),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#9fb8a8'], [0.5, '#bccfb4'], [1, '#6f8f6c'])
      await scene.behind(rain(120, 8, '#eef5f2'), withBrush(brushes.detail, { opacity: 0.6 }))
      await scene.behind(path('M-60,690 C200,660 800,660 1060,690 V1090 H-60Z', '#4d6e52'), brushes.ground)
      await scene.behind(stroke('M500,700 C520,500 500,360 480,180', '#4f7a4a', 22), brushes.object)
      await scene.behind(
        path(
          'M480,170 C300,60 90,130 40,330 C180,270 320,290 480,300 C660,280 820,270 970,340 C930,130 700,60 480,170Z',
          '#6a9a55',
        ) +
          stroke(
            'M480,174 C340,170 180,210 70,310 M480,174 C640,170 800,210 940,320 M480,176 V292',
            '#4f7a42',
            6,
            0.7,
          ),
        withBrush(brushes.object, { volume: 1, volumeBlur: 20 }),
      )
      await scene.fox({
        x: 690,
        y: 780,
        scale: 1.5,
        pose: 'sit',
        look: -6,
        lookDown: 2,
        mood: 'surprised',
        headTurn: -8,
      })
      await scene.child({
        x: 350,
        y: 700,
        scale: 1.72,
        pose: 'hold',
        outfit: wardrobe.rain,
        joints: { head: 6, armLeft: [-14, 60], armRight: [20, -50] },
      })
      await scene.before(path('M-60,790 C240,752 760,762 1060,790 V1090 H-60Z', '#3c5a44'), brushes.ground)
      await scene.before(
        tufts({ top: 790, bottom: 860 }, ['#5d8a5c', '#4d7450'], 60, 4) +
          mushroom(96, 800, 1.15) +
          mushroom(150, 806, 0.7, '#b9814a') +
          snail(880, 800, 1.3),
        brushes.object,
      )
      await scene.before(fern(985, 830, 150, ['#55805a', '#44694c'], 5), brushes.grass)
      await scene.glowBefore({ x: 505, y: 690, radius: 130, colour: '#e8fbff', opacity: 0.9 })
      await scene.before(rainbowDrop(505, 690, 1.15), brushes.object)
    },
  },
  steppingStones,
  {
    seed: 79,
    from: [0.5, -0.7],
    light: { grade: { colour: '#e3c39a', opacity: 0.18 } },
    prompt:
      'late afternoon at a lake shore, a child pushes tall reeds aside and finds a little wooden boat, the fox is already in it',
    textBox: box(0.12, 0.09, 0.76, 0.13),
    ink: inks.dark,
    async paint(scene) {
      await scene.sky([0, '#c9dcc9'], [0.35, '#f3e6bb'], [0.5, '#f7dca4'], [1, '#f7dca4'])
      await scene.behind(ridge(430, 40, 6, '#c7c5a0'), brushes.farRidge)
      await scene.behind(
        rect(-60, 470, 1120, 640, 'url(#water)'),
        brushes.wash,
        verticalGradient('water', [
          [0, '#f7e3b0'],
          [0.35, '#c9c79a'],
          [1, '#7d9a86'],
        ]),
      )
      await scene.behind(ripples(490, 900, '#fff3cf', 50, 5, 0.6), withBrush(brushes.flat, { edge: 0.1 }))
      await scene.behind(
        reeds(560, 1020, 720, 260, ['#8a9a58', '#a3ad68', '#75884e'], 2),
        withBrush(brushes.grass, { blur: 1 }),
      )
      await scene.behind(boat(680, 800, 1.35, 'inside'), brushes.object)
      await scene.fox({ x: 740, y: 800, scale: 1.05, pose: 'sit', look: -5, mood: 'happy' })
      await scene.behind(boat(680, 800, 1.35, 'hull'), brushes.object)
      await scene.behind(path('M-60,860 C160,820 340,850 420,1090 H-60Z', '#8f9a5e'), brushes.ground)
      await scene.child({
        x: 250,
        y: 756,
        scale: 1.34,
        pose: 'reach',
        outfit: wardrobe.day,
        joints: { armRight: [88, 10], armLeft: [-60, -30], head: 2 },
      })
      await scene.before(
        reeds(-30, 130, 1030, 420, ['#6c8048', '#87985a', '#5b7040'], 6) +
          reeds(430, 620, 1040, 230, ['#6c8048', '#87985a', '#5b7040'], 9),
        brushes.grass,
      )
    },
  },
  {
    seed: 55,
    from: [0.6, -0.6],
    light: {
      grade: { colour: '#cfa9b8', opacity: 0.3 },
      lamp: { x: 720, y: 560, radius: 320, colour: '#ffb04a', opacity: 0.2 },
    },
    prompt:
      'a child rows a little red boat with a fox over a calm lake at sunset, lantern in the boat, an owl flies over',
    textBox: box(0.12, 0.085, 0.76, 0.13),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#39457c'], [0.24, '#62609a'], [0.4, '#e3a69a'], [0.52, '#f9d3a4'], [1, '#f9d3a4'])
      await scene.glow({ x: 240, y: 480, radius: 460, colour: '#ffdc9c', opacity: 0.8 })
      await scene.behind(circle(240, 470, 58, '#fff0c8') + stars(20, 200, 4), brushes.detail)
      await scene.behind(
        cloud(700, 360, 0.9, '#e9b2a6', 3) + cloud(110, 340, 0.7, '#dba4ab', 8),
        brushes.cloud,
      )
      await scene.behind(ridge(440, 56, 6, '#a78db0', { sharp: true }), brushes.farRidge)
      await scene.behind(ridge(490, 26, 12, '#77709c', { bumps: 6 }), brushes.midRidge)
      await scene.behind(
        firRow({ from: 610, to: 1010, y: 536, count: 13 }, 0.4, '#56587f', 2) +
          firRow({ from: 0, to: 150, y: 536, count: 5 }, 0.38, '#56587f', 40),
        brushes.farTree,
      )
      await scene.behind(
        rect(-60, 532, 1120, 580, 'url(#water)'),
        brushes.wash,
        verticalGradient('water', [
          [0, '#f3c6a0'],
          [0.18, '#cf9aa2'],
          [0.5, '#7f7ba6'],
          [1, '#45568a'],
        ]),
      )
      await scene.behind(
        ripples(546, 1010, '#f9dcae', 60, 5, 0.55) + ripples(556, 1010, '#59608f', 60, 6, 0.45),
        withBrush(brushes.flat, { edge: 0.1 }),
      )
      await scene.behind(boat(520, 840, 1.75, 'inside'), brushes.object)
      await scene.fox({ x: 690, y: 836, scale: 1.12, pose: 'sit', look: -3, mirrored: true })
      await scene.behind(
        stroke('M800,790 L800,600 Q802,576 770,576', '#5b4136', 9) + handLantern(770, 604, 1.2),
        brushes.object,
      )
      await scene.glow({ x: 770, y: 640, radius: 260, colour: '#ffca7a', opacity: 0.8 })
      await scene.behind(owl({ x: 420, y: 420, scale: 0.62, flying: true }), brushes.figure)
      await scene.child({
        x: 430,
        y: 770,
        scale: 1.3,
        pose: 'row',
        outfit: wardrobe.autumn,
        joints: { head: -2 },
      })
      await scene.before(boat(520, 840, 1.75, 'hull'), withBrush(brushes.object, { volume: 0.8 }))
      await scene.before(oar, brushes.object)
      await scene.before(ripples(925, 975, '#dfe0f2', 12, 3, 0.6), withBrush(brushes.flat, { edge: 0.1 }))
      await scene.before(
        reeds(-20, 130, 1030, 260, ['#3b4469', '#4b5579', '#596087'], 8) +
          reeds(900, 1020, 1030, 220, ['#3b4469', '#4b5579'], 9),
        brushes.grass,
      )
    },
  },
]
