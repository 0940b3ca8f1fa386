import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { fern, mushroom, snail } from '../../scenery/forest-floor.ts'
import { tufts } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow, grass, reeds, spray } from '../../scenery/plants.ts'
import { rain } from '../../scenery/sky.ts'
import { boat, ripples } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, rect, stroke, verticalGradient } from '../../svg.ts'
import { giftJar, rainbowDrop } from './gifts.ts'
import { steppingStones } from './stepping-stones.ts'
import { sunsetCatch } from './sunset-catch.ts'

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

export const pages13to17: Illustration[] = [
  {
    seed: 71,
    from: [-0.2, -1],
    light: { grade: { colour: '#a9bdb9', opacity: 0.2 } },
    prompt: 'a child in a yellow raincoat leaps over a puddle in the rain, a happy fox jumps along',
    expression: 'laughing',
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
      await scene.child({ x: 540, y: 706, scale: 1.3, pose: 'leap', outfit: wardrobe.coat, hoodUp: true })
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
      'a child in a yellow coat and a fox huddle under one giant leaf and watch a glowing raindrop with a rainbow inside fall into an open glass jar',
    expression: 'surprised',
    gaze: 'down-right',
    textBox: box(0.1, 0.825, 0.8, 0.1),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#9fb8a8'], [0.5, '#bccfb4'], [1, '#6f8f6c'])
      await scene.behind(rain(120, 8, '#eef5f2'), withBrush(brushes.detail, { opacity: 0.6 }))
      await scene.behind(path('M-60,720 C200,690 800,690 1060,720 V1090 H-60Z', '#557a58'), brushes.ground)
      await scene.behind(stroke('M610,760 C610,560 560,360 480,180', '#4f7a4a', 22), brushes.object)
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
        x: 705,
        y: 806,
        scale: 1.5,
        pose: 'sit',
        look: -6,
        lookDown: 2,
        mood: 'surprised',
        headTurn: -8,
      })
      await scene.child({
        x: 320,
        y: 690,
        scale: 1.6,
        pose: 'crossLegged',
        outfit: wardrobe.coat,
        joints: { head: 8, yaw: 0.28, lean: 3, armRight: [34, -52], armLeft: [-32, 44] },
      })
      await scene.before(path('M-60,836 C240,808 760,812 1060,836 V1090 H-60Z', '#3c5a44'), brushes.ground)
      await scene.before(
        tufts({ top: 812, bottom: 850 }, ['#5d8a5c', '#4d7450'], 60, 4) +
          mushroom(80, 830, 1.15) +
          mushroom(134, 834, 0.7, '#b9814a') +
          snail(880, 828, 1.3),
        brushes.object,
      )
      await scene.before(fern(985, 850, 150, ['#55805a', '#44694c'], 5), brushes.grass)
      await scene.glowBefore({ x: 520, y: 630, radius: 130, colour: '#e8fbff', opacity: 0.9 })
      await scene.before(
        rainbowDrop(520, 612, 1) + giftJar(520, 818, 1.4, [], { open: true }),
        brushes.object,
      )
      await scene.before(
        stroke('M520,510 v30 M498,526 l4,22 M542,526 l-4,22', '#f4fdff', 5, 0.9),
        brushes.detail,
      )
    },
  },
  steppingStones,
  {
    seed: 79,
    from: [0.5, -0.7],
    light: { grade: { colour: '#e3c39a', opacity: 0.18 } },
    prompt:
      'late afternoon at a lake shore, a child pulls a little wooden boat out of the reeds by its rope, the fox is already in it',
    expression: 'happy',
    gaze: 'right',
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
      await scene.fox({ x: 770, y: 800, scale: 1.05, pose: 'sit', look: -5, mood: 'happy' })
      await scene.glow({ x: 630, y: 740, radius: 90, colour: '#eafcff', opacity: 0.7 })
      await scene.behind(giftJar(630, 790, 0.85, ['drop']), brushes.object)
      await scene.behind(boat(680, 800, 1.35, 'hull'), brushes.object)
      await scene.behind(path('M-60,870 C180,840 420,860 580,1090 H-60Z', '#8f9a5e'), brushes.ground)
      const finder = await scene.child({
        x: 250,
        y: 740,
        scale: 1.4,
        pose: 'pull',
        outfit: wardrobe.coat,
        joints: { armRight: [66, 20], armLeft: [58, 34], lean: -14, head: 0, legRight: [40, -28, 0.9] },
      })
      const hand = finder.handRight
      await scene.onChild(
        stroke(
          `M${hand.x - 34},${hand.y + 46} Q${hand.x - 20},${hand.y + 10} ${hand.x - 4},${hand.y} C${hand.x + 30},${hand.y + 50} 420,790 446,752`,
          '#c9a878',
          7,
        ),
        brushes.object,
      )
      await scene.before(
        reeds(-30, 130, 1030, 420, ['#6c8048', '#87985a', '#5b7040'], 6) +
          reeds(500, 660, 1040, 200, ['#6c8048', '#87985a', '#5b7040'], 9),
        brushes.grass,
      )
    },
  },
  sunsetCatch,
]
