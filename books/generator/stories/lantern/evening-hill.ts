import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pools, tufts } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow, flowers, grass } from '../../scenery/plants.ts'
import { stars } from '../../scenery/sky.ts'
import { house, lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, stroke } from '../../svg.ts'

const dusk = ['#33504c', '#46655a', '#3b5a52'] as const
const dimHouse = { wall: '#a594ae', window: '#ffd877' }
const roofs = ['#6a5f8a', '#7a5f82', '#5e6491']

/** The whole village in its valley, nearer houses lower and larger. */
const valley = [
  [505, 700, 0.42],
  [570, 692, 0.4],
  [640, 702, 0.45],
  [715, 694, 0.42],
  [790, 704, 0.46],
  [870, 696, 0.42],
  [950, 706, 0.46],
  [540, 738, 0.54],
  [628, 742, 0.58],
  [722, 740, 0.56],
  [822, 746, 0.6],
  [925, 742, 0.58],
] as const

const villageBelow = valley
  .map(([x, y, scale], index) => house(x, y, scale, { ...dimHouse, roof: roofs[index % 3] ?? '#6a5f8a' }))
  .join('')

/** A felled trunk to sit on. */
const log =
  path(
    'M724,884 C724,862 744,860 760,862 L968,868 C990,870 992,944 968,948 L752,944 C732,940 724,910 724,884Z',
    '#7a5a4a',
  ) +
  ellipse(742, 903, 24, 42, '#c9a27a') +
  `<ellipse cx="742" cy="903" rx="14" ry="26" fill="none" stroke="#a37d58" stroke-width="3"/>` +
  stroke('M790,884 H930 M780,920 H880 M900,926 H960', '#5d4338', 4, 0.6)

/** Page 1: from far off, the hill with its lantern, the valley with its lights, and one small child who looks up. */
export const eveningHill: Illustration = {
  seed: 11,
  from: [-0.6, -0.7],
  light: {
    grade: { colour: '#d0b2bc', opacity: 0.26 },
    lamp: { x: 300, y: 330, radius: 620, colour: '#ffc06a', opacity: 0.18 },
    rim: [1, 0.85, 0.55, 0.45],
  },
  prompt:
    'wide view at dusk: a great glowing lantern on its post on top of a hill, a small village with lit windows in the valley, a child in star pyjamas sits small on a log and looks up to the lantern',
  expression: 'happy',
  gaze: 'up-left',
  textBox: box(0.47, 0.09, 0.44, 0.2),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#1f2c5e'], [0.32, '#37437c'], [0.54, '#b98aa4'], [0.64, '#f2bf98'], [1, '#f2bf98'])
    await scene.behind(stars(70, 380, 3), brushes.detail)
    await scene.behind(ridge(540, 60, 5, '#8d86b4', { bumps: 6, sharp: true }), brushes.farRidge)
    await scene.behind(ridge(610, 30, 8, '#6f739c'), brushes.midRidge)
    await scene.behind(ridge(668, 12, 14, '#5b6690'), brushes.midRidge)
    await scene.behind(firRow({ from: 470, to: 1010, y: 690, count: 14 }, 0.3, '#45507c', 7), brushes.farTree)
    await scene.behind(path('M380,1080 V720 C560,690 800,690 1060,700 V1080Z', '#4f6672'), brushes.ground)
    await scene.behind(villageBelow, brushes.object)
    for (const [x, y, scale] of valley)
      await scene.glow({ x, y: y - 30 * scale, radius: 92 * scale, colour: '#f6b058', opacity: 0.6 })
    await scene.behind(
      path(
        'M-60,1080 V640 C60,560 180,520 290,520 C420,520 500,640 600,740 C680,810 800,850 1060,850 V1080Z',
        '#48645c',
      ),
      brushes.ground,
    )
    await scene.behind(
      path(
        'M300,526 C330,580 250,620 290,690 C330,760 520,770 560,850 C600,930 480,980 440,1080 H640 C660,990 700,930 640,840 C590,770 400,740 370,690 C340,640 380,580 316,526Z',
        '#8f8478',
      ),
      withBrush(brushes.ground, { opacity: 0.75 }),
    )
    await scene.behind(ellipse(300, 560, 230, 80, '#f0bd78'), withBrush(brushes.mist, { opacity: 0.6 }))
    await scene.behind(
      pools({ from: 60, to: 700, top: 620, bottom: 900 }, '#d9a870', 8, 6),
      withBrush(brushes.mist, { opacity: 0.3, blur: 22 }),
    )
    await scene.behind(tufts({ from: 0, to: 560, top: 600, bottom: 980 }, dusk, 150, 8), brushes.detail)
    await scene.behind(tufts({ from: 560, to: 1020, top: 860, bottom: 980 }, dusk, 70, 18), brushes.detail)
    await scene.glow({ x: 300, y: 250, radius: 520, colour: '#ffbc5c', opacity: 0.95 })
    await scene.behind(lanternPost(300, 545, 1.55, true), brushes.object)
    await scene.glow({ x: 300, y: 252, radius: 150, colour: '#ffe9b0', opacity: 0.65 })
    await scene.shadow(830, 950, 170, '#2c3a44', 0.42)
    await scene.behind(log, withBrush(brushes.object, { volume: 0.9 }))
    await scene.child({
      x: 790,
      y: 862,
      scale: 1.16,
      pose: 'sit',
      outfit: wardrobe.night,
      joints: { head: -2, yaw: 0.3, lean: -20, armLeft: [-44, 12], armRight: [-34, 8] },
      mirrored: true,
    })
    await scene.before(
      grass(-20, 500, 1035, 100, dusk, 150, 6) +
        grass(500, 1020, 1035, 74, dusk, 150, 9) +
        flowers(0, 380, 930, 990, ['#c9c2e4', '#e3a59a'], 22, 8) +
        flowers(860, 1000, 940, 992, ['#f0c98a', '#c9c2e4'], 9, 3),
      brushes.grass,
    )
  },
}
