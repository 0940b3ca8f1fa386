import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow, flowers, grass } from '../../scenery/plants.ts'
import { sparks, stars } from '../../scenery/sky.ts'
import { handLantern, village } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path } from '../../svg.ts'
import { giftJar } from './gifts.ts'

/** The child lifts the lantern, the fox looks on, the village waits below. The picture bleeds over the board's edge. */
export const cover: Illustration = {
  seed: 7,
  from: [0.5, -0.6],
  light: {
    grade: { colour: '#e0c0c0', opacity: 0.16 },
    lamp: { x: 620, y: 620, radius: 420, colour: '#ffc06a', opacity: 0.2 },
    rim: [1, 0.85, 0.55, 0.3],
  },
  prompt:
    'book cover: a smiling child in a yellow coat lifts a glowing lantern beside a fox on a hill at dusk above a small village with lit windows',
  expression: 'happy',
  textBox: box(0.16, 0.13, 0.68, 0.18),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#263468'], [0.36, '#4d5796'], [0.56, '#a487b0'], [0.7, '#f0b295'], [1, '#f0b295'])
    await scene.behind(stars(110, 480, 5), brushes.detail)
    await scene.glow({ x: 210, y: 640, radius: 420, colour: '#ffc9a0', opacity: 0.5 })
    await scene.behind(ridge(640, 60, 4, '#8479a6', { sharp: true, bumps: 6 }), brushes.farRidge)
    await scene.behind(ridge(710, 24, 9, '#62688f'), brushes.midRidge)
    await scene.behind(
      village(130, 776, 0.8, 4, { wall: '#a595ac', roof: '#6d5f88', window: '#ffd877' }),
      brushes.object,
    )
    for (const [x, y] of [
      [60, 760],
      [130, 756],
      [205, 768],
    ] as const)
      await scene.glow({ x, y, radius: 80, colour: '#ffb65a', opacity: 0.55 })
    await scene.behind(firRow({ from: 560, to: 1010, y: 830, count: 8 }, 0.6, '#4a4f78', 7), brushes.farTree)
    await scene.behind(path('M-60,850 C260,796 700,800 1060,846 V1090 H-60Z', '#557260'), brushes.ground)
    await scene.behind(ellipse(560, 930, 420, 80, '#f0bc78'), withBrush(brushes.mist, { opacity: 0.5 }))
    await scene.behind(
      circle(565, 650, 210, '#ffcf7a'),
      withBrush(brushes.warmLight, { blur: 46, opacity: 0.75 }),
    )
    await scene.glow({ x: 565, y: 650, radius: 460, colour: '#ffb650', opacity: 0.9 })
    await scene.shadow(400, 996, 150, '#2c3a44')
    await scene.shadow(780, 998, 150, '#2c3a44')
    await scene.fox({
      x: 775,
      y: 1012,
      scale: 1.62,
      pose: 'sit',
      mirrored: true,
      look: 5,
      lookDown: -4,
      yaw: 0.55,
      mood: 'telling',
      headTurn: -4,
    })
    const figure = await scene.child({
      x: 360,
      y: 890,
      scale: 1.95,
      pose: 'reach',
      outfit: wardrobe.coat,
      joints: {
        hands: ['hold', 'grip'],
        armRight: [134, 4],
        armLeft: [-34, 92],
        head: -3,
        yaw: 0.18,
        lean: 2,
      },
    })
    const lamp = { x: figure.handRight.x + 10, y: figure.handRight.y + 24 }
    await scene.onChild(
      giftJar(figure.handLeft.x + 2, figure.handLeft.y + 20, 1.15, ['drop', 'slice', 'spark']),
      brushes.object,
    )
    await scene.onChild(handLantern(lamp.x, lamp.y, 1.9), brushes.object)
    await scene.glowBefore({ x: lamp.x, y: lamp.y + 52, radius: 90, colour: '#fff0c0', opacity: 0.5 })
    await scene.before(
      sparks(30, { x: 440, y: 300, width: 400, height: 320 }, 4),
      withBrush(brushes.detail, { opacity: 0.9 }),
    )
    await scene.before(
      grass(-20, 1020, 1045, 110, ['#33504c', '#46655a', '#3b5a52'], 220, 6) +
        flowers(0, 1000, 965, 1000, ['#c9c2e4', '#f0c98a', '#e3a59a'], 26, 8),
      brushes.grass,
    )
  },
}
