import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { crystal, stone } from '../../scenery/land.ts'
import { sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, stroke } from '../../svg.ts'
import { giftJar, warmSpark } from './gifts.ts'

const galleryCrystals = [
  [60, 900, 3.1, '#3f8fa6', -10],
  [905, 880, 3.4, '#6a74c4', 9],
  [985, 930, 2.4, '#3f8fa6', 20],
  [825, 915, 1.8, '#8cc5c0', -8],
] as const

/** The dark of the mountain, big and round, bowed towards the child: body, arm and hand are one form. */
const dark = path(
  'M-60,1010 C-60,760 -50,560 60,450 C130,376 290,360 370,440 C420,492 436,560 446,616 ' +
    'C484,640 512,652 540,652 C552,636 572,640 570,656 C592,650 604,668 588,682 C604,694 590,716 568,712 C540,740 490,744 440,724 C456,830 458,930 456,1010Z',
  '#251d44',
)

const darkFace = [
  [236, 520],
  [340, 530],
]
  .map(
    ([x = 0, y = 0]) =>
      ellipse(x, y, 29, 34, '#f5efff') +
      ellipse(x + 10, y + 9, 15, 20, '#221a3c') +
      ellipse(x + 5, y + 1, 5, 6, '#ffffff'),
  )
  .join('')

const darkSmile =
  stroke('M270,600 q28,22 54,2', '#cdbcf0', 7) +
  ellipse(204, 574, 28, 16, '#8d6fb9', 0.7) +
  ellipse(378, 586, 24, 15, '#8d6fb9', 0.7)

/** Where its arm leaves the body, and the fold of its mitten. */
const darkSeams =
  stroke('M300,668 C350,640 420,640 452,646 M310,740 C350,764 400,752 440,726', '#4a3f7c', 6, 0.9) +
  stroke('M540,690 q14,6 28,2', '#4a3f7c', 5, 0.9)

/** Page 22: the child has said hello, and the dark lays its one warm spark into the child's hands. */
export const shyDark: Illustration = {
  seed: 221,
  from: [0, 0.6],
  light: {
    grade: { colour: '#a9b4cc', opacity: 0.26 },
    lamp: { x: 600, y: 650, radius: 360, colour: '#ffb04a', opacity: 0.24 },
    rim: [0.8, 0.95, 1, 0.3],
  },
  prompt:
    'a gallery of blue crystals: a big round friendly creature made of darkness bows and lays a glowing spark into the cupped hands of a kneeling child in a yellow coat, a jar stands between them, a fox looks out from behind the child',
  expression: 'happy',
  gaze: 'left',
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
        [440, 790, 3.2, -5],
        [560, 780, 4, 4],
        [690, 790, 3.6, -4],
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
      ellipse(600, 950, 330, 60, '#e0a868'),
      withBrush(brushes.mist, { blur: 30, opacity: 0.6 }),
    )
    await scene.glow({ x: 600, y: 650, radius: 400, colour: '#ffc060', opacity: 0.8 })
    await scene.behind(
      dark,
      withBrush(brushes.figure, { warp: 2, volume: 0.9, volumeBlur: 18, rim: [0.98, 0.8, 0.5, 0.45] }),
    )
    await scene.behind(darkFace + darkSmile + darkSeams, brushes.detail)
    await scene.behind(sparks(34, { x: 470, y: 260, width: 460, height: 330 }, 5, '#d9fbf2'), brushes.detail)
    await scene.shadow(745, 968, 160, '#173048', 0.5)
    await scene.fox({
      x: 900,
      y: 985,
      scale: 1.24,
      pose: 'sit',
      mood: 'surprised',
      look: -5,
      headTurn: -6,
    })
    await scene.child({
      x: 752,
      y: 846,
      scale: 1.62,
      mirrored: true,
      pose: 'kneel',
      joints: {
        view: 'side',
        armLeft: [72, 38],
        armRight: [60, 50],
        legLeft: [24, -112, -0.8],
        legRight: [8, -98, -0.9],
        thighLength: 0.7,
        shinLength: 0.9,
        head: 2,
        lean: 6,
        yaw: 0.3,
      },
      outfit: wardrobe.coat,
    })
    await scene.before(giftJar(548, 985, 1.1, ['drop', 'slice'], { open: true }), brushes.object)
    await scene.glowBefore({ x: 602, y: 654, radius: 190, colour: '#ffdc90', opacity: 0.9 })
    await scene.before(warmSpark(602, 652, 1.4), brushes.detail)
    await scene.before(
      stone(30, 1010, 70, '#2f5570') +
        crystal(20, 1060, 2.2, '#2f6f8c', 16) +
        crystal(985, 1080, 2.2, '#46549c', -12) +
        crystal(420, 1075, 1.3, '#4a8fa0', -8) +
        crystal(350, 1085, 1.1, '#5d7fc0', 10),
      brushes.foreground,
    )
  },
}
