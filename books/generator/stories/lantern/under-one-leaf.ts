import { mirrored } from '../../mirror-scene.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { fern, mushroom, snail } from '../../scenery/forest-floor.ts'
import { tufts } from '../../scenery/ground.ts'
import { rain } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path, stroke } from '../../svg.ts'
import { giftJar, rainbowDrop } from './gifts.ts'

/** One leaf for two, its tip hanging over the jar. */
const roof =
  path(
    'M430,196 C250,70 50,150 -40,360 C120,290 280,300 430,316 C620,296 740,300 826,420 C830,270 660,60 430,196Z',
    '#6a9a55',
  ) +
  stroke(
    'M430,200 C290,190 130,230 10,330 M430,200 C600,190 740,250 822,400 M430,202 V308 M250,206 q-40,40 -60,92 M600,206 q36,36 50,90',
    '#4f7a42',
    6,
    0.7,
  )

/** Page 14: huddled under one leaf, fox against child, and the rain gives its drop. */
export const underOneLeaf: Illustration = mirrored({
  seed: 74,
  from: [-0.4, -0.9],
  light: {
    grade: { colour: '#b3cdb6', opacity: 0.18 },
    lamp: { x: 800, y: 600, radius: 420, colour: '#e8fbff', opacity: 0.14 },
  },
  prompt:
    'a child in a yellow coat hugs the knees under one giant leaf, a fox leans against the child, both watch a glowing raindrop with a rainbow inside fall from the tip of the leaf into an open glass jar',
  expression: 'surprised',
  gaze: 'right',
  textBox: box(0.1, 0.83, 0.8, 0.095),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#9fb8a8'], [0.5, '#bccfb4'], [1, '#6f8f6c'])
    await scene.behind(rain(120, 8, '#eef5f2'), withBrush(brushes.detail, { opacity: 0.6 }))
    await scene.behind(path('M-60,720 C200,690 800,690 1060,720 V1090 H-60Z', '#557a58'), brushes.ground)
    await scene.behind(stroke('M140,770 C120,620 200,420 430,210', '#4f7a4a', 22), brushes.object)
    await scene.behind(roof, withBrush(brushes.object, { volume: 1, volumeBlur: 20 }))
    await scene.shadow(420, 816, 190, '#2f4a38', 0.4)
    await scene.fox({
      x: 262,
      y: 820,
      scale: 1.4,
      pose: 'sit',
      turn: 9,
      yaw: 0.6,
      look: 6,
      lookDown: 1,
      mood: 'surprised',
      headTurn: 6,
    })
    await scene.child({
      x: 440,
      y: 760,
      scale: 1.52,
      pose: 'sit',
      outfit: wardrobe.coat,
      joints: {
        head: 3,
        yaw: 0.34,
        lean: -3,
        armLeft: [42, 12],
        armRight: [36, 22],
        legLeft: [116, -112, 0.9],
        legRight: [122, -120, 0.9],
        thighLength: 0.86,
        kneesFirst: true,
        armLength: 0.92,
        hands: ['hold', 'hold'],
      },
    })
    await scene.before(path('M-60,836 C240,808 760,812 1060,836 V1090 H-60Z', '#3c5a44'), brushes.ground)
    await scene.before(
      tufts({ top: 812, bottom: 850 }, ['#5d8a5c', '#4d7450'], 60, 4) +
        mushroom(66, 824, 1.15) +
        mushroom(118, 826, 0.7, '#b9814a') +
        snail(934, 830, 1.1),
      brushes.object,
    )
    await scene.before(fern(990, 850, 120, ['#55805a', '#44694c'], 5), brushes.grass)
    await scene.glowBefore({ x: 806, y: 560, radius: 150, colour: '#e8fbff', opacity: 0.9 })
    await scene.before(
      rainbowDrop(806, 560, 1.15) + giftJar(806, 824, 1.5, [], { open: true }),
      brushes.object,
    )
    await scene.before(
      stroke('M806,440 v44 M780,458 l5,26 M832,458 l-5,26', '#f4fdff', 5, 0.9),
      brushes.detail,
    )
  },
})
