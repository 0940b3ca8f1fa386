import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat, seededRandom } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { tufts } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { grass, spray } from '../../scenery/plants.ts'
import { stars } from '../../scenery/sky.ts'
import { house, lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, place, rect, stroke } from '../../svg.ts'

const bricks = (): string => {
  const random = seededRandom(5)
  return repeat(34, () => {
    const x = -40 + random() * 350
    const y = 250 + random() * 780
    return rect(x, y, 52 + random() * 40, 24, random() > 0.5 ? '#454b73' : '#5d6189', 8)
  })
}

const boxLeaves = ['#466a63', '#54786c', '#3a5a56'] as const

const blossom = (x: number, y: number): string =>
  [0, 72, 144, 216, 288].map((turn) => place({ x, y, turn }, ellipse(0, -8, 6, 9, '#cfc4e6'))).join('') +
  circle(x, y, 5, '#e8cf94')

/** The last of the flame, going up. */
const smoke =
  'M748,372 C700,330 800,296 750,250 C712,214 790,186 756,140 M752,372 C780,340 730,310 768,276 C796,250 752,226 772,196'

/** Page 3: the lantern is out. Only a thread of smoke is left, and the child leans out and sees it. */
export const darkWindow: Illustration = {
  seed: 31,
  from: [0.4, -0.8],
  light: { grade: { colour: '#9ba4d0', opacity: 0.34 }, rim: [0.8, 0.86, 1, 0.3] },
  prompt:
    'night: the great lantern on its hill has gone out and only smoke rises from it, a child in star pyjamas leans out of a window and stares at it',
  expression: 'surprised',
  gaze: 'right',
  textBox: box(0.09, 0.09, 0.5, 0.15),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#1d2648'], [0.5, '#2c3862'], [0.75, '#3c4a76'], [1, '#3c4a76'])
    await scene.behind(stars(26, 360, 14, '#8e9ac8'), brushes.detail)
    await scene.behind(ridge(600, 40, 5, '#2f3b66', { sharp: true }), brushes.farRidge)
    await scene.behind(
      house(520, 716, 0.8, { wall: '#3c4570', roof: '#2c3459', window: '#252c50' }) +
        house(610, 700, 0.7, { wall: '#414a74', roof: '#2c3459', window: '#252c50' }),
      brushes.flat,
    )
    await scene.behind(
      path('M380,1080 V800 C520,740 660,770 780,740 C880,720 960,730 1060,720 V1090 H380Z', '#2a3a50'),
      brushes.ground,
    )
    await scene.behind(
      tufts({ from: 440, to: 1020, top: 790, bottom: 980 }, ['#3b5064', '#22303f'], 120, 8),
      brushes.detail,
    )
    await scene.behind(lanternPost(750, 940, 2.75, false), withBrush(brushes.object, { volume: 0.9 }))
    await scene.behind(
      stroke('M727,378 L739,482 M774,378 L763,470', '#93a0c8', 5, 0.5) + ellipse(750, 490, 9, 5, '#e8703a'),
      brushes.detail,
    )
    await scene.glow({ x: 750, y: 488, radius: 34, colour: '#ff8a4a', opacity: 0.7 })
    await scene.behind(stroke(smoke, '#b9c0da', 13, 0.75), withBrush(brushes.cloud, { blur: 4 }))
    await scene.behind(rect(-60, 235, 470, 860, '#50557f'), brushes.ground)
    await scene.behind(bricks(), withBrush(brushes.ground, { edge: 0.3, opacity: 0.7 }))
    await scene.behind(path('M-60,270 L-60,150 H60 L450,258 V284 H-60Z', '#363c64'), brushes.object)
    await scene.behind(rect(40, 320, 330, 500, '#8a7f9c', 10), brushes.object)
    await scene.behind(rect(64, 344, 282, 456, '#3a3357'), brushes.wash)
    await scene.behind(
      path('M64,344 C110,450 90,640 66,760Z M346,344 C310,420 318,470 346,520Z', '#7d4a5c'),
      brushes.object,
    )
    await scene.child({
      x: 196,
      y: 880,
      scale: 1.7,
      pose: 'reach',
      outfit: wardrobe.night,
      joints: {
        head: 7,
        lean: 9,
        yaw: 0.3,
        armLeft: [-30, 64],
        armRight: [58, 78],
        hands: ['relaxed', 'open'],
      },
    })
    await scene.before(rect(24, 800, 372, 300, '#464b74'), brushes.ground)
    await scene.before(
      rect(14, 792, 392, 34, '#9b90ac', 8) + rect(34, 824, 352, 18, '#6f688a', 6),
      brushes.object,
    )
    await scene.before(
      spray(90, 856, 9, 56, -60, 60, boxLeaves, 2) +
        spray(210, 858, 11, 60, -70, 70, boxLeaves, 3) +
        spray(330, 856, 9, 56, -60, 60, boxLeaves, 4) +
        rect(44, 846, 332, 66, '#8a5a50', 10) +
        stroke('M58,866 H362', '#6f453e', 4, 0.6) +
        [80, 140, 220, 300, 350].map((x, index) => blossom(x, 816 + (index % 2) * 18)).join(''),
      brushes.object,
    )
    await scene.before(
      grass(420, 1020, 1035, 110, ['#1f2d40', '#2c4050', '#26384a'], 130, 5),
      brushes.foreground,
    )
  },
}
