import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat, seededRandom } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles } from '../../scenery/ground.ts'
import { firRow } from '../../scenery/plants.ts'
import { snowfall } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'

/** A bough that hangs from (x, y) to its tip, with needles and a load of snow. */
const bough = (x: number, y: number, tipX: number, tipY: number, seed: number, colour: string): string => {
  const random = seededRandom(seed)
  const at = (t: number) => ({
    x: x + (tipX - x) * t,
    y: y + (tipY - y) * t * t,
  })
  const needles = repeat(46, (index) => {
    const from = at(0.04 + (index / 46) * 0.94)
    const long = (70 + random() * 40) * (1.1 - index / 60)
    const lean = (tipX > x ? 1 : -1) * (18 + random() * 26)
    return stroke(`M${from.x},${from.y - 8} q${lean * 0.4},${long * 0.5} ${lean},${long}`, colour, 9, 0.85)
  })
  const wood = `M${x},${y} Q${(x + tipX) / 2},${y + (tipY - y) * 0.1} ${tipX},${tipY}`
  return needles + stroke(wood, '#4a3a38', 12) + stroke(wood, '#e9f0f6', 20, 0.92)
}

/** Page 29: under the boughs of a fir, as in a tent, the fox asks for the story. */
export const firTent: Illustration = {
  seed: 291,
  from: [0.3, -0.7],
  light: {
    grade: { colour: '#bcbbd0', opacity: 0.2 },
    lamp: { x: 540, y: 760, radius: 420, colour: '#ffb877', opacity: 0.12 },
    rim: [0.95, 0.95, 1, 0.35],
  },
  prompt:
    'out of the falling snow, under the low boughs of a fir as in a tent, a child in a yellow coat sits hugging the knees and looks at a fox that sits opposite and speaks',
  expression: 'curious',
  gaze: 'right',
  textBox: box(0.12, 0.085, 0.76, 0.1),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#2c3f63'], [0.4, '#5b78a0'], [0.75, '#a9bfd8'], [1, '#c9d8e8'])
    await scene.behind(
      firRow({ from: 0, to: 1000, y: 720, count: 9 }, 0.9, '#7f9abc', 3, '#d5e0ee'),
      withBrush(brushes.farTree, { blur: 4 }),
    )
    await scene.behind(snowfall(120, 7, 1.5), withBrush(brushes.detail, { blur: 0.8 }))
    await scene.behind(path('M-60,760 C240,720 760,730 1060,760 V1090 H-60Z', '#dfe8f2'), brushes.ground)
    await scene.behind(
      path('M-60,880 C160,800 400,790 520,792 C680,790 880,806 1060,880 V1090 H-60Z', '#8a6f5e'),
      withBrush(brushes.ground, { edge: 0.3 }),
    )
    await scene.behind(
      ellipse(520, 900, 420, 70, '#c99a70'),
      withBrush(brushes.mist, { opacity: 0.5, blur: 24 }),
    )
    await scene.behind(
      pebbles({ top: 830, bottom: 990 }, ['#6f5648', '#b08d70', '#5d473c'], 120, 4),
      brushes.detail,
    )
    await scene.behind(
      path(
        'M455,-60 C470,200 462,500 440,800 C500,830 560,830 600,800 C580,500 574,200 585,-60Z',
        '#5d463c',
      ) + stroke('M490,260 q10,200 -4,420 M545,300 q-6,180 8,400', '#46332c', 6, 0.6),
      withBrush(brushes.object, { volume: 1, volumeBlur: 16 }),
    )
    await scene.behind(
      bough(520, 230, -60, 560, 3, '#33564f') + bough(520, 230, 1060, 560, 8, '#33564f'),
      withBrush(brushes.tree, { blur: 1 }),
    )
    await scene.behind(
      path('M-60,-60 H1060 V150 C900,250 700,230 520,236 C300,232 120,250 -60,150Z', '#27453f'),
      withBrush(brushes.ground, { edge: 0.3 }),
    )
    await scene.behind(
      bough(500, 190, -80, 380, 4, '#2f524a') + bough(540, 190, 1080, 380, 6, '#2f524a'),
      brushes.tree,
    )
    await scene.behind(
      path('M-60,-60 H1060 V170 C880,226 700,206 520,214 C320,206 130,226 -60,170Z', '#27453f'),
      withBrush(brushes.ground, { edge: 0, blur: 3 }),
    )
    await scene.shadow(325, 952, 160, '#4a3a38', 0.45)
    await scene.shadow(735, 968, 140, '#4a3a38', 0.45)
    await scene.behind(giftJar(530, 962, 1, [], { open: true, turn: 0 }), brushes.object)
    await scene.fox({
      x: 735,
      y: 968,
      scale: 1.75,
      pose: 'sit',
      mirrored: true,
      look: 6,
      headTurn: 8,
      mood: 'telling',
    })
    await scene.child({
      x: 320,
      y: 852,
      scale: 1.74,
      pose: 'hugKnees',
      outfit: wardrobe.coat,
      joints: { head: 8, yaw: 0.28, lean: 3 },
    })
    await scene.before(
      path(
        'M-60,1000 C60,960 180,990 300,1014 C500,1040 740,1030 860,1000 C940,980 1000,980 1060,1000 V1090 H-60Z',
        '#eef3f9',
      ),
      withBrush(brushes.foreground, { blur: 2 }),
    )
  },
}
