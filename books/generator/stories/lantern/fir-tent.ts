import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles } from '../../scenery/ground.ts'
import { fir, firRow } from '../../scenery/plants.ts'
import { snowfall } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'

/** Snow that lies on the lowest boughs, heap by heap along their hem. */
const snowOnTheHem = [
  [60, 372, 52],
  [170, 402, 60],
  [300, 412, 66],
  [700, 412, 66],
  [830, 402, 60],
  [940, 372, 52],
]
  .map(([x = 0, y = 0, half = 0]) =>
    path(
      `M${x - half},${y} C${x - half * 0.6},${y - 26} ${x + half * 0.6},${y - 26} ${x + half},${y} C${x + half * 0.5},${y + 10} ${x - half * 0.5},${y + 10} ${x - half},${y}Z`,
      '#eef4fa',
    ),
  )
  .join('')

/** A fallen log to sit on. */
const log = (x: number, y: number): string =>
  path(
    `M${x - 150},${y - 46} C${x - 60},${y - 58} ${x + 70},${y - 58} ${x + 150},${y - 46} L${x + 152},${y + 42} C${x + 60},${y + 54} ${x - 60},${y + 54} ${x - 150},${y + 42}Z`,
    '#7a5a48',
  ) +
  ellipse(x + 150, y - 2, 26, 45, '#c79f78') +
  ellipse(x + 150, y - 2, 15, 27, '#a97f5c') +
  stroke(`M${x - 130},${y - 14} q90,-10 200,0 M${x - 120},${y + 16} q80,8 180,0`, '#5c4234', 4, 0.6)

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
    'out of the falling snow, under the low boughs of a fir as in a tent, a child in a yellow coat sits on a log and looks at a fox that sits opposite and speaks',
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
      fir(520, 540, 7.4, '#38605a', 3),
      withBrush(brushes.tree, { blur: 1.2, opacity: 0.95 }),
    )
    await scene.behind(fir(500, 470, 6.6, '#2b4f49', 8), brushes.tree)
    await scene.behind(
      path(
        'M452,372 C466,540 466,680 440,800 C500,830 560,830 604,800 C584,680 580,540 588,372 C540,392 500,392 452,372Z',
        '#5d463c',
      ) + stroke('M496,480 q8,130 -4,280 M545,480 q-6,130 8,280', '#46332c', 6, 0.6),
      withBrush(brushes.object, { volume: 1, volumeBlur: 16 }),
    )
    await scene.behind(snowOnTheHem, withBrush(brushes.object, { volume: 0.6 }))
    await scene.shadow(325, 952, 160, '#4a3a38', 0.45)
    await scene.shadow(735, 968, 140, '#4a3a38', 0.45)
    await scene.behind(log(320, 866), withBrush(brushes.object, { volume: 0.9 }))
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
      y: 818,
      scale: 1.62,
      pose: 'dangle',
      outfit: wardrobe.coat,
      joints: { head: 8, yaw: 0.28, lean: 5, armLeft: [-20, 70], armRight: [22, -66] },
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
