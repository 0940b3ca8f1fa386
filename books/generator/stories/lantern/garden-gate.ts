import { mirrored } from '../../mirror-scene.ts'
import { brushes } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles, tufts } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { branch, flowers, grass, tree } from '../../scenery/plants.ts'
import { cloud, moon, stars } from '../../scenery/sky.ts'
import { lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, rect } from '../../svg.ts'

const picket = (x: number, top: number, foot: number, width = 30): string =>
  path(`M${x},${foot} V${top} l${width / 2},-24 l${width / 2},24 V${foot}Z`, '#bdb8cf')

const fence = (from: number, to: number): string =>
  repeat(Math.round((to - from) / 44), (index) => picket(from + index * 44, 690, 840)) +
  rect(from - 6, 716, to - from, 14, '#a29dba') +
  rect(from - 6, 788, to - from, 14, '#a29dba')

/** The gate swung open towards us, seen aslant. */
const gate =
  repeat(5, (index) => picket(622 + index * 25, 676 + index * 7, 866 + index * 12, 19)) +
  path('M618,706 L748,740 V754 L618,720Z M618,800 L748,850 V866 L618,816Z', '#a29dba')

const post = (x: number): string => rect(x, 640, 34, 218, '#8f89a8', 6) + circle(x + 17, 634, 23, '#a29dba')

/** Page 6: out of the gate by moonlight, the fox ahead. */
export const gardenGate: Illustration = mirrored({
  seed: 47,
  from: [0.6, -0.7],
  light: { grade: { colour: '#a2a9d4', opacity: 0.28 }, rim: [0.85, 0.9, 1, 0.35] },
  prompt:
    'a child in a yellow coat follows a fox out of a garden gate in the moonlight towards a hill with a dark lantern',
  expression: 'curious',
  gaze: 'right',
  textBox: box(0.1, 0.09, 0.56, 0.22),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#22305c'], [0.45, '#43558a'], [0.7, '#7e88b4'], [1, '#7e88b4'])
    await scene.behind(stars(60, 420, 21), brushes.detail)
    await scene.behind(moon(830, 190, 84), brushes.detail)
    await scene.glow({ x: 830, y: 190, radius: 360, colour: '#c9d8ff', opacity: 0.65 })
    await scene.behind(cloud(640, 400, 0.8, '#5d6b9c', 4), brushes.cloud)
    await scene.behind(
      path('M-60,660 C260,640 520,620 700,560 C820,520 940,520 1060,590 V1080 H-60Z', '#4b5c86'),
      brushes.midRidge,
    )
    await scene.behind(ridge(650, 20, 9, '#50668a'), brushes.midRidge)
    await scene.behind(lanternPost(860, 545, 0.62, false), brushes.farTree)
    await scene.behind(tree(70, 760, 1.75, ['#2f4a4c', '#3f5d58', '#5b7a6e'], 8, '#443c4a'), brushes.tree)
    await scene.behind(
      path('M-60,720 C240,690 760,690 1060,720 V1080 H-60Z', '#4a6a60') +
        path(
          'M880,560 C800,600 900,640 820,690 C740,740 560,730 480,800 C420,860 300,940 240,1090 H860 C820,980 700,900 700,830 C720,770 900,740 930,690 C960,640 860,610 900,560Z',
          '#9a93a6',
        ),
      brushes.ground,
    )
    await scene.behind(
      pebbles({ from: 300, to: 800, top: 840, bottom: 990 }, ['#7f7992', '#b3adbd'], 70, 4) +
        tufts({ from: -20, to: 330, top: 840, bottom: 990 }, ['#3c5a54', '#5d7d70'], 70, 6) +
        tufts({ from: 780, to: 1020, top: 800, bottom: 990 }, ['#3c5a54', '#5d7d70'], 60, 7),
      brushes.detail,
    )
    await scene.behind(fence(-40, 220) + fence(800, 1060), brushes.object)
    await scene.behind(post(218) + post(592) + gate, brushes.object)
    await scene.shadow(420, 962, 112, '#2f3a58', 0.42)
    await scene.shadow(760, 962, 130, '#2f3a58', 0.42)
    await scene.fox({
      x: 752,
      y: 956,
      scale: 1.16,
      pose: 'walk',
      mood: 'telling',
      yaw: -0.6,
      look: -5,
      lookDown: -3,
      headTurn: -6,
    })
    await scene.child({
      x: 420,
      y: 752,
      scale: 1.38,
      pose: 'walk',
      outfit: wardrobe.coat,
      joints: { head: 0, yaw: 0.4, armRight: [28, 30], armLeft: [-36, 20] },
    })
    await scene.before(
      branch(-40, 330, 250, 60, '#3a3846', ['#2f4a4c', '#3f5d58', '#527268'], 4, 10, 74) +
        grass(-20, 250, 1035, 110, ['#2f4a48', '#3f5f55'], 90, 5),
      brushes.foreground,
    )
    await scene.before(
      flowers(-10, 240, 920, 985, ['#c9c2e4', '#a9b5de', '#e3d9ee'], 20, 5) +
        flowers(900, 1010, 930, 985, ['#c9c2e4', '#e3d9ee'], 9, 6),
      brushes.flower,
    )
  },
})
