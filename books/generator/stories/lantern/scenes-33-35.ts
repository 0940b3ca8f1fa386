import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { sparks } from '../../scenery/sky.ts'
import { house, lanternPost, quiltStar } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, rect, stroke, wholePage } from '../../svg.ts'
import { farewell } from './farewell.ts'
import { giftJar } from './gifts.ts'
import { hillFeast } from './hill-feast.ts'

export const pages33to35: Illustration[] = [
  hillFeast,
  farewell,
  {
    seed: 351,
    from: [0.6, -0.7],
    light: {
      grade: { colour: '#b0acd0', opacity: 0.26 },
      lamp: { x: 380, y: 540, radius: 360, colour: '#ffb066', opacity: 0.2 },
    },
    prompt:
      'a child sleeps in bed under a star quilt, a jar stands on the shelf, through the round window the lantern shines on its hill and a small fox trots past it',
    expression: 'asleep',
    textBox: box(0.08, 0.09, 0.46, 0.28),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#4a4270'], [1, '#63547f'])
      await scene.behind(
        repeat(9, (index) => stroke(`M${index * 128 - 10},-40 V760`, '#43395f', 5, 0.5)),
        withBrush(brushes.flat, { warp: 1.6 }),
      )
      await scene.behind(circle(755, 270, 186, '#8c6a58'), brushes.object)
      await scene.behind(circle(755, 270, 160, '#2b3d70'), withBrush(brushes.flat, { wash: 0.5 }))
      await scene.behind(sparks(18, { x: 650, y: 150, width: 210, height: 130 }, 6), brushes.detail)
      await scene.behind(
        path(
          'M598,316 C660,330 700,300 755,296 C812,300 850,330 912,316 A160,160 0 0 1 598,316Z',
          '#1f2e57',
        ) +
          house(680, 372, 0.36, { wall: '#5b5f8f', roof: '#3a4377', window: '#ffd877' }) +
          house(832, 376, 0.4, { wall: '#5b5f8f', roof: '#3a4377', window: '#ffd877' }) +
          lanternPost(690, 316, 0.8, true),
        brushes.flat,
      )
      await scene.glow({ x: 690, y: 164, radius: 150, colour: '#ffd890', opacity: 0.95 })
      await scene.fox({ x: 840, y: 334, scale: 0.24, pose: 'walk', mood: 'happy' })
      await scene.behind(
        stroke('M755,110 V430 M595,270 H915', '#8c6a58', 11) +
          rect(570, 440, 370, 22, '#7a5a4c', 6) +
          giftJar(880, 442, 0.72, [], { open: true }),
        brushes.object,
      )
      await scene.behind(
        path('M700,470 L860,470 L560,800 L330,800Z', '#ffcf86'),
        withBrush(brushes.mist, { opacity: 0.16, blur: 30 }),
      )
      await scene.behind(path('M-40,760 H1040 V1060 H-40Z', '#55435c'), brushes.ground)
      await scene.behind(ellipse(520, 940, 500, 70, '#9a5c62'), brushes.ground)
      await scene.behind(
        path(
          'M60,470 C60,440 100,440 106,470 V900 H60Z M902,610 C902,584 942,584 946,610 V900 H902Z M80,530 C180,480 180,530 190,710 H80Z M70,750 H930 V868 H70Z',
          '#8d6450',
        ),
        brushes.object,
      )
      await scene.behind(path('M96,690 C300,660 700,670 912,690 V790 H96Z', '#d9cdd0'), brushes.object)
      await scene.behind(
        path(
          'M112,560 C142,496 410,496 446,560 C478,624 440,712 390,718 C300,728 200,728 142,712 C98,696 92,610 112,560Z',
          '#e8dedf',
        ),
        withBrush(brushes.object, { volumeBlur: 16 }),
      )
      await scene.child({
        x: 462,
        y: 706,
        scale: 1.3,
        turn: -58,
        pose: 'sleep',
        joints: { head: -4 },
        outfit: wardrobe.night,
      })
      await scene.before(
        path(
          'M366,716 C392,640 480,612 570,632 C690,610 826,626 934,680 C954,760 944,820 950,866 C804,900 504,896 334,870 C330,810 336,766 366,716Z',
          '#5f86a8',
        ),
        withBrush(brushes.object, { volume: 1, volumeBlur: 20 }),
      )
      await scene.before(
        path(
          'M366,716 C388,640 462,616 512,622 C482,700 462,790 464,882 L334,870 C330,810 336,766 366,716Z',
          '#e9d5b4',
        ) +
          [
            [570, 700],
            [650, 780],
            [750, 710],
            [840, 790],
            [550, 830],
            [730, 850],
            [890, 720],
          ]
            .map(([x = 0, y = 0]) => quiltStar(x, y, 17, '#f0d694'))
            .join(''),
        withBrush(brushes.object, { volumeBlur: 14 }),
      )
      await scene.before(wholePage('#b0acd0'), withBrush(brushes.tint, { opacity: 0.3 }))
    },
  },
]
