import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { sparks } from '../../scenery/sky.ts'
import { lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, place, radialGradient, stroke } from '../../svg.ts'
import { afterTheFall } from './after-the-fall.ts'
import { telling } from './telling.ts'
import { cobbles, street } from './village-square.ts'

const gold = '#ffd77a'
/** The words of the story as shapes of light. */
const wordsOfLight = {
  drop: (x: number, y: number): string =>
    place(
      { x, y, scale: 1.7 },
      path('M0,-44 C22,-12 30,4 30,18 A30,30 0 0 1 -30,18 C-30,4 -22,-12 0,-44Z', '#ffe9b0') +
        stroke('M-18,24 a18,18 0 0 1 36,0', '#f08a5c', 5) +
        stroke('M-12,25 a12,12 0 0 1 24,0', '#f6bf4f', 5) +
        stroke('M-6,26 a6,6 0 0 1 12,0', '#8cc07a', 5),
    ),
  slice: (x: number, y: number): string =>
    place(
      { x, y, scale: 1.5 },
      path('M-44,12 A44,44 0 0 1 44,12Z', '#ffb866') +
        path('M-29,12 A29,29 0 0 1 29,12Z', '#ffe7ad') +
        stroke('M-54,14 H54 M-34,26 H34 M-16,38 H16', gold, 5),
    ),
  spark: (x: number, y: number): string =>
    place(
      { x, y, scale: 1.4 },
      path('M0,-44 l10,34 34,10 -34,10 -10,34 -10,-34 -34,-10 34,-10Z', '#fff0bd') +
        stroke('M-34,-34 l12,12 M34,-34 l-12,12 M-34,34 l12,-12 M34,34 l-12,-12', gold, 5),
    ),
  fox: (x: number, y: number): string =>
    place(
      { x, y, scale: 0.84 },
      stroke(
        'M-50,-10 C-58,-46 -56,-80 -46,-92 C-30,-84 -18,-66 -10,-50 C-4,-51 4,-51 10,-50 C18,-66 30,-84 46,-92 C56,-80 58,-46 50,-10 C56,6 62,14 70,20 C56,36 30,44 16,52 C8,57 -8,57 -16,52 C-30,44 -56,36 -70,20 C-62,14 -56,6 -50,-10Z',
        gold,
        6,
      ) +
        stroke(
          'M-24,58 C-44,90 -46,130 -40,150 C-20,158 20,158 40,150 C90,156 122,120 104,70 C92,96 70,112 46,116 M24,58 C36,80 46,100 46,130',
          gold,
          6,
        ) +
        stroke('M-32,0 q10,-10 20,0 M12,0 q10,-10 20,0', gold, 5) +
        circle(0, 32, 7, gold),
    ),
}

const lightBeams = (x: number, y: number, colour: string): string =>
  repeat(18, (index) => {
    const angle = (index * Math.PI * 2) / 18 + 0.1
    const half = index % 2 ? 0.05 : 0.085
    const end = (turn: number): string =>
      `${Math.round(x + Math.cos(turn) * 1300)},${Math.round(y + Math.sin(turn) * 1300)}`
    return path(`M${x},${y} L${end(angle - half)} L${end(angle + half)}Z`, colour)
  })

