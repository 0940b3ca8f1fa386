import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { patchwork, ridge, stone } from '../../scenery/land.ts'
import { flowers, grass, tree } from '../../scenery/plants.ts'
import { birds, cloud } from '../../scenery/sky.ts'
import { village } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path, rect, stroke } from '../../svg.ts'

const meadowFlowers = ['#e9d27a', '#f3e9d2', '#d98a7c', '#b9a4d4']

/** A dry stone wall across the page. */
const wall = (top: number): string =>
  repeat(5, (row) =>
    repeat(14, (index) => {
      const width = 44 + ((index * 7 + row * 5) % 3) * 7
      const colour = ['#b3a797', '#a5998b', '#bfb4a2'][(index + row) % 3] ?? '#b3a797'
      return stone(-30 + index * 82 + (row % 2) * 40, top + 44 + row * 42, width, colour)
    }),
  )

/** Page 8: on a stone wall at the top of the hill, and the whole world below. */
export const wideWorld: Illustration = {
  seed: 27,
  from: [-0.6, -0.8],
  prompt:
    'a child sits on a stone wall on a high hill beside a resting fox and points over wide fields and a river',
  expression: 'curious',
  gaze: 'right',
  textBox: box(0.12, 0.085, 0.74, 0.14),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#a7d2df'], [0.3, '#d5e8e0'], [0.45, '#f9edd2'], [1, '#f9edd2'])
    await scene.behind(cloud(850, 290, 0.7, '#fdf8ea', 3), brushes.cloud)
    await scene.behind(ridge(350, 60, 4, '#bcd0d6', { sharp: true, bumps: 7 }), brushes.farRidge)
    await scene.behind(ridge(410, 26, 6, '#a9c9bd'), brushes.midRidge)
    await scene.behind(
      patchwork(440, ['#c9cf83', '#9fc27c', '#e3cd87', '#86b174', '#d8b878', '#a9c987'], '#6c9a66', 3),
      withBrush(brushes.ground, { warp: 4 }),
    )
    await scene.behind(
      path(
        'M1060,450 C860,460 700,490 770,530 C840,570 760,600 700,640 C620,690 640,740 600,800 L720,800 C740,740 720,700 780,656 C860,600 920,570 860,530 C830,500 960,486 1060,486Z',
        '#9cc9d8',
      ),
      brushes.ground,
    )
    await scene.behind(village(610, 536, 0.36, 8), brushes.object)
    await scene.behind(
      birds([
        [560, 330],
        [610, 356],
        [530, 368],
      ]),
      brushes.detail,
    )
    await scene.behind(path('M-60,1080 V900 C240,880 760,890 1060,900 V1080Z', '#7fae62'), brushes.ground)
    await scene.behind(tree(40, 730, 1.5, ['#6f9f5e', '#86b36c', '#aacb88'], 12), brushes.tree)
    await scene.behind(rect(-60, 700, 1120, 240, '#8f8375'), brushes.ground)
    await scene.behind(wall(712), withBrush(brushes.object, { volume: 0.8 }))
    await scene.behind(
      rect(-60, 690, 1120, 34, '#cabfae', 8) +
        stroke('M150,692 V722 M402,692 V722 M610,692 V722 M868,692 V722', '#8f8375', 4),
      withBrush(brushes.object, { volume: 0.8 }),
    )
    await scene.shadow(330, 700, 90, '#6b6455', 0.4)
    await scene.shadow(690, 702, 130, '#6b6455', 0.4)
    await scene.fox({ x: 700, y: 704, scale: 1.14, pose: 'lie', look: 4, lookDown: -2, mood: 'telling' })
    await scene.child({
      x: 330,
      y: 678,
      scale: 1.46,
      pose: 'dangle',
      outfit: wardrobe.day,
      joints: { armRight: [92, 12], armLeft: [-40, 18], head: 3, lean: 2, yaw: 0.25 },
    })
    await scene.before(
      grass(-20, 1020, 1035, 110, ['#6d9c54', '#8ab766', '#5d8c4e'], 240, 8) +
        flowers(-10, 300, 920, 985, meadowFlowers, 20, 2) +
        flowers(620, 1010, 930, 985, meadowFlowers, 20, 4),
      brushes.grass,
    )
  },
}
