import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat, seededRandom } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { fir, firRow } from '../../scenery/plants.ts'
import { moon, snowfall, stars } from '../../scenery/sky.ts'
import { house, lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path } from '../../svg.ts'

const darkHouse = { wall: '#454b75', roof: '#a3b0d2', window: '#262d54', door: '#33395f' }

const roofs = [
  [330, 640, 0.44],
  [398, 626, 0.4],
  [470, 646, 0.46],
  [360, 690, 0.52],
  [440, 700, 0.54],
  [520, 690, 0.5],
  [580, 660, 0.44],
] as const

/** The steps that led to the rim. */
const steps = (): string => {
  const random = seededRandom(5)
  return repeat(8, (index) => {
    const along = index / 7
    return ellipse(
      1010 - along * 180 + random() * 8,
      985 - along * 34 + (index % 2) * 12,
      13 - along * 3,
      5,
      '#8494c2',
    )
  })
}

/** Page 27: from high up and far away; child and fox are small on the rim, and the village lies lonely in a wide dark valley. */
export const lonelyVillage: Illustration = {
  seed: 101,
  from: [-0.6, -0.8],
  light: { grade: { colour: '#a5afd8', opacity: 0.3 }, rim: [0.85, 0.9, 1, 0.4] },
  prompt:
    'a wide view from above into a valley on a winter night: a lonely village without a light, its lantern dark on a hill; small on a rim in front, seen from behind, a child in a yellow coat and a fox',
  textBox: box(0.09, 0.085, 0.82, 0.12),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#141f45'], [0.3, '#2b3f72'], [0.46, '#6d7cae'], [1, '#6d7cae'])
    await scene.behind(stars(40, 330, 9, '#aebadf'), brushes.detail)
    await scene.behind(moon(170, 320, 44), brushes.flat)
    await scene.glow({ x: 170, y: 320, radius: 240, colour: '#c9d8ff', opacity: 0.6 })
    await scene.behind(ridge(430, 70, 7, '#7282b4', { sharp: true }), brushes.farRidge)
    await scene.behind(ridge(520, 34, 3, '#8797c6'), brushes.midRidge)
    await scene.behind(
      firRow({ from: -20, to: 1020, y: 556, count: 22 }, 0.3, '#4b5f93', 3, '#b9c7e4'),
      brushes.farTree,
    )
    await scene.behind(ridge(566, 12, 14, '#a3b1d8'), brushes.ground)
    await scene.behind(
      path('M520,700 C580,560 650,520 700,520 C760,520 820,590 880,700Z', '#b4c1e2'),
      withBrush(brushes.ground, { wash: 0.25 }),
    )
    await scene.behind(lanternPost(700, 532, 0.72, false), brushes.object)
    await scene.behind(
      path('M-60,690 C120,640 240,620 470,640 C640,650 800,690 1060,640 V1090 H-60Z', '#b0bddf'),
      withBrush(brushes.ground, { wash: 0.25 }),
    )
    await scene.behind(
      roofs.map(([x, y, scale]) => house(x * 1.06 - 30, y + 40, scale * 1.35, darkHouse)).join(''),
      brushes.flat,
    )
    await scene.behind(
      path(
        'M470,740 C520,770 560,790 520,830 C480,870 560,900 640,930 L670,920 C600,890 540,870 570,830 C600,790 560,764 500,738Z',
        '#95a4d0',
      ),
      withBrush(brushes.ground, { edge: 0.2, opacity: 0.7 }),
    )
    await scene.behind(
      firRow({ from: 0, to: 230, y: 740, count: 5 }, 0.6, '#3f5488', 8, '#bccae6') +
        firRow({ from: 0, to: 250, y: 830, count: 5 }, 0.85, '#394d80', 11, '#c2cfe9') +
        firRow({ from: 730, to: 1000, y: 740, count: 6 }, 0.62, '#3f5488', 15, '#bccae6'),
      brushes.tree,
    )
    await scene.behind(
      path(
        'M-60,1090 V1000 C140,960 300,980 470,950 C560,934 600,900 700,896 C820,890 920,910 1060,880 V1090Z',
        '#d5def2',
      ),
      withBrush(brushes.ground, { wash: 0.2 }),
    )
    await scene.behind(steps(), brushes.detail)
    await scene.shadow(800, 938, 60, '#5a6ea6', 0.5)
    await scene.shadow(690, 942, 60, '#5a6ea6', 0.5)
    await scene.fox({ x: 690, y: 940, scale: 0.62, pose: 'back', headTurn: -8, mirrored: true })
    await scene.child({
      x: 800,
      y: 846,
      scale: 0.62,
      pose: 'back',
      joints: { head: -10, armLeft: [-30, 6], armRight: [14, -6] },
      outfit: wardrobe.coat,
    })
    await scene.before(
      fir(60, 1040, 2.1, '#2d4272', 12, '#c9d5ec') + fir(200, 1060, 1.3, '#334a78', 9, '#c9d5ec'),
      brushes.tree,
    )
    await scene.before(snowfall(60, 9, 1.1), withBrush(brushes.detail, { opacity: 0.8 }))
  },
}
