import { shade } from '../../colour.ts'
import { mirrored } from '../../mirror-scene.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles, tufts } from '../../scenery/ground.ts'
import { flowers, grass, reeds } from '../../scenery/plants.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, place, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'

/** The way over, from the near bank to the far one; stones grow smaller with the distance. */
const stones = [
  [150, 952, 92],
  [352, 900, 96],
  [540, 836, 96],
  [694, 716, 76],
  [752, 596, 64],
  [846, 516, 54],
] as const

/** A stone in the river, seen from above: its top, its side, the ring of water round it. */
const flatStone = ([x, y, size]: readonly [number, number, number], index: number): string => {
  const colour = ['#a69d92', '#b3aa9e', '#9d948a'][index % 3] ?? '#a69d92'
  return (
    ellipse(x, y + size * 0.34, size * 1.24, size * 0.52, '#dcefee', 0.75) +
    ellipse(x, y + size * 0.3, size * 1.06, size * 0.46, shade(colour, -0.3)) +
    ellipse(x, y + size * 0.1, size, size * 0.46, colour) +
    ellipse(x - size * 0.2, y, size * 0.56, size * 0.22, shade(colour, 0.25), 0.8) +
    ellipse(x + size * 0.5, y + size * 0.18, size * 0.22, size * 0.1, '#7f9c5c', 0.9)
  )
}

/** The current, in long strokes across the page. */
const current = [
  'M-40,330 C160,420 360,470 620,420',
  'M-40,470 C200,540 320,600 560,560',
  'M60,640 C240,700 330,720 470,700',
  'M470,960 C640,990 840,930 1040,960',
  'M760,860 C860,880 960,840 1040,850',
  'M660,880 C700,900 760,900 800,890',
  'M-40,760 C60,790 120,800 190,790',
  'M860,700 C930,720 980,700 1040,710',
].join(' ')

const lilyPad = (x: number, y: number, size: number, turn: number): string =>
  place(
    { x, y, turn },
    ellipse(0, 0, size, size * 0.62, '#6f9c5c') +
      path(`M0,0 L${size * 1.06},${-size * 0.16} L${size * 1.02},${size * 0.24}Z`, '#8fc6d0') +
      stroke(`M0,0 L${-size * 0.7},${-size * 0.2} M0,0 L${-size * 0.5},${size * 0.3}`, '#557f49', 3, 0.6),
  )

const fish = (x: number, y: number, scale: number, turn: number): string =>
  place(
    { x, y, scale, turn },
    path('M-40,0 C-20,-16 20,-14 36,0 C20,14 -20,16 -40,0Z M-34,0 L-60,-14 L-54,0 L-60,14Z', '#e8915c'),
  )

/** Page 15: from above. Stone by stone over the river, the jar held out in one hand; the fox is almost across and looks back. */
export const steppingStones: Illustration = mirrored({
  seed: 77,
  from: [-0.6, -0.7],
  prompt:
    'seen from above: a child steps from stone to stone over a clear river and carries a glass jar with a glowing drop, a fox far ahead looks back, fish and lily pads in the water',
  expression: 'determined',
  gaze: 'right',
  textBox: box(0.09, 0.09, 0.52, 0.17),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#b5dcdc'], [0.3, '#9fd0d6'], [0.6, '#74b2c4'], [1, '#4f90aa'])
    await scene.behind(
      stroke(current, '#e9f6f4', 9, 0.5),
      withBrush(brushes.flat, { edge: 0, warp: 8, blur: 2 }),
    )
    await scene.behind(
      fish(210, 560, 1, 14) + fish(296, 610, 0.7, 24) + fish(890, 800, 1.1, -160),
      withBrush(brushes.flat, { opacity: 0.6, blur: 1.6 }),
    )
    await scene.behind(
      path('M600,-60 C640,120 700,240 830,330 C920,390 980,420 1060,440 V-60Z', '#c9bd8e') +
        path('M640,-60 C680,100 740,210 860,290 C940,344 1000,370 1060,384 V-60Z', '#8fb870') +
        path('M-60,1000 C60,980 150,1000 240,1090 H-60Z', '#8fb870'),
      brushes.ground,
    )
    await scene.behind(
      tufts({ from: 720, to: 1020, top: 20, bottom: 330 }, ['#6d9c54', '#a5cc7c'], 60, 5) +
        pebbles({ from: 700, to: 940, top: 250, bottom: 360 }, ['#b3a88a', '#e3dab8'], 24, 6),
      brushes.detail,
    )
    await scene.behind(flowers(760, 1000, 60, 300, ['#f3e9d2', '#e9d27a', '#d98a7c'], 18, 4), brushes.flower)
    await scene.behind(
      lilyPad(120, 400, 62, 4) +
        lilyPad(226, 440, 40, 10) +
        lilyPad(880, 960, 66, -8) +
        ellipse(112, 388, 16, 11, '#f3d9e0') +
        ellipse(112, 384, 8, 6, '#fff6ea'),
      brushes.flat,
    )
    await scene.behind(stones.map(flatStone).join(''), brushes.object)
    await scene.shadow(754, 588, 60, '#4a5a5c', 0.4)
    await scene.fox({
      x: 752,
      y: 598,
      scale: 0.78,
      pose: 'walk',
      mood: 'telling',
      look: -5,
      lookDown: 2,
      yaw: -0.7,
      headTurn: -6,
    })
    await scene.shadow(448, 872, 120, '#4a5a5c', 0.34)
    const figure = await scene.child({
      x: 432,
      y: 682,
      scale: 1.36,
      pose: 'walk',
      outfit: wardrobe.coat,
      joints: {
        lean: 4,
        head: 2,
        armLeft: [38, 34],
        armRight: [-34, 16],
        hands: ['hold', 'relaxed'],
      },
    })
    const jar = {
      x: figure.handLeft.x + 20,
      y: figure.handLeft.y + 16,
    }
    await scene.glow({ x: jar.x, y: jar.y - 40, radius: 150, colour: '#f2ffff', opacity: 0.85 })
    await scene.onChild(giftJar(jar.x, jar.y, 1.16, ['drop']), brushes.object)
    await scene.before(
      reeds(-20, 120, 1040, 210, ['#5f8a55', '#76a05f', '#4f7a4c'], 4) +
        grass(-20, 260, 1040, 70, ['#5f8a55', '#76a05f'], 60, 3),
      brushes.grass,
    )
  },
})
