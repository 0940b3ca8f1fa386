import { shade } from '../../colour.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { fern, lightShafts, mushroom } from '../../scenery/forest-floor.ts'
import { fallenLeaves, pools, tufts } from '../../scenery/ground.ts'
import { trunk } from '../../scenery/plants.ts'
import { sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path, rect, stroke } from '../../svg.ts'

const deepFerns = ['#44664a', '#557e50', '#3b5e45'] as const
const ferns = ['#6f9c62', '#5d8c55', '#86ad6e'] as const

/** A giant's trunk, from beyond the top of the page to roots that grip the ground at `foot`. */
const giant = (x: number, width: number, foot: number, colour: string): string =>
  path(
    `M${x - width},-60 C${x - width * 0.8},240 ${x - width * 0.7},520 ${x - width * 0.95},${foot - 150} C${x - width * 1.1},${foot - 50} ${x - width * 1.9},${foot - 30} ${x - width * 2.5},${foot + 14} ` +
      `C${x - width * 1.6},${foot + 2} ${x - width},${foot - 4} ${x - width * 0.6},${foot + 26} C${x - width * 0.2},${foot - 2} ${x + width * 0.2},${foot - 2} ${x + width * 0.6},${foot + 28} ` +
      `C${x + width},${foot - 2} ${x + width * 1.6},${foot + 4} ${x + width * 2.5},${foot + 18} C${x + width * 1.9},${foot - 30} ${x + width * 1.1},${foot - 50} ${x + width * 0.95},${foot - 150} C${x + width * 0.7},520 ${x + width * 0.8},240 ${x + width},-60Z`,
    colour,
  ) +
  stroke(
    `M${x - width * 0.4},20 C${x - width * 0.2},300 ${x - width * 0.5},560 ${x - width * 0.3},${foot - 120} M${x + width * 0.3},140 C${x + width * 0.5},400 ${x + width * 0.2},640 ${x + width * 0.4},${foot - 60} M${x - width * 0.1},260 q${width * 0.2},120 0,240 M${x - width * 0.6},${foot - 90} q-10,50 -${width * 0.5},80 M${x + width * 0.6},${foot - 90} q10,50 ${width * 0.5},80`,
    shade(colour, -0.24),
    5,
    0.55,
  )

/** Page 11: on tiptoe into the wood, light falling in shafts, leaves that say hush. */
export const whisperingWood: Illustration = {
  seed: 39,
  from: [-0.3, -0.9],
  light: { grade: { colour: '#b9d2bd', opacity: 0.2 } },
  prompt:
    'a child and a fox walk hushed through a deep green forest of giant trunks, ferns and shafts of light',
  expression: 'worried',
  gaze: 'up',
  textBox: box(0.27, 0.09, 0.5, 0.18),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#d3e3ca'], [0.5, '#e2ebcf'], [1, '#a9c59b'])
    await scene.behind(
      [330, 470, 690].map((x) => trunk(x, 22, '#b9ccb0')).join(''),
      withBrush(brushes.farRidge, { blur: 4, opacity: 0.7 }),
    )
    await scene.behind(rect(-60, 500, 1120, 240, '#e3ecd6'), brushes.mist)
    await scene.behind([250, 800].map((x) => trunk(x, 40, '#8ba28c')).join(''), brushes.midRidge)
    await scene.behind(
      lightShafts([330, 470, 620], 960, -150, '#fbf6d4'),
      withBrush(brushes.warmLight, { opacity: 0.4, blur: 14 }),
    )
    await scene.behind(
      path('M-60,760 C300,735 700,735 1060,765 V1080 H-60Z', '#7ea06c') +
        path(
          'M1060,800 C820,800 640,800 560,850 C480,900 300,930 120,1090 H860 C880,1000 960,930 1060,900Z',
          '#c3b98e',
        ),
      brushes.ground,
    )
    await scene.behind(
      pools({ top: 800, bottom: 990 }, '#eef0c4', 9, 4),
      withBrush(brushes.mist, { opacity: 0.4, blur: 16 }),
    )
    await scene.behind(
      tufts({ top: 770, bottom: 990 }, deepFerns, 150, 5) +
        fallenLeaves({ top: 800, bottom: 1000 }, ['#b98a4e', '#8f9a55', '#a86f42'], 60, 6),
      brushes.detail,
    )
    await scene.behind(
      fern(180, 850, 150, ferns, 7) + fern(840, 830, 130, ferns, 9) + fern(690, 800, 80, ferns, 4),
      brushes.grass,
    )
    await scene.behind(
      giant(90, 84, 872, '#627865'),
      withBrush(brushes.object, { volume: 1, volumeBlur: 18 }),
    )
    await scene.behind(mushroom(210, 900, 0.9) + mushroom(256, 912, 0.6, '#b9814a'), brushes.object)
    await scene.shadow(470, 962, 108, '#4f6b4a', 0.4)
    await scene.shadow(740, 962, 120, '#4f6b4a', 0.35)
    await scene.fox({ x: 742, y: 958, scale: 1.14, pose: 'walk', mood: 'surprised', headTurn: -8, look: -3 })
    await scene.child({
      x: 450,
      y: 756,
      scale: 1.38,
      pose: 'tiptoe',
      outfit: wardrobe.coat,
      joints: { head: -7, lean: 2, armRight: [58, 66], armLeft: [-36, -24], legLeft: [-18, -26, 1] },
    })
    await scene.before(
      giant(968, 92, 1000, '#4f6152'),
      withBrush(brushes.object, { volume: 1, volumeBlur: 18 }),
    )
    await scene.before(
      fern(40, 1050, 230, deepFerns, 3) + fern(830, 1060, 150, deepFerns, 6),
      brushes.foreground,
    )
    await scene.before(sparks(26, { x: 200, y: 420, width: 620, height: 380 }, 5, '#fdf8d0'), brushes.detail)
  },
}
