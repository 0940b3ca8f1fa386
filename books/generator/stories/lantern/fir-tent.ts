import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat, seededRandom } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow } from '../../scenery/plants.ts'
import { snowfall } from '../../scenery/sky.ts'
import { lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, place, short, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'

/** A hanging bough of a fir: a stem with needles on both sides, `length` long, from (x, y). */
const bough = (x: number, y: number, length: number, turn: number, colour: string, seed: number): string => {
  const random = seededRandom(seed)
  const needles = repeat(Math.round(length / 9), (index) => {
    const along = 14 + index * 9
    const reach = 58 * (1 - (along / length) ** 2) + 16
    return [-1, 1]
      .map((side) =>
        stroke(
          `M${along},0 q${short(10 + random() * 8)},${short(side * reach * 0.4)} ${short(26 + random() * 12)},${short(side * reach * (0.8 + random() * 0.3))}`,
          colour,
          7,
        ),
      )
      .join('')
  })
  return place({ x, y, turn }, stroke(`M0,0 L${length},0`, colour, 8) + needles)
}

const nearBoughs = [
  [-20, 250, 330, 52, 3],
  [-30, 420, 260, 58, 4],
  [120, 250, 250, 62, 5],
  [1020, 250, 330, 128, 6],
  [1030, 420, 260, 122, 7],
  [880, 250, 250, 118, 8],
] as const

/** Page 29: from within, under the boughs of a fir as in a tent; outside it snows, and the child gets an idea. */
export const firTent: Illustration = {
  seed: 291,
  from: [0.1, -0.7],
  light: {
    grade: { colour: '#b3aab8', opacity: 0.24 },
    lamp: { x: 640, y: 660, radius: 380, colour: '#ffc88a', opacity: 0.14 },
    rim: [0.95, 0.97, 1, 0.5],
  },
  prompt:
    'seen from inside a tent of dark fir boughs, close: a child in a yellow coat sits with drawn-up knees and wide eyes, as one who has an idea, a fox looks up at the child; through the opening the snow falls on a far hill with a dark lantern',
  expression: 'surprised',
  gaze: 'left',
  textBox: box(0.14, 0.085, 0.72, 0.1),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#8ea6cc'], [0.4, '#b7c9e2'], [0.75, '#d9e4f0'], [1, '#e3ebf4'])
    await scene.behind(ridge(560, 30, 5, '#c3d2e6'), brushes.farRidge)
    await scene.behind(
      path('M160,690 C250,580 330,560 400,560 C480,560 540,600 640,690Z', '#dfe8f3'),
      brushes.ground,
    )
    await scene.behind(lanternPost(420, 574, 0.72, false), withBrush(brushes.object, { opacity: 0.85 }))
    await scene.behind(
      firRow({ from: 160, to: 860, y: 640, count: 9 }, 0.4, '#8aa2c2', 3, '#e6edf6'),
      withBrush(brushes.farTree, { blur: 2 }),
    )
    await scene.behind(path('M-60,650 C240,620 760,630 1060,650 V1090 H-60Z', '#e6edf6'), brushes.ground)
    await scene.behind(snowfall(120, 7, 1.6), withBrush(brushes.detail, { blur: 0.6 }))
    await scene.behind(
      path(
        'M-80,-80 H1080 V1090 H-80Z M120,860 C90,640 170,420 350,290 C440,236 580,236 670,290 C850,420 920,640 880,860 C640,820 380,820 120,860Z',
        '#20322f',
        'fill-rule="evenodd"',
      ),
      withBrush(brushes.tree, { wash: 0.4 }),
    )
    await scene.behind(
      [
        [60, 300, 330, 66, 11],
        [190, 240, 250, 76, 12],
        [330, 210, 170, 86, 13],
        [940, 300, 330, 114, 14],
        [810, 240, 250, 104, 15],
        [670, 210, 170, 94, 16],
        [500, 205, 120, 90, 17],
        [-10, 470, 330, 58, 18],
        [1010, 470, 330, 122, 19],
      ]
        .map(([x = 0, y = 0, length = 0, turn = 0, seed = 0]) => bough(x, y, length, turn, '#2f4d47', seed))
        .join(''),
      withBrush(brushes.tree, { warp: 1.4 }),
    )
    await scene.behind(
      path('M-60,850 C200,820 380,836 520,832 C700,828 860,826 1060,850 V1090 H-60Z', '#6b5448'),
      withBrush(brushes.ground, { edge: 0.3 }),
    )
    await scene.behind(
      ellipse(540, 890, 360, 50, '#c9a98c'),
      withBrush(brushes.mist, { opacity: 0.45, blur: 24 }),
    )
    await scene.shadow(660, 985, 200, '#32272a', 0.5)
    await scene.shadow(310, 985, 160, '#32272a', 0.5)
    await scene.behind(giftJar(478, 968, 0.95, [], { open: true }), brushes.object)
    await scene.fox({
      x: 300,
      y: 985,
      scale: 1.55,
      pose: 'sitSide',
      profile: true,
      mood: 'telling',
      headTurn: -14,
    })
    await scene.child({
      x: 650,
      y: 862,
      scale: 2,
      pose: 'crossLegged',
      mirrored: true,
      outfit: wardrobe.coat,
      joints: { head: 10, yaw: 0.3, lean: 3 },
    })
    await scene.before(
      nearBoughs.map(([x, y, length, turn, seed]) => bough(x, y, length, turn, '#16231f', seed)).join(''),
      withBrush(brushes.foreground, { blur: 3 }),
    )
  },
}
