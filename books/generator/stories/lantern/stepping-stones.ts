import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge, stone } from '../../scenery/land.ts'
import { grass, reeds, tree } from '../../scenery/plants.ts'
import { ripples } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, rect, verticalGradient } from '../../svg.ts'
import { giftJar } from './gifts.ts'

const bankTrees = [30, 140, 262, 700, 830, 950]

const lilyPad = (x: number, y: number, size: number): string =>
  path(
    `M${x},${y} L${x + size},${y - size * 0.14} A${size},${size * 0.34} 0 1 1 ${x + size * 0.94},${y - size * 0.3}Z`,
    '#6f9c5c',
  )

/** Page 15: one foot on this stone, one on the next, the drop held high. */
export const steppingStones: Illustration = {
  seed: 77,
  from: [-0.6, -0.7],
  prompt:
    'a child steps from stone to stone over a clear river holding up a glass jar with a glowing drop in it, a fox goes ahead',
  expression: 'determined',
  textBox: box(0.1, 0.09, 0.7, 0.15),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#b4d8dc'], [0.36, '#e3efdf'], [1, '#e3efdf'])
    await scene.behind(ridge(380, 40, 6, '#b7d0c0'), brushes.farRidge)
    await scene.behind(
      bankTrees
        .map((x, index) =>
          tree(x, 474, 0.56 + (index % 3) * 0.13, ['#7fac7c', '#97bf88', '#bcd79b'], 60 + index),
        )
        .join(''),
      withBrush(brushes.farTree, { blur: 0.8 }),
    )
    await scene.behind(path('M-60,452 C300,436 700,444 1060,452 V530 H-60Z', '#8fb870'), brushes.ground)
    await scene.behind(
      rect(-60, 508, 1120, 590, 'url(#water)'),
      brushes.wash,
      verticalGradient('water', [
        [0, '#cfe6e2'],
        [0.4, '#8fc3cf'],
        [1, '#4f8aa3'],
      ]),
    )
    await scene.behind(
      bankTrees.map((x) => ellipse(x, 560, 60, 46, '#8db79a')).join(''),
      withBrush(brushes.mist, { blur: 12, opacity: 0.4, warp: 6 }),
    )
    await scene.behind(
      ripples(540, 1010, '#f2fbf6', 74, 5, 0.6) + ripples(550, 1010, '#4f8aa3', 50, 6, 0.4),
      withBrush(brushes.flat, { edge: 0.1 }),
    )
    await scene.behind(
      [
        [352, 916, 92],
        [576, 948, 108],
        [800, 900, 92],
        [130, 830, 66],
        [950, 800, 62],
      ]
        .map(([x = 0, y = 0, size = 0]) =>
          ellipse(x, y + size * 0.14, size * 1.25, size * 0.2, '#3f7690', 0.5),
        )
        .join(''),
      withBrush(brushes.shadow, { blur: 6, opacity: 0.5 }),
    )
    await scene.behind(
      stone(950, 800, 62, '#a39a90') +
        stone(130, 830, 66, '#9a9187') +
        stone(352, 916, 92, '#a69d92') +
        stone(800, 900, 92, '#9d948a') +
        stone(576, 948, 108, '#a39a90'),
      brushes.object,
    )
    await scene.behind(
      lilyPad(170, 640, 46) +
        lilyPad(230, 664, 30) +
        lilyPad(860, 640, 40) +
        ellipse(196, 628, 10, 7, '#f3d9e0'),
      brushes.flat,
    )
    await scene.shadow(350, 872, 60, '#5d6a6c', 0.4)
    await scene.shadow(585, 890, 66, '#5d6a6c', 0.4)
    await scene.fox({ x: 800, y: 852, scale: 1.02, pose: 'walk', mood: 'happy', headTurn: -8 })
    const figure = await scene.child({
      x: 478,
      y: 680,
      scale: 1.36,
      pose: 'walk',
      outfit: wardrobe.coat,
      joints: { lean: 3, head: -5, armLeft: [-84, -14], armRight: [94, 34] },
    })
    const jar = { x: figure.handRight.x + 18, y: figure.handRight.y - 8 }
    await scene.glow({ x: jar.x, y: jar.y - 50, radius: 130, colour: '#f2ffff', opacity: 0.85 })
    await scene.onChild(giftJar(jar.x, jar.y, 0.9, ['drop']), brushes.object)
    await scene.before(
      reeds(-20, 130, 1030, 280, ['#5f8a55', '#76a05f', '#4f7a4c'], 4) +
        reeds(900, 1020, 1035, 210, ['#5f8a55', '#76a05f', '#4f7a4c'], 8) +
        grass(-20, 240, 1035, 70, ['#5f8a55', '#76a05f'], 60, 3),
      brushes.grass,
    )
  },
}
