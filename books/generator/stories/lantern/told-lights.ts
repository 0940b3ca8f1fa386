import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { sparks, stars } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path } from '../../svg.ts'
import { giftJar } from './gifts.ts'
import { storyLantern } from './story-lantern.ts'
import { littleStars } from './words-in-the-air.ts'
import { type WordOfLight, wordsOfLight } from './words-of-light.ts'

const lamp = { x: 730, y: 400, scale: 1.45, turn: 5 } as const

const words: readonly WordOfLight[] = [
  { kind: 'drop', x: 436, y: 668, scale: 1 },
  { kind: 'slice', x: 474, y: 560, scale: 1.15 },
  { kind: 'spark', x: 412, y: 448, scale: 1.15 },
  { kind: 'fox', x: 535, y: 372, scale: 0.68 },
]

/** One ribbon of light out of the teller's mouth, up in two bends and into the glass of the lantern. */
const ribbon =
  'M292,672 C340,716 486,790 502,672 C526,606 420,560 390,480 C372,410 450,320 560,340 C620,352 660,400 700,470 L716,440 C690,360 620,300 540,300 C410,300 316,390 340,490 C360,570 470,620 450,664 C436,716 360,694 298,652Z'

/** Page 31: what is told flies out of the mouth as light, and the still dark lantern catches its first glow. */
export const toldLights: Illustration = {
  seed: 311,
  from: [0.6, -0.6],
  light: {
    grade: { colour: '#a58fc0', opacity: 0.32 },
    lamp: { x: 430, y: 620, radius: 300, colour: '#ffc060', opacity: 0.24 },
    rim: [1, 0.86, 0.55, 0.5],
  },
  prompt:
    'seen from low down: a ribbon of golden light flows out of the mouth of a child in a yellow coat who tells a story, it carries a raindrop, a slice of sunset, a spark and a fox up into a tall dark lantern in which a first small flame kindles',
  expression: 'laughing',
  gaze: 'up-right',
  textBox: box(0.09, 0.085, 0.45, 0.2),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#1d1740'], [0.5, '#3d2f63'], [0.85, '#7a5a86'], [1, '#7a5a86'])
    await scene.behind(stars(46, 700, 8, '#cbb9dc'), brushes.detail)
    await scene.behind(
      path('M-60,900 C200,850 500,880 640,868 C800,856 960,880 1060,910 V1090 H-60Z', '#a99cc8'),
      withBrush(brushes.ground, { wash: 0.25 }),
    )
    await scene.behind(
      ellipse(420, 960, 380, 60, '#e0b488'),
      withBrush(brushes.mist, { opacity: 0.45, blur: 26 }),
    )
    await scene.behind(
      storyLantern(lamp, 'kindling', 240) +
        path('M590,962 C610,910 760,910 784,962 C760,984 620,984 590,962Z', '#c3b6da'),
      withBrush(brushes.object, { volume: 0.8 }),
    )
    await scene.glow({ x: lamp.x - 8, y: lamp.y + 110, radius: 190, colour: '#ffa850', opacity: 0.75 })
    await scene.shadow(860, 990, 130, '#3f305c', 0.5)
    await scene.behind(giftJar(470, 985, 0.95, [], { open: true, turn: 8 }), brushes.object)
    await scene.fox({
      x: 880,
      y: 985,
      scale: 1.25,
      pose: 'sitSide',
      mirrored: true,
      profile: true,
      mood: 'happy',
      headTurn: -22,
    })
    await scene.child({
      x: 212,
      y: 846,
      scale: 1.76,
      pose: 'heart',
      joints: {
        head: -13,
        lean: -3,
        yaw: 0.3,
      },
      outfit: wardrobe.coat,
    })
    await scene.before(
      path(ribbon, '#ffd27a'),
      withBrush(brushes.warmLight, { blur: 8, opacity: 0.85, warp: 2 }),
    )
    await scene.before(
      path('M-60,930 C60,900 250,902 350,944 C410,968 440,1010 470,1090 H-60Z', '#b3a6d0'),
      withBrush(brushes.foreground, { wash: 0.2 }),
    )
    for (const { x, y } of words)
      await scene.glowBefore({ x, y, radius: 110, colour: '#ffc66a', opacity: 0.7 })
    await scene.before(
      wordsOfLight(words) +
        littleStars([
          [322, 658, 10],
          [352, 692, 13],
          [386, 670, 9],
          [382, 704, 12],
          [500, 640, 10],
          [412, 590, 11],
          [372, 520, 9],
          [384, 390, 12],
          [450, 330, 9],
          [590, 322, 12],
          [640, 366, 10],
          [678, 420, 12],
        ]),
      withBrush(brushes.detail, { warp: 1 }),
    )
    await scene.before(sparks(60, { x: 330, y: 300, width: 330, height: 430 }, 7, '#ffe9ae'), brushes.detail)
  },
}