export const pages30to32: Illustration[] = [
  telling,
  {
    seed: 311,
    from: [0, -0.8],
    light: {
      grade: { colour: '#c09ab0', opacity: 0.3 },
      lamp: { x: 480, y: 480, radius: 420, colour: '#ffc060', opacity: 0.2 },
      rim: [1, 0.86, 0.55, 0.5],
    },
    prompt:
      'the words of a child become glowing golden shapes in the dark square: a drop, a sun, a spark, a fox',
    textBox: box(0.1, 0.08, 0.8, 0.16),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#2c1f49'], [0.4, '#4f3867'], [0.7, '#82597a'], [1, '#82597a'])
      await scene.behind(
        street(
          [
            [-10, 740, 2.6],
            [170, 706, 1.8],
            [330, 690, 1.4],
            [650, 690, 1.4],
            [820, 712, 1.9],
            [1000, 744, 2.6],
          ],
          { wall: '#62507c', roof: '#8d7599', window: '#33254f' },
        ),
        withBrush(brushes.flat, { blur: 1.5 }),
      )
      await scene.behind(
        path('M-40,730 C200,700 400,700 540,694 C740,698 880,712 1060,730 V1080 H-40Z', '#7a5f7e'),
        brushes.ground,
      )
      await scene.behind(cobbles(750, '#684f70', 9), brushes.ground)
      await scene.behind(ellipse(480, 930, 380, 80, '#e0a878'), withBrush(brushes.mist, { opacity: 0.6 }))
      await scene.behind(lanternPost(865, 960, 2.2, false), brushes.object)
      await scene.glow({ x: 480, y: 520, radius: 460, colour: '#ffbf6a', opacity: 0.55 })
      await scene.behind(
        stroke(
          'M420,600 C300,640 160,640 130,540 M440,560 C350,520 300,470 290,400 M540,560 C590,500 600,440 590,400 M560,600 C640,590 720,560 735,500',
          '#ffdf9a',
          5,
          0.6,
        ),
        withBrush(brushes.cloud, { blur: 1 }),
      )
      const lights = [
        [125, 490],
        [275, 345],
        [590, 345],
        [742, 345],
      ] as const
      for (const [x, y] of lights) await scene.glow({ x, y, radius: 160, colour: '#ffc66a', opacity: 0.75 })
      await scene.behind(
        wordsOfLight.drop(125, 490) +
          wordsOfLight.slice(275, 345) +
          wordsOfLight.spark(590, 345) +
          wordsOfLight.fox(742, 345),
        withBrush(brushes.detail, { warp: 1 }),
      )
      await scene.behind(sparks(70, { x: 60, y: 270, width: 880, height: 420 }, 7, '#ffe9ae'), brushes.detail)
      await scene.shadow(440, 974, 104, '#3a2448', 0.5)
      await scene.shadow(660, 980, 100, '#3a2448', 0.5)
      await scene.fox({
        x: 655,
        y: 978,
        scale: 1.15,
        pose: 'sit',
        mirrored: true,
        mood: 'surprised',
        lookDown: -3,
        headTurn: -6,
      })
      await scene.child({
        x: 440,
        y: 770,
        scale: 1.38,
        pose: 'lift',
        joints: { armLeft: [-118, -18], armRight: [118, 18] },
        outfit: afterTheFall,
      })
    },
  },
  {
    seed: 321,
    from: [0.6, -0.5],
    light: {
      grade: { colour: '#ffdca6', opacity: 0.24 },
      lamp: { x: 570, y: 470, radius: 480, colour: '#ffd98a', opacity: 0.16 },
      rim: [1, 0.95, 0.7, 0.6],
    },
    prompt: 'the lantern bursts into warm light and lights up the faces of a child and a fox',
    textBox: box(0.12, 0.08, 0.76, 0.15),
    ink: inks.dark,
    async paint(scene) {
      await scene.sky([0, '#fbe3a8'], [0.4, '#fbd489'], [0.75, '#f0a862'], [1, '#c9784f'])
      await scene.behind(
        street(
          [
            [40, 800, 2.9],
            [960, 800, 2.9],
          ],
          { wall: '#eab271', roof: '#cf8052', window: '#fff0b8' },
        ),
        withBrush(brushes.flat, { blur: 3, opacity: 0.8 }),
      )
      await scene.behind(
        ellipse(575, 450, 900, 800, 'url(#burst)'),
        withBrush(brushes.wash, { grain: 0.1, wash: 0.2 }),
        radialGradient('burst', [
          [0, '#fffbe6', 1],
          [0.25, '#fff2c2', 0.9],
          [0.6, '#ffe09a', 0.4],
          [1, '#f0a862', 0],
        ]),
      )
      await scene.behind(
        lightBeams(575, 450, '#fff6d6'),
        withBrush(brushes.warmLight, { opacity: 0.34, blur: 8 }),
      )
      await scene.behind(
        path('M-60,900 C240,860 760,860 1060,900 V1080 H-60Z', '#c98a5c'),
        withBrush(brushes.ground, { wash: 0.2 }),
      )
      await scene.behind(lanternPost(575, 1000, 3, true), brushes.object)
      await scene.glow({ x: 575, y: 450, radius: 260, colour: '#fff6cf', opacity: 0.95 })
      await scene.behind(
        stroke('M553,452 q8,-9 16,0 M583,452 q8,-9 16,0 M560,472 q16,18 32,0', '#a5672e', 5),
        brushes.detail,
      )
      await scene.behind(
        sparks(60, { x: 60, y: 260, width: 880, height: 500 }, 4, '#fffbe8') +
          sparks(30, { x: 60, y: 260, width: 880, height: 560 }, 5, '#f2a24a'),
        brushes.detail,
      )
      await scene.fox({
        x: 800,
        y: 1040,
        scale: 1.9,
        pose: 'sit',
        mirrored: true,
        mood: 'laughing',
        headTurn: 10,
      })
      await scene.child({
        x: 285,
        y: 960,
        scale: 1.95,
        pose: 'wave',
        joints: { armRight: [108, 26], armLeft: [-40, -20], head: 6, yaw: 0.25 },
        outfit: afterTheFall,
      })
    },
  },
]
