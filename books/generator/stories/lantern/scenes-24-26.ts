import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow } from '../../scenery/plants.ts'
import { snowfall, sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path } from '../../svg.ts'
import { giftJar } from './gifts.ts'
import { roughWind } from './rough-wind.ts'
import { snowSlide } from './snow-slide.ts'

export const pages24to26: Illustration[] = [
  roughWind,
  snowSlide,
  {
    seed: 261,
    from: [0.4, -0.8],
    light: { grade: { colour: '#a9b5dd', opacity: 0.3 }, rim: [0.9, 0.95, 1, 0.35] },
    prompt:
      'close-up of a child in a yellow coat in falling snow who holds an empty open glass jar upside down, a little snow falls out, a fox behind',
    expression: 'sad',
    gaze: 'down',
    textBox: box(0.12, 0.08, 0.76, 0.15),
    ink: inks.dark,
    async paint(scene) {
      await scene.sky([0, '#c3d0e8'], [0.3, '#b4c4e2'], [0.7, '#8fa3cf'], [1, '#7f93c2'])
      await scene.behind(
        firRow({ from: 0, to: 1000, y: 780, count: 7 }, 1.8, '#8ea4cd', 4, '#c6d3ea'),
        withBrush(brushes.farTree, { blur: 7, opacity: 0.8 }),
      )
      await scene.behind(ridge(770, 30, 5, '#d3deef'), withBrush(brushes.midRidge, { blur: 3 }))
      await scene.behind(snowfall(90, 4, 2), withBrush(brushes.detail, { blur: 2 }))
      await scene.fox({
        x: 805,
        y: 1060,
        scale: 1.9,
        pose: 'sit',
        mirrored: true,
        look: 4,
        lookDown: 2,
        headTurn: 12,
        mood: 'worried',
        tail: 'none',
      })
      const child = await scene.child({
        x: 440,
        y: 850,
        scale: 2.2,
        pose: 'hold',
        joints: { armLeft: [-20, 34], armRight: [20, -34], head: 9, hands: ['hold', 'hold'] },
        outfit: wardrobe.coat,
      })
      const palm = {
        x: (child.handLeft.x + child.handRight.x) / 2,
        y: (child.handLeft.y + child.handRight.y) / 2,
      }
      await scene.onChild(
        giftJar(palm.x, palm.y - 66, 1.62, [], { open: true, turn: 172 }) +
          [
            [-6, 112, 8],
            [14, 120, 6],
            [4, 132, 9],
            [-18, 136, 6],
            [20, 142, 7],
          ]
            .map(([dx = 0, dy = 0, size = 0]) => circle(palm.x + dx, palm.y + dy, size, '#ffffff'))
            .join(''),
        withBrush(brushes.object, { volume: 0.4 }),
      )
      await scene.before(
        path(
          'M-60,950 C60,920 180,930 270,920 C340,914 360,1020 450,1026 C540,1020 560,914 640,920 C760,930 900,950 1060,960 V1080 H-60Z',
          '#eaf0fa',
        ),
        withBrush(brushes.foreground, { blur: 2 }),
      )
      await scene.before(
        sparks(30, { x: 0, y: 640, width: 1000, height: 340 }, 6, '#ffffff') +
          sparks(16, { x: 0, y: 260, width: 200, height: 500 }, 7, '#ffffff') +
          sparks(16, { x: 700, y: 260, width: 300, height: 300 }, 8, '#ffffff'),
        withBrush(brushes.detail, { blur: 1 }),
      )
    },
  },
]
