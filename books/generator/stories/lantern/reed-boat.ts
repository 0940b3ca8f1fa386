import { mirrored } from '../../mirror-scene.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { reeds } from '../../scenery/plants.ts'
import { boat, ripples } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, rect, stroke, verticalGradient } from '../../svg.ts'
import { giftJar } from './gifts.ts'

const ring = { x: 470, y: 786 }

/** Page 16: out of the reeds with it. The whole child pulls; the fox is in the boat already. */
export const reedBoat: Illustration = mirrored({
  seed: 79,
  from: [0.5, -0.7],
  light: { grade: { colour: '#e3c39a', opacity: 0.18 } },
  prompt:
    'late afternoon at a lake shore, a child leans far back and pulls a little wooden boat out of the reeds by its rope with both hands, the fox already sits in it',
  expression: 'happy',
  gaze: 'right',
  textBox: box(0.12, 0.09, 0.76, 0.13),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#c9dcc9'], [0.35, '#f3e6bb'], [0.5, '#f7dca4'], [1, '#f7dca4'])
    await scene.behind(ridge(430, 40, 6, '#c7c5a0'), brushes.farRidge)
    await scene.behind(
      rect(-60, 470, 1120, 640, 'url(#water)'),
      brushes.wash,
      verticalGradient('water', [
        [0, '#f7e3b0'],
        [0.35, '#c9c79a'],
        [1, '#7d9a86'],
      ]),
    )
    await scene.behind(ripples(490, 900, '#fff3cf', 50, 5, 0.6), withBrush(brushes.flat, { edge: 0.1 }))
    await scene.behind(
      reeds(640, 1020, 740, 330, ['#8a9a58', '#a3ad68', '#75884e'], 2),
      withBrush(brushes.grass, { blur: 1 }),
    )
    await scene.behind(boat(738, 840, 1.4, 'inside'), brushes.object)
    await scene.fox({
      x: 800,
      y: 834,
      scale: 1.24,
      pose: 'sit',
      look: -5,
      yaw: -0.6,
      mood: 'laughing',
      headTurn: -6,
    })
    await scene.glow({ x: 664, y: 774, radius: 90, colour: '#eafcff', opacity: 0.7 })
    await scene.behind(giftJar(664, 826, 0.9, ['drop']), brushes.object)
    await scene.behind(boat(738, 840, 1.4, 'hull'), brushes.object)
    await scene.behind(
      stroke('M470,884 q120,36 280,30 M520,912 q120,22 250,14', '#f7ecc8', 6, 0.7),
      withBrush(brushes.flat, { edge: 0 }),
    )
    await scene.behind(path('M-60,870 C180,840 400,870 520,1090 H-60Z', '#8f9a5e'), brushes.ground)
    await scene.shadow(270, 962, 120, '#5d6238', 0.36)
    const puller = await scene.child({
      x: 236,
      y: 770,
      scale: 1.42,
      pose: 'heave',
      outfit: wardrobe.coat,
    })
    const { handLeft, handRight } = puller
    await scene.onChild(
      stroke(
        `M${handLeft.x},${handLeft.y} L${handRight.x},${handRight.y} L${ring.x},${ring.y}`,
        '#c9a878',
        8,
      ) + circle(ring.x, ring.y, 10, '#6d5444'),
      brushes.object,
    )
    await scene.before(
      reeds(-30, 60, 1040, 300, ['#6c8048', '#87985a', '#5b7040'], 6) +
        reeds(880, 1020, 1040, 260, ['#6c8048', '#87985a', '#5b7040'], 9),
      brushes.grass,
    )
  },
})
