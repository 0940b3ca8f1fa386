import { mirrored } from '../../mirror-scene.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { tufts } from '../../scenery/ground.ts'
import { patchwork, ridge, stone } from '../../scenery/land.ts'
import { flowers, grass } from '../../scenery/plants.ts'
import { birds, cloud } from '../../scenery/sky.ts'
import { village } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, place, stroke } from '../../svg.ts'

const greens = ['#6d9c54', '#8ab766', '#5d8c4e'] as const
const meadowFlowers = ['#e9d27a', '#f3e9d2', '#d98a7c', '#b9a4d4']

/** Lunch, laid out: this is as far as Tale ever came. */
const picnic = place(
  { x: 212, y: 912 },
  path('M-120,0 C-60,-26 70,-28 128,-6 C90,26 -60,34 -120,0Z', '#f3e6cf') +
    stroke(
      'M-84,-12 C-40,10 20,16 66,14 M-40,-20 C0,0 60,4 100,4 M-70,14 C-30,-6 20,-18 52,-22',
      '#d0705c',
      5,
      0.6,
    ) +
    path('M-66,-12 C-66,-40 -14,-40 -14,-12 C-30,-4 -52,-4 -66,-12Z', '#d9a05c') +
    stroke('M-54,-28 l6,10 M-42,-32 l6,12 M-30,-31 l5,11', '#b37a3e', 3) +
    circle(18, -14, 15, '#c9503f') +
    stroke('M18,-28 q2,-8 8,-10', '#6b4a34', 3) +
    path('M44,-6 L84,-30 L88,-6Z', '#f2cf6c') +
    circle(70, -13, 3.4, '#d9b04c') +
    circle(79, -17, 2.6, '#d9b04c'),
)

/** What an explorer carries: a stick with a bundle. */
const bundleStick = (x: number, y: number): string =>
  place(
    { x, y, turn: -13 },
    stroke('M0,-150 V196', '#7b5a45', 9) +
      path(
        'M-4,-150 C-40,-150 -52,-116 -38,-96 C-22,-80 20,-80 34,-98 C46,-118 30,-150 -4,-150Z',
        '#c8604a',
      ) +
      path('M-8,-150 l-16,-18 18,4 8,-16 8,16 16,-4 -16,18Z', '#c8604a') +
      [-22, 0, 20].map((dx) => circle(dx, -112 + Math.abs(dx) * 0.3, 4, '#f3e6cf')).join(''),
  )

/** Page 8: from far off. Two small travellers on the last rock of the hill, and the whole world before them. */
export const wideWorld: Illustration = mirrored({
  seed: 27,
  from: [-0.6, -0.8],
  prompt:
    'very wide view: a child with a walking stick and a fox with a picnic on a high rock, before them fields, a winding river, a village and mountains up to the horizon',
  expression: 'curious',
  gaze: 'left',
  textBox: box(0.1, 0.085, 0.8, 0.13),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#a7d2df'], [0.24, '#d5e8e0'], [0.36, '#f9edd2'], [1, '#f9edd2'])
    await scene.glow({ x: 240, y: 300, radius: 360, colour: '#fff3c8', opacity: 0.7 })
    await scene.behind(
      cloud(820, 270, 0.6, '#fdf8ea', 3) + cloud(560, 250, 0.34, '#fdf8ea', 5),
      brushes.cloud,
    )
    await scene.behind(ridge(322, 44, 4, '#bcd0d6', { sharp: true, bumps: 9 }), brushes.farRidge)
    await scene.behind(ridge(362, 20, 6, '#a9c9bd'), brushes.midRidge)
    await scene.behind(
      patchwork(386, ['#c9cf83', '#9fc27c', '#e3cd87', '#86b174', '#d8b878', '#a9c987'], '#6c9a66', 3),
      withBrush(brushes.ground, { warp: 4 }),
    )
    await scene.behind(
      path(
        'M-60,404 C120,404 330,420 300,456 C270,500 60,490 90,546 C120,600 420,580 470,650 C520,730 280,740 250,860 L420,860 C440,770 640,730 580,640 C520,560 230,570 210,536 C196,500 400,500 400,450 C400,404 120,388 -60,386Z',
        '#9cc9d8',
      ),
      brushes.ground,
    )
    await scene.behind(village(478, 452, 0.26, 8) + village(150, 640, 0.4, 5), brushes.object)
    await scene.behind(
      birds([
        [330, 300],
        [366, 318],
        [300, 326],
        [420, 560],
        [456, 574],
      ]),
      brushes.detail,
    )
    await scene.behind(
      path(
        'M-60,1090 V900 C60,850 220,850 330,868 C420,880 470,820 560,790 C640,764 700,726 790,724 C880,722 980,740 1060,730 V1090Z',
        '#7fae62',
      ),
      brushes.ground,
    )
    await scene.behind(
      stone(690, 850, 120, '#b3a797') + stone(846, 820, 150, '#a5998b') + stone(560, 884, 70, '#bfb4a2'),
      withBrush(brushes.object, { volume: 1 }),
    )
    await scene.behind(
      tufts({ from: 0, to: 520, top: 870, bottom: 980 }, greens, 90, 4) +
        tufts({ from: 520, to: 1020, top: 850, bottom: 980 }, greens, 90, 5),
      brushes.detail,
    )
    await scene.behind(picnic, brushes.object)
    await scene.shadow(390, 934, 90, '#4f6b3a', 0.4)
    await scene.shadow(826, 742, 66, '#5d5648', 0.4)
    await scene.fox({
      x: 396,
      y: 934,
      scale: 0.84,
      pose: 'sit',
      look: 5,
      lookDown: -3,
      yaw: 0.6,
      headTurn: -6,
      mood: 'telling',
    })
    const explorer = await scene.child({
      x: 826,
      y: 584,
      scale: 1.1,
      pose: 'stand',
      outfit: wardrobe.day,
      joints: {
        head: 5,
        yaw: 0.3,
        armRight: [58, -16],
        hands: ['relaxed', 'grip'],
        armLeft: [-104, -128],
        legRight: [16, -22, 0.5],
      },
      mirrored: true,
    })
    const hand = explorer.handRight
    await scene.onChild(bundleStick(hand.x, hand.y), brushes.object)
    await scene.before(
      grass(-20, 1020, 1040, 90, greens, 220, 8) +
        flowers(-10, 330, 930, 985, meadowFlowers, 20, 2) +
        flowers(560, 1010, 920, 985, meadowFlowers, 26, 4),
      brushes.grass,
    )
  },
})
