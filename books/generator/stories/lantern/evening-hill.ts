import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pools, tufts } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow, flowers, grass } from '../../scenery/plants.ts'
import { stars } from '../../scenery/sky.ts'
import { lanternPost, village } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path } from '../../svg.ts'

const dusk = ['#33504c', '#46655a', '#3b5a52'] as const

/** Page 1: the child sits in the grass and looks up at the lantern that burns above the village. */
export const eveningHill: Illustration = {
  seed: 11,
  from: [0.6, -0.7],
  light: {
    grade: { colour: '#c4aac4', opacity: 0.26 },
    lamp: { x: 740, y: 470, radius: 420, colour: '#ffc06a', opacity: 0.16 },
    rim: [1, 0.85, 0.55, 0.3],
  },
  prompt:
    'dusk over a small village in a valley, a glowing lantern on its post on a hill, a child sits in the grass before it',
  textBox: box(0.12, 0.09, 0.6, 0.17),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#2f3f74'], [0.3, '#4d5a92'], [0.52, '#b98aa4'], [0.64, '#f2bf98'], [1, '#f2bf98'])
    await scene.behind(stars(46, 300, 3), brushes.detail)
    await scene.behind(ridge(520, 60, 5, '#8d86b4', { bumps: 6, sharp: true }), brushes.farRidge)
    await scene.behind(ridge(620, 30, 8, '#6f739c'), brushes.midRidge)
    await scene.behind(
      village(160, 700, 0.62, 4, { wall: '#8b86ab', roof: '#5d5c86', window: '#ffd877' }),
      brushes.object,
    )
    for (const [x, y] of [
      [90, 680],
      [172, 680],
      [240, 696],
    ] as const)
      await scene.glow({ x, y, radius: 70, colour: '#f0a850', opacity: 0.5 })
    await scene.behind(firRow({ from: -20, to: 330, y: 768, count: 8 }, 0.44, '#45507c', 7), brushes.farTree)
    await scene.behind(
      path('M-60,1080 V830 C160,790 330,850 520,790 C680,730 820,720 1060,740 V1080Z', '#4f6a62'),
      brushes.ground,
    )
    await scene.behind(
      pools({ from: 520, to: 1000, top: 780, bottom: 900 }, '#d9a870', 5, 6),
      withBrush(brushes.mist, { opacity: 0.34, blur: 22 }),
    )
    await scene.behind(tufts({ top: 790, bottom: 960 }, dusk, 150, 8), brushes.detail)
    await scene.behind(lanternPost(800, 770, 1.6, true), brushes.object)
    await scene.glow({ x: 800, y: 470, radius: 350, colour: '#ffc46a', opacity: 0.9 })
    await scene.glow({ x: 800, y: 470, radius: 120, colour: '#fff3cf', opacity: 0.8 })
    await scene.shadow(530, 890, 190, '#2c3a44', 0.4)
    await scene.child({
      x: 460,
      y: 852,
      scale: 1.42,
      pose: 'sitGround',
      outfit: wardrobe.night,
      joints: { head: 2, lean: -8, armLeft: [-34, -6], armRight: [96, 20], legRight: [84, -60, 0.9] },
    })
    await scene.before(
      grass(-20, 330, 1030, 90, dusk, 120, 6) +
        grass(640, 1020, 1035, 100, dusk, 130, 9) +
        flowers(0, 260, 940, 990, ['#c9c2e4', '#e3a59a'], 12, 8) +
        flowers(720, 1000, 950, 992, ['#f0c98a', '#c9c2e4'], 12, 3),
      brushes.grass,
    )
  },
}
