import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import type { Scene } from '../../scene.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow } from '../../scenery/plants.ts'
import { snowfall, sparks, stars } from '../../scenery/sky.ts'
import { house, lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, stroke } from '../../svg.ts'

type SquareLight = {
  sky: readonly (readonly [number, string])[]
  ground: string
  snow: string
  houses: { wall: string; roof: string; window: string }
  firs: string
}

/** The village square in the snow, the lantern's post in the middle. The same place three times, in three lights. */
const paintSquare = async (scene: Scene, light: SquareLight, lit: boolean): Promise<void> => {
  await scene.sky(...light.sky)
  await scene.behind(stars(60, 380, 31), brushes.detail)
  await scene.behind(ridge(470, 40, 8, light.firs), brushes.farRidge)
  await scene.behind(
    firRow({ from: 0, to: 1000, y: 560, count: 11 }, 0.5, light.firs, 4, light.snow),
    brushes.farTree,
  )
  const places = [
    [80, 640, 1.25],
    [230, 620, 1.05],
    [830, 624, 1.1],
    [960, 646, 1.3],
  ] as const
  await scene.behind(places.map(([x, y, scale]) => house(x, y, scale, light.houses)).join(''), brushes.object)
  await scene.behind(path('M-60,650 C260,612 740,612 1060,650 V1090 H-60Z', light.ground), brushes.ground)
  await scene.behind(
    path('M-60,900 C300,850 700,850 1060,900 V1090 H-60Z', light.snow),
    withBrush(brushes.ground, { blur: 14, opacity: 0.5 }),
  )
  await scene.behind(lanternPost(690, 800, 2.05, lit), brushes.object)
}

const cold: SquareLight = {
  sky: [
    [0, '#1d2a52'],
    [0.5, '#3b4b80'],
    [0.7, '#5f6c9c'],
    [1, '#5f6c9c'],
  ],
  ground: '#8793bb',
  snow: '#a9b5d6',
  houses: { wall: '#565b86', roof: '#98a4c8', window: '#3a4169' },
  firs: '#3a4a78',
}

const dawnOfLight: SquareLight = {
  sky: [
    [0, '#27305f'],
    [0.5, '#5b5590'],
    [0.72, '#a5839f'],
    [1, '#a5839f'],
  ],
  ground: '#a79cba',
  snow: '#cdbccb',
  houses: { wall: '#6c668f', roof: '#b3a9c6', window: '#8f7f96' },
  firs: '#46507f',
}

const warm: SquareLight = {
  sky: [
    [0, '#4a3f74'],
    [0.4, '#9a6a86'],
    [0.66, '#f0b078'],
    [1, '#f6c98a'],
  ],
  ground: '#e3c3a8',
  snow: '#f7e3c4',
  houses: { wall: '#a5757a', roof: '#e9cdb4', window: '#ffe08f' },
  firs: '#6d5f80',
}

/** The child's words, as things of light: a drop with a rainbow, a slice of sun, a star, a fox's tail. */
const wordsOfLight =
  path('M170,330 C196,368 206,386 206,404 A36,36 0 0 1 134,404 C134,386 144,368 170,330Z', '#fff0c0') +
  stroke('M150,408 a20,20 0 0 1 40,0', '#e8796a', 5) +
  stroke('M156,409 a14,14 0 0 1 28,0', '#6fb07a', 5) +
  path('M330,250 A62,62 0 0 1 454,250Z', '#ffd98a') +
  stroke('M392,170 v-26 M446,192 l18,-20 M338,192 l-18,-20', '#ffd98a', 6) +
  path('M560,200 l10,26 28,2 -22,18 8,27 -24,-15 -24,15 8,-27 -22,-18 28,-2Z', '#fff0c0') +
  path('M250,470 C300,440 350,450 372,500 C352,492 340,500 330,516 C316,500 280,492 250,470Z', '#ffce7a') +
  circle(470, 330, 9, '#fff0c0') +
  circle(270, 390, 7, '#ffd98a') +
  circle(520, 300, 6, '#ffe9b0')

const rays = (x: number, y: number): string =>
  Array.from({ length: 18 }, (_, index) => {
    const angle = (index / 18) * Math.PI * 2
    const reach = index % 2 ? 1500 : 1300
    const half = index % 2 ? 0.035 : 0.022
    const at = (turn: number, away: number) =>
      `${(x + Math.cos(turn) * away).toFixed(0)},${(y + Math.sin(turn) * away).toFixed(0)}`
    return path(
      `M${at(angle, 70)} L${at(angle - half, reach)} L${at(angle + half, reach)}Z`,
      '#fff0c4',
      'opacity="42%"',
    )
  }).join('')

