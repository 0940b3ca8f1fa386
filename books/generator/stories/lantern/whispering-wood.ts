import { shade } from '../../colour.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { fern, lightShafts } from '../../scenery/forest-floor.ts'
import { fallenLeaves, tufts } from '../../scenery/ground.ts'
import { spray } from '../../scenery/plants.ts'
import { sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path, rect, short, stroke } from '../../svg.ts'

const deepFerns = ['#44664a', '#557e50', '#3b5e45'] as const
const ferns = ['#6f9c62', '#5d8c55', '#86ad6e'] as const

/** How a trunk stands: where it meets the ground and how wide, where it is lost in the crowns and how wide there. */
type Tower = { foot: number; wide: number; ground: number; top: number; thin: number }

/** A giant's trunk seen from a fern's height: broad roots below, and up, and up. */
const tower = ({ foot, wide, ground, top, thin }: Tower, colour: string): string => {
  const at = (share: number, side: number): string => {
    const x = foot + (top - foot) * share + side * (wide + (thin - wide) * Math.sqrt(share))
    return `${short(x)},${short(ground - (ground + 60) * share)}`
  }
  const root = (across: number, down: number): string => `${short(foot + wide * across)},${ground + down}`
  const bark = [-0.6, -0.15, 0.3, 0.7]
    .map((side) => `M${at(0.9, side)} L${at(0.5, side)} Q${at(0.25, side)} ${at(0.06, side * 1.15)}`)
    .join(' ')
  return (
    path(
      `M${at(1, -1)} L${at(0.5, -1)} Q${at(0.2, -1)} ${root(-1.15, -60)} Q${root(-1.5, -8)} ${root(-2.3, 16)} ` +
        `Q${root(-1, -4)} ${root(-0.5, 30)} Q${root(0, 0)} ${root(0.6, 32)} Q${root(1, -4)} ${root(2.3, 18)} ` +
        `Q${root(1.5, -8)} ${root(1.15, -60)} Q${at(0.2, 1)} ${at(0.5, 1)} L${at(1, 1)}Z`,
      colour,
    ) + stroke(bark, shade(colour, -0.22), Math.max(3, wide * 0.06), 0.5)
  )
}

const far = [
  { foot: 330, wide: 20, ground: 850, top: 420, thin: 9 },
  { foot: 452, wide: 15, ground: 846, top: 476, thin: 7 },
  { foot: 640, wide: 18, ground: 848, top: 566, thin: 8 },
]
const middle = [
  { foot: 232, wide: 44, ground: 872, top: 290, thin: 20 },
  { foot: 770, wide: 48, ground: 870, top: 706, thin: 21 },
]
const near = [
  { foot: 40, wide: 112, ground: 930, top: 180, thin: 44 },
  { foot: 950, wide: 104, ground: 930, top: 816, thin: 44 },
]

const towers = (row: readonly Tower[], colour: string): string =>
  row.map((trunk) => tower(trunk, colour)).join('')

const crownsAbove = spray(150, -30, 12, 190, 96, 200, ferns, 3) + spray(850, -30, 12, 190, 160, 264, ferns, 8)

/** Page 11: from low down, so that the trunks go up for ever; two small friends keep close. */
export const whisperingWood: Illustration = {
  seed: 39,
  from: [-0.3, -0.9],
  light: { grade: { colour: '#b9d2bd', opacity: 0.2 } },
  prompt:
    'seen from low down: a small child in a yellow coat with a hand on the back of a fox, between huge trunks that rise out of sight, shafts of light, ferns',
  expression: 'worried',
  gaze: 'up',
  textBox: box(0.3, 0.1, 0.4, 0.26),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#eef2d4'], [0.4, '#e2ebcf'], [1, '#a9c59b'])
    await scene.glow({ x: 500, y: 190, radius: 420, colour: '#fffbe0', opacity: 0.8 })
    await scene.behind(towers(far, '#b9ccb0'), withBrush(brushes.farRidge, { blur: 3, opacity: 0.7 }))
    await scene.behind(rect(-60, 640, 1120, 240, '#e3ecd6'), brushes.mist)
    await scene.behind(towers(middle, '#8ba28c'), brushes.midRidge)
    await scene.behind(
      lightShafts([440, 500, 560], 980, -60, '#fbf6d4'),
      withBrush(brushes.warmLight, { opacity: 0.36, blur: 16 }),
    )
    await scene.behind(
      path('M-60,860 C300,840 700,840 1060,860 V1080 H-60Z', '#7ea06c') +
        path('M520,846 C470,870 330,930 240,1090 H860 C780,960 640,890 590,846Z', '#c3b98e'),
      brushes.ground,
    )
    await scene.behind(
      tufts({ top: 860, bottom: 990 }, deepFerns, 130, 5) +
        fallenLeaves({ top: 870, bottom: 1000 }, ['#b98a4e', '#8f9a55', '#a86f42'], 60, 6),
      brushes.detail,
    )
    await scene.behind(fern(300, 880, 90, ferns, 7) + fern(720, 876, 84, ferns, 9), brushes.grass)
    await scene.behind(crownsAbove, withBrush(brushes.foreground, { blur: 1.6 }))
    await scene.behind(towers(near, '#5d7260'), withBrush(brushes.object, { volume: 1, volumeBlur: 18 }))
    await scene.shadow(440, 976, 90, '#4f6b4a', 0.42)
    await scene.shadow(610, 976, 110, '#4f6b4a', 0.38)
    await scene.fox({
      x: 606,
      y: 972,
      scale: 1,
      pose: 'walk',
      mood: 'worried',
      yaw: -0.6,
      look: -3,
      lookDown: -3,
      headTurn: -8,
    })
    await scene.child({
      x: 440,
      y: 808,
      scale: 1.12,
      pose: 'tiptoe',
      outfit: wardrobe.coat,
      joints: {
        head: -10,
        yaw: 0.2,
        lean: 3,
        armLength: 1.12,
        armRight: [34, 8],
        armLeft: [-16, 70],
        hands: ['relaxed', 'hold'],
      },
    })
    await scene.before(
      fern(60, 1060, 240, deepFerns, 3) + fern(900, 1070, 210, deepFerns, 6),
      brushes.foreground,
    )
    await scene.before(sparks(30, { x: 260, y: 300, width: 480, height: 210 }, 5, '#fdf8d0'), brushes.detail)
  },
}
