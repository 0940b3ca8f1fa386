import { brushes } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles, tufts } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { flowers, grass, tree } from '../../scenery/plants.ts'
import { cloud } from '../../scenery/sky.ts'
import { village } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path } from '../../svg.ts'

const meadowFlowers = ['#e9d27a', '#f3e9d2', '#d98a7c', '#b9a4d4']
const greens = ['#6d9c54', '#8ab766', '#5d8c4e'] as const

/** Page 7: down the path at a run, paws and feet in the same beat. */
export const morningRun: Illustration = {
  seed: 21,
  from: [-0.7, -0.7],
  prompt: 'a child in dungarees walks along a path through a spring meadow in morning light beside a fox',
  expression: 'happy',
  gaze: 'left',
  textBox: box(0.1, 0.09, 0.62, 0.19),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#9fcfdf'], [0.34, '#d8e9e2'], [0.55, '#fbeccb'], [1, '#fbeccb'])
    await scene.glow({ x: 180, y: 340, radius: 420, colour: '#fff0c0', opacity: 0.7 })
    await scene.behind(cloud(800, 330, 0.9, '#fdf8ea', 3), brushes.cloud)
    await scene.behind(ridge(450, 50, 5, '#b9d0cf', { sharp: true, bumps: 6 }), brushes.farRidge)
    await scene.behind(ridge(510, 30, 8, '#a9cbb4'), brushes.midRidge)
    await scene.behind(village(240, 566, 0.46, 5), brushes.object)
    await scene.behind(ridge(600, 24, 15, '#9cc07e', { slope: -40 }), brushes.ground)
    await scene.behind(
      [60, 130, 905, 965]
        .map((x, index) =>
          tree(
            x,
            628 - (index > 1 ? 10 : 0),
            0.38 + (index % 3) * 0.06,
            ['#6f9f74', '#86b37c', '#aacb88'],
            30 + index,
          ),
        )
        .join(''),
      brushes.tree,
    )
    await scene.behind(ridge(690, 22, 18, '#86b268', { slope: 60 }), brushes.ground)
    await scene.behind(
      path(
        'M430,600 C470,622 620,640 620,690 C620,740 400,750 370,820 C350,870 250,960 120,1090 L820,1090 C790,970 700,900 660,830 C620,766 690,740 684,680 C676,626 500,616 450,596Z',
        '#ecd8aa',
      ),
      brushes.ground,
    )
    await scene.behind(
      grass(-10, 360, 800, 46, greens, 120, 5, 60) + grass(800, 1010, 800, 46, greens, 70, 6),
      brushes.grass,
    )
    await scene.behind(
      tufts({ from: -20, to: 340, top: 700, bottom: 940 }, greens, 110, 4) +
        tufts({ from: 720, to: 1020, top: 680, bottom: 940 }, greens, 100, 5) +
        pebbles({ from: 330, to: 720, top: 760, bottom: 990 }, ['#cbb488', '#f6e9c8'], 70, 6),
      brushes.detail,
    )
    await scene.shadow(270, 962, 150, '#6a6f4a', 0.32)
    await scene.shadow(740, 950, 120, '#7d6f52', 0.32)
    await scene.fox({ x: 262, y: 936, scale: 1.3, pose: 'run', mood: 'laughing', yaw: 0.7, headTurn: -14 })
    await scene.child({
      x: 742,
      y: 706,
      scale: 1.5,
      pose: 'run',
      outfit: wardrobe.day,
      joints: { lean: 12, head: -16, yaw: -0.1, wind: -0.6, armRight: [48, 74], armLeft: [-64, 40] },
    })
    await scene.before(
      grass(-20, 260, 1020, 120, ['#587f45', '#6f9c52', '#87b160'], 110, 8) +
        grass(760, 1020, 1020, 130, ['#587f45', '#6f9c52', '#87b160'], 110, 9),
      brushes.grass,
    )
    await scene.before(
      flowers(-10, 240, 910, 985, meadowFlowers, 24, 12) +
        flowers(770, 1010, 900, 985, meadowFlowers, 22, 13),
      brushes.flower,
    )
  },
}
