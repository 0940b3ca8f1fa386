import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow, flowers, grass } from '../../scenery/plants.ts'
import { moon, sparks, stars } from '../../scenery/sky.ts'
import { handLantern, village } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path } from '../../svg.ts'

/** The child lifts the lantern, the fox looks on, the village waits below. The picture bleeds over the board's edge. */
export const cover: Illustration = {
  seed: 7,
  from: [0.5, -0.6],
  light: {
    grade: { colour: '#c3b4d8', opacity: 0.2 },
    lamp: { x: 610, y: 600, radius: 330, colour: '#ffc06a', opacity: 0.2 },
    rim: [1, 0.85, 0.55, 0.3],
  },
  prompt:
    'book cover: a smiling child lifts a glowing lantern beside a fox on a hill at night above a small village',
  textBox: box(0.16, 0.13, 0.68, 0.18),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#23315f'], [0.4, '#43528c'], [0.62, '#8f83ae'], [0.74, '#e0ad9c'], [1, '#e0ad9c'])
    await scene.behind(stars(110, 560, 5), brushes.detail)
    await scene.behind(moon(840, 410, 60), brushes.detail)
    await scene.glow({ x: 840, y: 410, radius: 240, colour: '#c9d8ff', opacity: 0.55 })
    await scene.behind(ridge(660, 50, 4, '#7c7aa8', { sharp: true, bumps: 6 }), brushes.farRidge)
    await scene.behind(ridge(720, 24, 9, '#5d6792'), brushes.midRidge)
    await scene.behind(
      village(130, 770, 0.5, 4, { wall: '#8b86ab', roof: '#5d5c86', window: '#ffd877' }),
      brushes.object,
    )
    await scene.behind(firRow({ from: 500, to: 1000, y: 822, count: 9 }, 0.5, '#414c78', 7), brushes.farTree)
    await scene.behind(path('M-60,830 C260,780 700,790 1060,830 V1090 H-60Z', '#49655c'), brushes.ground)
    await scene.shadow(430, 990, 140, '#2c3a44')
    await scene.shadow(770, 992, 140, '#2c3a44')
    await scene.fox({ x: 765, y: 990, scale: 1.5, pose: 'sit', look: -4, mood: 'laughing', headTurn: -6 })
    const figure = await scene.child({
      x: 400,
      y: 772,
      scale: 1.68,
      pose: 'reach',
      outfit: wardrobe.day,
      joints: { armRight: [104, 20], armLeft: [-40, -24], head: -5, yaw: 0.15 },
    })
    await scene.onChild(handLantern(figure.handRight.x + 10, figure.handRight.y + 22, 1.7), brushes.object)
    await scene.glow({
      x: figure.handRight.x + 6,
      y: figure.handRight.y + 66,
      radius: 330,
      colour: '#ffc46a',
      opacity: 0.9,
    })
    await scene.glowBefore({
      x: figure.handRight.x + 6,
      y: figure.handRight.y + 66,
      radius: 100,
      colour: '#fff3cf',
      opacity: 0.7,
    })
    await scene.before(
      sparks(26, { x: 480, y: 330, width: 330, height: 300 }, 4),
      withBrush(brushes.detail, { opacity: 0.9 }),
    )
    await scene.before(
      grass(-20, 1020, 1045, 120, ['#33504c', '#46655a', '#3b5a52'], 220, 6) +
        flowers(0, 1000, 960, 1000, ['#c9c2e4', '#f0c98a', '#e3a59a'], 26, 8),
      brushes.grass,
    )
  },
}
