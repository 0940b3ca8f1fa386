import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { crystal, stone } from '../../scenery/land.ts'
import { sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, stroke } from '../../svg.ts'
import { giftJar, warmSpark } from './gifts.ts'

const galleryCrystals = [
  [70, 900, 3.1, '#3f8fa6', -10],
  [10, 950, 2.2, '#5d7fc0', -24],
  [905, 880, 3.4, '#6a74c4', 9],
  [985, 930, 2.4, '#3f8fa6', 20],
  [825, 915, 1.8, '#8cc5c0', -8],
] as const

/** The dark of the mountain: big, round, and glad that somebody said hello. */
const dark = path(
  'M462,1010 C440,800 470,560 560,440 C610,372 760,356 836,430 C930,520 962,800 956,1010Z',
  '#251d44',
)

/** Its arm, with a soft mitten of a hand under the spark. */
const darkArm = path(
  'M700,668 C630,650 560,690 508,708 C476,694 430,694 406,722 C386,748 396,788 430,796 C468,806 500,796 528,790 C590,806 660,812 704,792 C736,760 734,690 700,668Z',
  '#4a3f7c',
)

const darkFace = [
  [650, 520],
  [762, 520],
]
  .map(
    ([x = 0, y = 0]) =>
      ellipse(x, y, 30, 35, '#f5efff') +
      ellipse(x - 8, y + 8, 15, 20, '#221a3c') +
      ellipse(x - 13, y, 5, 6, '#ffffff'),
  )
  .join('')

const darkSmile =
  stroke('M676,596 q30,26 60,0', '#cdbcf0', 7) +
  ellipse(612, 572, 28, 16, '#8d6fb9', 0.7) +
  ellipse(802, 572, 28, 16, '#8d6fb9', 0.7)

/** Page 22: the child has said hello, and the dark gives its one warm spark. */
export const shyDark: Illustration = {
  seed: 221,
  from: [0, 0.6],
  light: {
    grade: { colour: '#a9b4cc', opacity: 0.26 },
    lamp: { x: 440, y: 660, radius: 360, colour: '#ffb04a', opacity: 0.24 },
    rim: [0.8, 0.95, 1, 0.3],
  },
  prompt:
    'a gallery of blue crystals: a big round friendly creature made of darkness holds out a glowing spark to a kneeling child in a yellow coat with an open jar',
  expression: 'happy',
  gaze: 'right',
  textBox: box(0.12, 0.085, 0.76, 0.15),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#122a4e'], [0.3, '#1b4766'], [0.65, '#3f8793'], [1, '#2c5d74'])
    await scene.behind(
      path('M230,1000 L200,240 L420,330 L500,300 L600,330 L830,240 L860,1000Z', '#6cb7b4'),
      withBrush(brushes.mist, { opacity: 0.6 }),
    )
    await scene.behind(
      [
        [240, 800, 4, -8],
        [390, 790, 3.2, 5],
        [520, 780, 3.8, -4],
        [900, 790, 4, 9],
      ]
        .map(([x = 0, y = 0, size = 1, turn = 0]) => crystal(x, y, size, '#4f97a6', turn))
        .join(''),
      withBrush(brushes.object, { blur: 2, opacity: 0.75 }),
    )
    await scene.behind(
      galleryCrystals.map(([x, y, size, colour, turn]) => crystal(x, y, size * 1.3, colour, turn)).join(''),
      brushes.object,
    )
    await scene.behind(
      crystal(60, -60, 2.6, '#27557a', 170) + crystal(945, -50, 2.9, '#2f4f86', 190),
      withBrush(brushes.object, { blur: 1 }),
    )
    await scene.behind(
      path('M-40,880 C200,840 380,860 520,852 C700,846 860,870 1060,840 V1080 H-40Z', '#2b5068'),
      brushes.ground,
    )
    await scene.behind(
      ellipse(430, 945, 330, 70, '#e0a868'),
      withBrush(brushes.mist, { blur: 30, opacity: 0.6 }),
    )
    await scene.behind(
      dark,
      withBrush(brushes.figure, { warp: 3, volume: 0.9, volumeBlur: 18, rim: [0.55, 0.85, 0.95, 0.5] }),
    )
    await scene.behind(darkFace + darkSmile, brushes.detail)
    await scene.behind(darkArm, withBrush(brushes.figure, { rim: [0.98, 0.8, 0.5, 0.5] }))
    await scene.glow({ x: 446, y: 680, radius: 420, colour: '#ffc060', opacity: 0.9 })
    await scene.behind(sparks(60, { x: 80, y: 280, width: 840, height: 460 }, 5, '#d9fbf2'), brushes.detail)
    await scene.shadow(255, 972, 150, '#173048', 0.5)
    await scene.fox({
      x: 820,
      y: 985,
      scale: 1.1,
      pose: 'lie',
      mirrored: true,
      mood: 'surprised',
      look: 4,
      lookDown: -3,
      headTurn: 6,
    })
    const taker = await scene.child({
      x: 245,
      y: 862,
      scale: 1.66,
      pose: 'kneel',
      joints: { armLeft: [-4, 66], armRight: [64, 40], head: 2, lean: 6, yaw: 0.3 },
      outfit: wardrobe.coat,
    })
    await scene.onChild(
      giftJar(taker.handLeft.x + 18, taker.handLeft.y + 74, 1.1, ['drop', 'slice'], { open: true }),
      brushes.object,
    )
    await scene.glowBefore({ x: 450, y: 672, radius: 210, colour: '#ffdc90', opacity: 0.95 })
    await scene.before(warmSpark(450, 672, 1.75), brushes.detail)
    await scene.before(
      stone(150, 1000, 60, '#3a5f78') +
        stone(262, 1008, 80, '#2f5570') +
        stone(372, 998, 56, '#3f6780') +
        crystal(330, 1000, 0.55, '#6fb0b8', 12) +
        crystal(20, 1060, 2.2, '#2f6f8c', 16) +
        crystal(985, 1080, 2.2, '#46549c', -12) +
        crystal(520, 1075, 1.3, '#4a8fa0', -8) +
        crystal(590, 1085, 1.1, '#5d7fc0', 10),
      brushes.foreground,
    )
  },
}
