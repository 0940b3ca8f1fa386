import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { fir, firRow } from '../../scenery/plants.ts'
import { moon, snowfall, sparks, stars } from '../../scenery/sky.ts'
import { house, lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path } from '../../svg.ts'
import { firTent } from './fir-tent.ts'
import { snowHug } from './snow-hug.ts'

const darkHouse = { wall: '#4f5580', roof: '#aab7da', window: '#2b335e' }

export const pages27to29: Illustration[] = [
  {
    seed: 101,
    from: [0.6, -0.8],
    light: { grade: { colour: '#a5afd8', opacity: 0.3 }, rim: [0.85, 0.9, 1, 0.35] },
    prompt:
      'seen from behind, a child in a yellow coat and a fox stand in the snow at night above a village without a light, its great lantern dark on the hill',
    textBox: box(0.09, 0.085, 0.8, 0.12),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#182650'], [0.36, '#2f4479'], [0.58, '#7683b2'], [1, '#7683b2'])
      await scene.behind(
        sparks(46, { x: 0, y: 240, width: 1000, height: 220 }, 6) + stars(30, 230, 9, '#aebadf'),
        brushes.detail,
      )
      await scene.behind(moon(250, 340, 62), brushes.flat)
      await scene.glow({ x: 250, y: 340, radius: 300, colour: '#c9d8ff', opacity: 0.6 })
      await scene.behind(ridge(480, 70, 7, '#7f90bf', { sharp: true }), brushes.farRidge)
      await scene.behind(ridge(560, 24, 3, '#9dacd2'), brushes.midRidge)
      await scene.behind(
        firRow({ from: 20, to: 980, y: 600, count: 13 }, 0.5, '#425988', 3, '#b9c7e4'),
        brushes.farTree,
      )
      await scene.behind(ridge(622, 14, 14, '#a9b7d9'), brushes.ground)
      await scene.behind(
        path('M560,640 C640,560 720,520 800,520 C880,520 960,560 1060,600 V700 H560Z', '#b7c3e2'),
        brushes.ground,
      )
      await scene.behind(lanternPost(800, 530, 0.95, false), brushes.object)
      await scene.behind(
        [
          [500, 690, 0.74],
          [588, 726, 0.84],
          [676, 686, 0.7],
          [772, 728, 0.88],
          [880, 690, 0.74],
          [690, 762, 0.98],
        ]
          .map(([x = 0, y = 0, scale = 1]) => house(x, y, scale, darkHouse))
          .join(''),
        brushes.flat,
      )
      await scene.behind(
        path('M-60,860 C140,740 320,760 520,800 C720,836 880,800 1060,760 V1080 H-60Z', '#cfd9ee'),
        withBrush(brushes.ground, { wash: 0.25 }),
      )
      await scene.behind(
        path('M-60,980 C200,870 420,880 620,900 C800,910 920,880 1060,860 V1080 H-60Z', '#9fb0d8'),
        withBrush(brushes.shadow, { blur: 26, opacity: 0.6 }),
      )
      await scene.behind(
        fir(890, 960, 1.7, '#3c5585', 9, '#c9d5ec') + fir(1000, 1010, 2.4, '#334a78', 12, '#c9d5ec'),
        brushes.tree,
      )
      await scene.behind(
        [
          [150, 1000],
          [180, 985],
          [204, 966],
          [230, 952],
        ]
          .map(([x = 0, y = 0]) => ellipse(x, y, 15, 6, '#93a5d0'))
          .join(''),
        brushes.detail,
      )
      await scene.shadow(300, 924, 104, '#5a6ea6', 0.5)
      await scene.shadow(478, 930, 100, '#5a6ea6', 0.5)
      await scene.fox({ x: 478, y: 930, scale: 1.05, pose: 'back', headTurn: -8 })
      await scene.child({
        x: 300,
        y: 756,
        scale: 1.12,
        pose: 'back',
        joints: { armRight: [34, 12] },
        outfit: wardrobe.coat,
      })
      await scene.before(snowfall(70, 9, 1.3), withBrush(brushes.detail, { opacity: 0.8 }))
    },
  },
  snowHug,
  firTent,
]
