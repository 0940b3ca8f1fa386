import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { fir } from '../../scenery/plants.ts'
import { moon, sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path } from '../../svg.ts'
import { giftJar } from './gifts.ts'

const tale = {
  x: 690,
  y: 962,
  scale: 2.3,
  pose: 'sit',
  mood: 'closed',
  headTurn: -17,
  yaw: -0.15,
  turn: -5,
  tail: 'side',
} as const

/** The fox's neck and breast, behind which the child's far arm goes. */
const neckOfTheFox =
  'M560,636 L604,606 Q624,560 634,480 L640,340 H900 V690 L740,700 Q720,748 668,748 Q600,748 546,712Z'

/** Page 28: cheek to cheek, both arms of the child round the fox's neck, the fox's one tail round the child. */
export const snowHug: Illustration = {
  seed: 281,
  from: [0.5, -0.7],
  light: { grade: { colour: '#b3bedd', opacity: 0.26 }, rim: [0.98, 0.95, 0.82, 0.45] },
  prompt:
    'under a big moon a child in a yellow coat kneels in the snow and hugs a fox tightly, cheek to cheek, both arms round its neck',
  expression: 'sad',
  gaze: 'down',
  textBox: box(0.1, 0.078, 0.8, 0.16),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#12314c'], [0.35, '#24506d'], [0.7, '#6d94a6'], [1, '#6d94a6'])
    await scene.behind(sparks(34, { x: 0, y: 250, width: 1000, height: 320 }, 6), brushes.detail)
    await scene.glow({ x: 700, y: 520, radius: 520, colour: '#e6f0dc', opacity: 0.6 })
    await scene.behind(moon(700, 520, 255, '#f8efcf'), withBrush(brushes.flat, { wash: 0.3 }))
    await scene.behind(ridge(740, 40, 7, '#57809a', { sharp: true }), brushes.midRidge)
    await scene.behind(
      fir(60, 850, 2.2, '#2a5570', 3, '#c8dbe4') +
        fir(190, 846, 1.3, '#35627c', 5, '#c8dbe4') +
        fir(955, 850, 1.7, '#2a5570', 6, '#c8dbe4'),
      brushes.tree,
    )
    await scene.behind(
      path('M-60,840 C200,790 420,820 600,826 C800,830 940,800 1060,820 V1080 H-60Z', '#dde8ee'),
      withBrush(brushes.ground, { wash: 0.2 }),
    )
    await scene.shadow(480, 972, 330, '#5d84a2', 0.5)
    await scene.fox(tale)
    await scene.child({
      x: 398,
      y: 866,
      scale: 1.85,
      pose: 'hug',
      joints: {
        lean: 18,
        head: 6,
        yaw: 0.3,
        armLeft: [94, 6],
        armRight: [72, 12],
        armLength: 1.16,
        hands: ['hold', 'hold'],
        legLeft: [34, -122, -0.8],
        legRight: [14, -104, -0.9],
        thighLength: 0.56,
        shinLength: 0.9,
      },
      outfit: wardrobe.coat,
    })
    await scene.fox(tale, 'before', neckOfTheFox)
    await scene.before(giftJar(905, 990, 0.85, [], { open: true, turn: -80 }), brushes.object)
    await scene.before(
      sparks(20, { x: 0, y: 560, width: 130, height: 420 }, 8, '#ffffff') +
        sparks(20, { x: 840, y: 560, width: 160, height: 420 }, 9, '#ffffff'),
      brushes.detail,
    )
  },
}
