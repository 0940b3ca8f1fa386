import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles } from '../../scenery/ground.ts'
import { crystal, rockArch } from '../../scenery/land.ts'
import { sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, radialGradient, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'

/** All that is seen of the dark: two eyes over the rim of a rock at the page's edge, and the tips of its fingers. */
const eyes = [
  [92, 560],
  [156, 566],
]
  .map(
    ([x = 0, y = 0]) =>
      ellipse(x, y, 21, 25, '#e6def6') +
      ellipse(x + 8, y + 5, 10, 14, '#181330') +
      ellipse(x + 4, y - 3, 3.6, 4, '#ffffff') +
      stroke(`M${x - 18},${y - 30} q16,-14 34,-4`, '#4b4170', 5),
  )
  .join('')

const body = path('M-60,700 C-60,500 10,440 110,452 C200,462 236,540 226,720Z', '#171230')
const fingers = [60, 92, 124]
  .map((x) => path(`M${x - 15},640 C${x - 17},602 ${x + 17},602 ${x + 15},640 V666 H${x - 15}Z`, '#1e1839'))
  .join('')

/** Page 21: a cave that is really dark; a small ring of the jar's light, and somebody shy at its rim. */
export const shyEyes: Illustration = {
  seed: 88,
  from: [0.5, -0.1],
  light: {
    grade: { colour: '#7f83b0', opacity: 0.34 },
    lamp: { x: 610, y: 760, radius: 330, colour: '#ffab4c', opacity: 0.3 },
    rim: [1, 0.8, 0.5, 0.4],
  },
  prompt:
    'a very dark cave: in the small ring of light of a jar a child in a yellow coat bends forward and looks gently at two shy eyes that peep over a rock in the shade at the edge of the picture, a fox presses close behind the child',
  expression: 'curious',
  gaze: 'left',
  textBox: box(0.14, 0.085, 0.72, 0.15),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#121633'], [0.6, '#1d2144'], [1, '#1d2144'])
    await scene.behind(
      ellipse(640, 720, 460, 400, 'url(#ring)'),
      withBrush(brushes.wash, { wash: 0.4 }),
      radialGradient('ring', [
        [0, '#f3bd74', 0.95],
        [0.35, '#a86f5e', 0.8],
        [0.7, '#4a3c62', 0.5],
        [1, '#1d2144', 0],
      ]),
    )
    const rock = withBrush(brushes.ground, { wash: 0.5, volume: 0.5, volumeBlur: 16 })
    await scene.behind(
      rockArch({ x: 600, y: 700, rx: 400, ry: 370 }, 4, 0.16, '#2a2a52'),
      withBrush(rock, { rim: [0.98, 0.72, 0.42, 0.4], opacity: 0.92 }),
    )
    await scene.behind(
      path('M-40,870 C160,830 400,860 560,846 C740,830 880,870 1060,850 V1080 H-40Z', '#3a3356'),
      withBrush(brushes.ground, { wash: 0.5 }),
    )
    await scene.behind(
      ellipse(620, 935, 330, 70, '#e09c5c'),
      withBrush(brushes.mist, { blur: 30, opacity: 0.8 }),
    )
    await scene.behind(
      crystal(930, 850, 1.5, '#4c6ba0', 12) + crystal(975, 862, 1, '#3f7f8c', 26),
      brushes.object,
    )
    await scene.glow({ x: 930, y: 780, radius: 150, colour: '#6fa4ff', opacity: 0.35 })
    await scene.behind(sparks(24, { x: 390, y: 330, width: 460, height: 240 }, 6, '#ffd9a0'), brushes.detail)
    await scene.behind(
      pebbles({ from: 300, top: 870, bottom: 990 }, ['#6d5c78', '#41385e', '#a08a8a'], 70, 5),
      brushes.detail,
    )
    await scene.behind(body, withBrush(brushes.figure, { warp: 2, volume: 0.4, rim: [0.5, 0.45, 0.8, 0.4] }))
    await scene.behind(eyes, brushes.detail)
    await scene.behind(
      path(
        'M-80,660 C-20,610 60,640 140,640 C220,640 290,700 310,800 C330,880 340,960 380,1090 H-80Z',
        '#2b2850',
      ) + path('M-80,690 C0,650 90,680 160,676 C210,676 250,720 262,770 C200,730 60,740 -80,760Z', '#38345f'),
      withBrush(brushes.object, { rim: [0.98, 0.72, 0.42, 0.35] }),
    )
    await scene.behind(fingers, withBrush(brushes.figure, { rim: [0.5, 0.45, 0.8, 0.3] }))
    await scene.shadow(640, 958, 130, '#2c2340', 0.5)
    await scene.shadow(800, 966, 120, '#2c2340', 0.5)
    await scene.fox({ x: 815, y: 966, scale: 1.3, pose: 'sit', look: -6, headTurn: -8, mood: 'worried' })
    const child = await scene.child({
      x: 640,
      y: 790,
      scale: 1.3,
      pose: 'stand',
      mirrored: true,
      joints: {
        view: 'side',
        armRight: [34, 40],
        armLeft: [-6, 66],
        hands: ['hold', 'hold'],
        legLeft: [14, -26, 0.8],
        legRight: [34, -52, 0.8],
        head: -4,
        lean: 18,
        yaw: 0.3,
      },
      outfit: wardrobe.coat,
    })
    const jar = {
      x: (child.handLeft.x + child.handRight.x) / 2 - 12,
      y: (child.handLeft.y + child.handRight.y) / 2 + 48,
    }
    await scene.glow({ x: jar.x, y: jar.y - 50, radius: 260, colour: '#ffc266', opacity: 0.75 })
    await scene.onChild(giftJar(jar.x, jar.y, 1, ['drop', 'slice']), brushes.detail)
    await scene.glowBefore({ x: jar.x, y: jar.y - 50, radius: 120, colour: '#fff0c0', opacity: 0.4 })
  },
}