export const pages30to32: Illustration[] = [
  {
    seed: 151,
    from: [0.5, -0.8],
    light: { grade: { colour: '#a7b1da', opacity: 0.3 }, rim: [0.85, 0.9, 1, 0.3] },
    prompt:
      'a child in a red winter coat stands in a dark snowy village square before an unlit lantern post and begins to tell',
    textBox: box(0.1, 0.09, 0.5, 0.22),
    ink: inks.cream,
    async paint(scene) {
      await paintSquare(scene, cold, false)
      await scene.behind(snowfall(70, 5), withBrush(brushes.detail, { opacity: 0.8 }))
      await scene.shadow(350, 962, 100, '#4c5a8c', 0.5)
      await scene.shadow(560, 964, 90, '#4c5a8c', 0.5)
      await scene.fox({ x: 560, y: 960, scale: 0.98, pose: 'sit', look: -5, headTurn: -6 })
      await scene.child({
        x: 340,
        y: 764,
        scale: 1.32,
        pose: 'reach',
        outfit: wardrobe.snow,
        joints: { armRight: [70, 24], head: -4, yaw: 0.2 },
      })
    },
  },
  {
    seed: 153,
    from: [0.2, -0.9],
    light: {
      grade: { colour: '#d9bfc9', opacity: 0.2 },
      lamp: { x: 420, y: 330, radius: 460, colour: '#ffd27a', opacity: 0.2 },
      rim: [1, 0.85, 0.55, 0.4],
    },
    prompt:
      'a child with raised arms tells a story, the words float over the snowy square as glowing golden shapes',
    textBox: box(0.12, 0.8, 0.76, 0.12),
    ink: inks.dark,
    async paint(scene) {
      await paintSquare(scene, dawnOfLight, false)
      for (const [x, y, radius] of [
        [170, 390, 170],
        [392, 230, 190],
        [560, 240, 150],
        [310, 480, 150],
      ] as const) {
        await scene.glow({ x, y, radius, colour: '#ffd58a', opacity: 0.7 })
      }
      await scene.behind(wordsOfLight, withBrush(brushes.object, { volume: 0.2 }))
      await scene.behind(sparks(60, { x: 60, y: 120, width: 640, height: 460 }, 8), brushes.detail)
      await scene.shadow(360, 778, 100, '#7a6a92', 0.4)
      await scene.fox({ x: 560, y: 776, scale: 0.92, pose: 'sit', eyes: 'happy', headTurn: -8 })
      await scene.child({
        x: 350,
        y: 610,
        scale: 1.16,
        pose: 'lift',
        outfit: wardrobe.snow,
        joints: { head: -6 },
      })
    },
  },
  {
    seed: 157,
    from: [0.8, -0.5],
    light: { grade: { colour: '#ffe2b0', opacity: 0.16 }, rim: [1, 0.9, 0.6, 0.5] },
    prompt:
      'the village lantern bursts into warm golden light, a child and a fox laugh, faces lit, rays all over the square',
    textBox: box(0.12, 0.82, 0.76, 0.1),
    ink: inks.dark,
    async paint(scene) {
      await paintSquare(scene, warm, true)
      await scene.glow({ x: 690, y: 400, radius: 620, colour: '#ffdc92', opacity: 0.95 })
      await scene.behind(rays(690, 400), withBrush(brushes.warmLight, { blur: 5 }))
      await scene.behind(lanternPost(690, 800, 2.05, true), brushes.object)
      await scene.glow({ x: 690, y: 410, radius: 210, colour: '#fff6d8', opacity: 0.95 })
      await scene.behind(
        ellipse(690, 806, 190, 20, '#ffe6b0', 0.7),
        withBrush(brushes.warmLight, { blur: 10 }),
      )
      await scene.shadow(330, 800, 110, '#b98a6c', 0.4)
      await scene.fox({ x: 560, y: 800, scale: 1.1, pose: 'sit', eyes: 'happy', headTurn: 10 })
      await scene.child({
        x: 320,
        y: 590,
        scale: 1.42,
        pose: 'lift',
        outfit: wardrobe.snow,
        joints: { head: 6, armLeft: [-120, -20], armRight: [116, 10] },
      })
      await scene.before(sparks(44, { x: 0, y: 60, width: 1000, height: 640 }, 18, '#fff3cc'), brushes.detail)
    },
  },
]
