import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pools, tufts } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow, flowers, grass } from '../../scenery/plants.ts'
import { stars } from '../../scenery/sky.ts'
import { lanternPost, village } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path } from '../../svg.ts'

const dusk = ['#33504c', '#46655a', '#3b5a52'] as const

/** Page 1: the lantern burns on its hill, the whole village shines with it, and the child sits in its light. */
export const eveningHill: Illustration = {
  seed: 11,
  from: [0.6, -0.7],
  light: {
    grade: { colour: '#d0b2bc', opacity: 0.24 },
    lamp: { x: 730, y: 420, radius: 460, colour: '#ffc06a', opacity: 0.2 },
    rim: [1, 0.85, 0.55, 0.45],
  },
  prompt:
    'dusk over a small village in a valley, a great glowing lantern on its post on a hill, a child in star pyjamas sits in the grass in its light',
  expression: 'happy',
  gaze: 'up-right',
  textBox: box(0.1, 0.085, 0.5, 0.2),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#2f3f74'], [0.3, '#4d5a92'], [0.52, '#b98aa4'], [0.64, '#f2bf98'], [1, '#f2bf98'])
    await scene.behind(stars(46, 300, 3), brushes.detail)
    await scene.behind(ridge(520, 60, 5, '#8d86b4', { bumps: 6, sharp: true }), brushes.farRidge)
    await scene.behind(ridge(600, 30, 8, '#6f739c'), brushes.midRidge)
    await scene.behind(
      village(150, 690, 0.86, 4, { wall: '#a594ae', roof: '#6a5f8a', window: '#ffd877' }),
      brushes.object,
    )
    for (const [x, y] of [
      [40, 672],
      [100, 650],
      [170, 656],
      [250, 668],
      [70, 704],
      [140, 704],
      [216, 708],
    ] as const)
      await scene.glow({ x, y, radius: 80, colour: '#f6b058', opacity: 0.55 })
    await scene.behind(firRow({ from: -20, to: 300, y: 790, count: 7 }, 0.44, '#45507c', 7), brushes.farTree)
    await scene.behind(
      path('M-60,1080 V850 C120,820 300,850 480,770 C640,706 820,700 1060,720 V1080Z', '#55705f'),
      brushes.ground,
    )
    await scene.behind(ellipse(760, 830, 330, 110, '#e8b878'), withBrush(brushes.mist, { opacity: 0.55 }))
    await scene.behind(
      pools({ from: 420, to: 1000, top: 800, bottom: 960 }, '#d9a870', 6, 6),
      withBrush(brushes.mist, { opacity: 0.34, blur: 22 }),
    )
    await scene.behind(tufts({ top: 790, bottom: 980 }, dusk, 190, 8), brushes.detail)
    await scene.glow({ x: 790, y: 405, radius: 450, colour: '#ffbc5c', opacity: 0.95 })
    await scene.behind(lanternPost(790, 800, 2.1, true), brushes.object)
    await scene.glow({ x: 790, y: 405, radius: 170, colour: '#ffe9b0', opacity: 0.65 })
    await scene.shadow(420, 926, 170, '#2c3a44', 0.42)
    await scene.child({
      x: 420,
      y: 846,
      scale: 1.46,
      pose: 'crossLegged',
      outfit: wardrobe.night,
      joints: { head: 8, yaw: 0.22, lean: 2, armRight: [92, 30] },
    })
    await scene.before(
      grass(-20, 330, 1030, 90, dusk, 120, 6) +
        grass(560, 1020, 1035, 100, dusk, 150, 9) +
        flowers(0, 280, 930, 990, ['#c9c2e4', '#e3a59a'], 16, 8) +
        flowers(620, 1000, 940, 992, ['#f0c98a', '#c9c2e4'], 16, 3),
      brushes.grass,
    )
  },
}
