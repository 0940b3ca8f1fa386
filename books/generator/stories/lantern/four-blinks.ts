import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { sparks } from '../../scenery/sky.ts'
import { house, lanternPost, quiltStar } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, rect, stroke, wholePage } from '../../svg.ts'
import { giftJar } from './gifts.ts'

const pane = { x: 300, y: 350, radius: 215 }

/** What the round window shows: the village below, the hill, and the lantern on it. */
const outside =
  path(
    'M86,382 C150,400 190,410 240,406 C300,366 360,322 396,322 C440,326 490,352 514,382 A215,215 0 0 1 86,382Z',
    '#6f7fae',
  ) +
  path('M92,410 C160,440 260,450 350,452 C430,452 490,440 512,420 A215,215 0 0 1 92,410Z', '#5a6a9c') +
  [
    [150, 440, 0.4],
    [210, 458, 0.46],
    [278, 462, 0.44],
    [350, 470, 0.5],
    [430, 452, 0.42],
  ]
    .map(([x = 0, y = 0, scale = 1]) =>
      house(x, y, scale, { wall: '#5b5f8f', roof: '#aab6da', window: '#ffd877' }),
    )
    .join('') +
  lanternPost(402, 328, 0.64, true)

/** Page 35: asleep at last; through the round window the lantern, and far off and small the fox, at somebody else’s door. */
export const fourBlinks: Illustration = {
  seed: 351,
  from: [-0.6, -0.7],
  light: {
    grade: { colour: '#b0acd0', opacity: 0.26 },
    lamp: { x: 620, y: 620, radius: 380, colour: '#ffb066', opacity: 0.22 },
  },
  prompt:
    'a child sleeps in bed under a star quilt with a peaceful smile, a jar stands on the sill; through a big round window the lantern shines on its hill, far off and tiny a fox sits before a house',
  expression: 'asleep',
  textBox: box(0.55, 0.09, 0.37, 0.27),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#453d6c'], [1, '#5d507a'])
    await scene.behind(
      repeat(9, (index) => stroke(`M${index * 128 - 10},-40 V790`, '#3d345a', 5, 0.5)),
      withBrush(brushes.flat, { warp: 1.6 }),
    )
    await scene.behind(circle(pane.x, pane.y, pane.radius + 28, '#8c6a58'), brushes.object)
    await scene.behind(circle(pane.x, pane.y, pane.radius, '#2b3d74'), withBrush(brushes.flat, { wash: 0.5 }))
    await scene.behind(sparks(28, { x: 160, y: 175, width: 290, height: 150 }, 6), brushes.detail)
    await scene.behind(outside, brushes.flat)
    await scene.glow({ x: 402, y: 204, radius: 150, colour: '#ffd890', opacity: 0.95 })
    await scene.fox({ x: 342, y: 488, scale: 0.17, pose: 'sitSide', profile: true, mood: 'happy' })
    await scene.behind(
      stroke(
        `M${pane.x},${pane.y - pane.radius} V${pane.y + pane.radius} M${pane.x - pane.radius},${pane.y} H${pane.x + pane.radius}`,
        '#8c6a58',
        11,
      ) + rect(60, 572, 480, 24, '#7a5a4c', 6),
      brushes.object,
    )
    await scene.behind(giftJar(150, 574, 0.9, [], { open: true }), brushes.object)
    await scene.behind(
      path('M220,560 L400,560 L900,900 L520,900Z', '#ffcf86'),
      withBrush(brushes.mist, { opacity: 0.16, blur: 30 }),
    )
    await scene.behind(path('M-40,850 H1040 V1060 H-40Z', '#4d3d58'), brushes.ground)
    await scene.behind(
      path(
        'M858,520 C858,480 930,480 936,520 V1000 H858Z M700,610 C760,520 860,520 900,560 V800 H700Z',
        '#8d6450',
      ),
      brushes.object,
    )
    await scene.behind(
      path(
        'M520,660 C560,560 850,556 884,640 C910,730 880,820 820,840 C720,860 620,850 560,830 C510,810 500,720 520,660Z',
        '#efe5e4',
      ),
      withBrush(brushes.object, { volumeBlur: 16 }),
    )
    await scene.child({
      x: 560,
      y: 880,
      scale: 1.62,
      turn: 46,
      mirrored: false,
      pose: 'sleep',
      joints: { head: 2, yaw: 0 },
      outfit: wardrobe.night,
    })
    await scene.before(
      path(
        'M-60,840 C60,760 200,730 340,748 C440,760 520,770 596,802 C660,826 700,870 720,930 C736,980 740,1040 740,1090 H-60Z',
        '#5f86a8',
      ),
      withBrush(brushes.object, { volume: 1, volumeBlur: 20 }),
    )
    await scene.before(
      path(
        'M556,786 C640,800 720,850 748,930 C766,980 770,1040 768,1090 H690 C690,1000 660,880 540,812Z',
        '#e9d5b4',
      ) +
        [
          [80, 850],
          [190, 800],
          [300, 870],
          [410, 810],
          [140, 950],
          [270, 970],
          [400, 930],
          [520, 880],
          [560, 980],
        ]
          .map(([x = 0, y = 0]) => quiltStar(x, y, 19, '#f0d694'))
          .join('') +
        stroke('M330,760 C300,840 320,940 300,1040 M470,790 C450,860 470,960 440,1050', '#4d7090', 4, 0.5),
      withBrush(brushes.object, { volumeBlur: 14 }),
    )
    await scene.behind(ellipse(300, 640, 200, 20, '#3a3158'), withBrush(brushes.shadow, { blur: 10 }))
    await scene.before(wholePage('#b0acd0'), withBrush(brushes.tint, { opacity: 0.22 }))
  },
}
