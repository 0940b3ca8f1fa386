import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pools, tufts } from '../../scenery/ground.ts'
import { sparks, stars } from '../../scenery/sky.ts'
import { lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path } from '../../svg.ts'
import { giftJar } from './gifts.ts'
import { hilltop, villageBelow } from './lantern-hill.ts'
import { type WordOfLight, wordsOfLight } from './words-of-light.ts'

const words: readonly WordOfLight[] = [
  { kind: 'drop', x: 560, y: 512, scale: 1.1 },
  { kind: 'slice', x: 478, y: 392, scale: 1.15 },
  { kind: 'spark', x: 372, y: 345, scale: 1.1 },
  { kind: 'fox', x: 268, y: 362, scale: 0.62 },
]

/** One ribbon of light, from the teller's open hand to the lantern: thin, broad, thin. */
const ribbon =
  'M622,652 C606,520 560,330 410,288 C310,264 226,310 190,404 L182,440 C232,372 300,344 394,384 C500,430 572,560 606,662Z'

const littleStar = (x: number, y: number, size: number): string =>
  path(
    `M${x},${y - size} l${size * 0.24},${size * 0.76} ${size * 0.76},${size * 0.24} ${-size * 0.76},${size * 0.24} ${-size * 0.24},${size * 0.76} ${-size * 0.24},${-size * 0.76} ${-size * 0.76},${-size * 0.24} ${size * 0.76},${-size * 0.24}Z`,
    '#fff0bd',
  )

const starsOnTheRibbon = [
  [604, 600, 11],
  [586, 560, 8],
  [530, 452, 10],
  [520, 410, 7],
  [430, 330, 11],
  [424, 396, 8],
  [322, 316, 9],
  [322, 382, 12],
  [222, 346, 8],
  [212, 398, 11],
  [596, 470, 7],
  [452, 300, 7],
]
  .map(([x = 0, y = 0, size = 8]) => littleStar(x, y, size))
  .join('')

/** Page 31: what was lost is told, and told it flies into the lantern. */
export const toldLights: Illustration = {
  seed: 311,
  from: [-0.5, -0.6],
  light: {
    grade: { colour: '#c8a3b4', opacity: 0.26 },
    lamp: { x: 480, y: 470, radius: 440, colour: '#ffc060', opacity: 0.2 },
    rim: [1, 0.86, 0.55, 0.5],
  },
  prompt:
    'on the snowy hill at night the words of a child in a yellow coat become a ribbon of golden light that carries a raindrop, a slice of sunset, a spark and a fox into the dark lantern, which begins to glow',
  expression: 'laughing',
  gaze: 'up-left',
  textBox: box(0.1, 0.08, 0.8, 0.15),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#2c1f49'], [0.4, '#4f3867'], [0.7, '#82597a'], [1, '#82597a'])
    await scene.behind(stars(30, 240, 8, '#cbb9dc'), brushes.detail)
    await scene.behind(
      villageBelow(720, { wall: '#5d4c78', roof: '#a99ac0', window: '#33254f' }),
      withBrush(brushes.flat, { blur: 1.2 }),
    )
    await scene.behind(hilltop(740, '#b9a6c4'), brushes.ground)
    await scene.behind(
      pools({ top: 780, bottom: 980 }, '#e7c3b8', 8, 4),
      withBrush(brushes.mist, { opacity: 0.5, blur: 18 }),
    )
    await scene.behind(tufts({ top: 790, bottom: 980 }, ['#8d7aa0', '#a391b4'], 70, 8), brushes.detail)
    await scene.behind(ellipse(200, 930, 300, 70, '#f0b878'), withBrush(brushes.mist, { opacity: 0.5 }))
    await scene.glow({ x: 185, y: 452, radius: 290, colour: '#ffa850', opacity: 0.7 })
    await scene.behind(
      lanternPost(185, 968, 2.9, true) +
        path('M110,962 C130,944 240,944 262,962 C250,980 124,980 110,962Z', '#8d7aa4'),
      brushes.object,
    )
    await scene.glow({ x: 185, y: 452, radius: 130, colour: '#ffd98a', opacity: 0.5 })
    await scene.behind(
      path(ribbon, '#ffd27a'),
      withBrush(brushes.warmLight, { blur: 9, opacity: 0.8, warp: 2 }),
    )
    for (const { x, y } of words) await scene.glow({ x, y, radius: 120, colour: '#ffc66a', opacity: 0.7 })
    await scene.behind(wordsOfLight(words) + starsOnTheRibbon, withBrush(brushes.detail, { warp: 1 }))
    await scene.behind(sparks(70, { x: 140, y: 290, width: 560, height: 330 }, 7, '#ffe9ae'), brushes.detail)
    await scene.shadow(755, 966, 130, '#4a3458', 0.5)
    await scene.shadow(470, 978, 110, '#4a3458', 0.5)
    await scene.fox({
      x: 470,
      y: 978,
      scale: 1.25,
      pose: 'sit',
      mood: 'happy',
      headTurn: -10,
      mirrored: true,
    })
    await scene.behind(giftJar(340, 990, 0.9, [], { open: true }), brushes.object)
    await scene.child({
      x: 755,
      y: 756,
      scale: 1.5,
      mirrored: true,
      pose: 'reach',
      joints: { armRight: [84, 40], armLeft: [-40, -30], head: -6, lean: 4, yaw: 0.3 },
      outfit: wardrobe.coat,
    })
  },
}
