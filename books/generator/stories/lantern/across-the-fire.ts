import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { stone } from '../../scenery/land.ts'
import { fir } from '../../scenery/plants.ts'
import { sparks, stars } from '../../scenery/sky.ts'
import { campFire } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'

/** Page 19: seen across the fire. The fox tells with one paw up; the child holds a stick over the flames and listens. */
export const acrossTheFire: Illustration = {
  seed: 191,
  from: [0, 0.7],
  light: {
    grade: { colour: '#b07f70', opacity: 0.34 },
    lamp: { x: 500, y: 800, radius: 480, colour: '#ff9a3c', opacity: 0.26 },
    rim: [1, 0.72, 0.36, 0.4],
  },
  prompt:
    'seen across a big camp fire at night: on the right a child holds a stick with a marshmallow over the flames and listens, on the left a fox tells a story with one paw raised',
  expression: 'curious',
  gaze: 'left',
  textBox: box(0.16, 0.085, 0.68, 0.13),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#0a1c2c'], [0.5, '#12303c'], [1, '#1d3f42'])
    await scene.behind(stars(36, 330, 5, '#f6eccb'), brushes.detail)
    await scene.behind(
      [
        [20, 3.4, 3],
        [190, 2.5, 4],
        [345, 2, 5],
        [500, 1.7, 8],
        [650, 2, 9],
        [815, 2.6, 6],
        [985, 3.5, 7],
      ]
        .map(([x = 0, scale = 1, seed = 0]) => fir(x, 760, scale, '#12343a', seed))
        .join(''),
      withBrush(brushes.tree, { rim: [0.9, 0.5, 0.25, 0.25] }),
    )
    await scene.glow({ x: 500, y: 720, radius: 470, colour: '#e2803a', opacity: 0.6 })
    await scene.behind(
      path('M-60,740 C200,712 760,712 1060,740 V1090 H-60Z', '#5a4238'),
      withBrush(brushes.ground, { edge: 0.3 }),
    )
    await scene.behind(
      ellipse(500, 900, 460, 120, '#d08a4c'),
      withBrush(brushes.mist, { opacity: 0.7, blur: 34 }),
    )
    await scene.shadow(235, 838, 130, '#2a1c20', 0.5)
    await scene.shadow(770, 858, 150, '#2a1c20', 0.5)
    await scene.fox({
      x: 232,
      y: 836,
      scale: 1.5,
      pose: 'sit',
      paw: 'left',
      mood: 'telling',
      mirrored: true,
      look: -5,
      headTurn: -8,
    })
    await scene.behind(giftJar(92, 880, 0.95, ['drop', 'slice']), brushes.object)
    const child = await scene.child({
      x: 770,
      y: 778,
      scale: 1.55,
      pose: 'crossLegged',
      mirrored: true,
      joints: {
        armRight: [62, 34],
        armLeft: [-18, 96],
        head: 6,
        yaw: 0.3,
        lean: 4,
        hands: ['relaxed', 'grip'],
      },
      outfit: wardrobe.coat,
    })
    const hand = child.handRight
    await scene.onChild(
      stroke(`M${hand.x + 44},${hand.y + 22} L${hand.x - 150},${hand.y - 20}`, '#6b4636', 9) +
        stroke(`M${hand.x - 6},${hand.y - 8} q-3,14 2,22`, '#b97f5c', 8),
      brushes.object,
    )
    await scene.before(
      circle(hand.x - 150, hand.y - 22, 24, '#f6e6cf') + ellipse(hand.x - 156, hand.y - 12, 14, 9, '#d9a468'),
      withBrush(brushes.object, { volume: 0.8 }),
    )
    await scene.before(
      stone(300, 985, 62, '#4a3a3c') +
        stone(410, 1004, 66, '#59464a') +
        stone(540, 1008, 70, '#4a3a3c') +
        stone(670, 990, 62, '#59464a') +
        campFire(480, 985, 2.7),
      withBrush(brushes.object, { rim: [1, 0.72, 0.36, 0.4] }),
    )
    await scene.glowBefore({ x: 480, y: 880, radius: 230, colour: '#ffb35a', opacity: 0.5 })
    await scene.before(sparks(50, { x: 330, y: 380, width: 320, height: 420 }, 8, '#ffcf7a'), brushes.detail)
  },
}
