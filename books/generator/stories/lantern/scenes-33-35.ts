import { foxColours } from '../../animals/fox-head.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow } from '../../scenery/plants.ts'
import { moon, sparks } from '../../scenery/sky.ts'
import { house, lanternPost, quiltStar } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, place, rect, stroke, wholePage } from '../../svg.ts'
import { afterTheFall } from './after-the-fall.ts'
import { feastTable, lightChain, villagers, wheelingVillager } from './village-feast.ts'
import { cobbles, street } from './village-square.ts'

export const pages33to35: Illustration[] = [
  {
    seed: 331,
    from: [0.3, -0.7],
    light: {
      grade: { colour: '#e0b79a', opacity: 0.22 },
      lamp: { x: 500, y: 520, radius: 460, colour: '#ffbf6a', opacity: 0.14 },
      rim: [1, 0.88, 0.6, 0.4],
    },
    prompt: 'the whole village feasts under strings of lights and asks a child to tell the story again',
    textBox: box(0.14, 0.08, 0.72, 0.15),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#1f3160'], [0.35, '#3a4a80'], [0.6, '#8c6c8c'], [1, '#8c6c8c'])
      await scene.behind(
        street(
          [
            [70, 690, 2.5],
            [275, 650, 1.9],
            [480, 640, 1.6],
            [690, 648, 1.8],
            [920, 694, 2.6],
          ],
          { wall: '#c99a78', roof: '#a5544a', window: '#ffe08a' },
          ['#a5544a', '#b96b45', '#8f4a55', '#b0603f'],
        ),
        brushes.flat,
      )
      for (const [x, y] of [
        [10, 600],
        [140, 600],
        [240, 585],
        [325, 585],
        [655, 585],
        [735, 585],
        [870, 600],
        [985, 600],
      ] as const)
        await scene.glow({ x, y, radius: 90, colour: '#ffb65a', opacity: 0.5 })
      await scene.behind(path('M-40,690 C240,660 760,660 1060,690 V1080 H-40Z', '#b98a72'), brushes.ground)
      await scene.behind(cobbles(710, '#a3745f', 6), brushes.ground)
      await scene.behind(
        stroke('M-30,270 Q170,370 350,290 Q520,370 680,290 Q850,370 1040,270', '#3a2f52', 4),
        brushes.detail,
      )
      const bulbs = [
        [40, 300],
        [110, 322],
        [180, 328],
        [250, 318],
        [320, 302],
        [420, 316],
        [520, 330],
        [610, 314],
        [750, 312],
        [830, 326],
        [900, 318],
        [970, 298],
      ] as const
      await scene.behind(lightChain(bulbs), brushes.flower)
      for (const [x, y] of bulbs)
        await scene.glow({ x, y: y + 10, radius: 55, colour: '#ffca7a', opacity: 0.6 })
      await scene.behind(lanternPost(580, 800, 2.05, true), brushes.object)
      await scene.glow({ x: 580, y: 430, radius: 250, colour: '#ffdf95', opacity: 0.85 })
      await scene.behind(villagers, brushes.figure)
      await scene.shadow(846, 958, 130, '#5a3a48', 0.4)
      await scene.behind(wheelingVillager, brushes.figure)
      await scene.child({
        x: 470,
        y: 690,
        scale: 1.36,
        pose: 'wave',
        joints: { armRight: [118, 20], armLeft: [-22, -14], head: -4 },
        outfit: afterTheFall,
      })
      await scene.before(feastTable, brushes.object)
      await scene.fox({ x: 486, y: 884, scale: 0.86, pose: 'lie', mood: 'laughing', headTurn: -8 }, 'before')
    },
  },
  {
    seed: 341,
    from: [0.6, -0.7],
    light: {
      grade: { colour: '#b0acd0', opacity: 0.26 },
      lamp: { x: 380, y: 540, radius: 360, colour: '#ffb066', opacity: 0.2 },
    },
    prompt: 'a child sleeps in bed, a fox is curled up on the quilt, the lantern shines through the window',
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
          lanternPost(680, 314, 0.62, true),
        brushes.flat,
      )
      await scene.glow({ x: 680, y: 196, radius: 130, colour: '#ffd890', opacity: 0.95 })
      await scene.behind(
        stroke('M755,110 V430 M595,270 H915', '#8c6a58', 11) + rect(570, 440, 370, 22, '#7a5a4c', 6),
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
      await scene.fox({ x: 735, y: 662, scale: 1.25, pose: 'curl', mood: 'closed' }, 'before')
    },
  },
  {
    seed: 351,
    from: [-0.7, -0.6],
    light: { grade: { colour: '#93a9b8', opacity: 0.3 }, rim: [0.85, 1, 0.95, 0.45] },
    prompt: 'in a far town by moonlight a fox sits on a window sill and taps on the dark pane',
    textBox: box(0.12, 0.08, 0.76, 0.14),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#10333a'], [0.4, '#235058'], [0.75, '#6a8f86'], [1, '#6a8f86'])
      await scene.behind(sparks(34, { x: 0, y: 250, width: 440, height: 240 }, 5, '#eaf6e4'), brushes.detail)
      await scene.behind(moon(190, 390, 84, '#f6f0cf'), brushes.flat)
      await scene.glow({ x: 190, y: 390, radius: 300, colour: '#d9f0dc', opacity: 0.6 })
      await scene.behind(ridge(660, 50, 5, '#4c7876', { sharp: true }), brushes.farRidge)
      await scene.behind(firRow({ from: 0, to: 400, y: 720, count: 7 }, 0.45, '#34605f', 3), brushes.farTree)
      await scene.behind(
        [
          [20, 800, 70, 190],
          [120, 820, 56, 130],
          [215, 800, 62, 210],
          [310, 830, 60, 150],
        ]
          .map(
            ([x = 0, y = 0, half = 0, tall = 0]) =>
              rect(x - half, y - tall, half * 2, 400, half > 60 ? '#3d6469' : '#2f535c') +
              path(
                `M${x - half - 10},${y - tall + 6} L${x},${y - tall - 110} L${x + half + 10},${y - tall + 6}Z`,
                '#2a4d56',
              ) +
              rect(x - 12, y - tall + 44, 24, 34, '#1e3c46', 10),
          )
          .join(''),
        brushes.flat,
      )
      await scene.behind(
        rect(360, 320, 760, 800, '#47636a') +
          repeat(26, (index) =>
            rect(
              380 + ((index * 137) % 600),
              360 + ((index * 89) % 640),
              56,
              22,
              index % 2 ? '#3f5960' : '#51707a',
              6,
            ),
          ),
        withBrush(brushes.ground, { wash: 0.4 }),
      )
      await scene.behind(
        path('M310,350 L420,250 H1100 V350Z', '#2a454f') + stroke('M330,350 H1100', '#1f363f', 12),
        brushes.object,
      )
      await scene.behind(
        rect(506, 430, 388, 420, '#8f7a66', 10) + rect(532, 456, 336, 374, '#16303b'),
        brushes.object,
      )
      await scene.behind(
        path('M532,456 H630 C620,600 570,700 532,720Z M868,456 H790 C800,600 836,700 868,720Z', '#2f4f5c') +
          path('M552,800 L640,560 L690,470 L600,470 L532,640 V800Z', '#3c6470', 'opacity="35%"'),
        brushes.flat,
      )
      await scene.behind(stroke('M700,456 V830 M532,640 H868', '#8f7a66', 13), brushes.object)
      await scene.behind(
        rect(450, 836, 500, 40, '#a08a72', 8) + rect(470, 874, 460, 22, '#5c5348', 6),
        brushes.object,
      )
      await scene.behind(
        path('M820,836 L812,780 H876 L868,836Z', '#a5604a') +
          stroke('M844,780 q-20,-40 -34,-46 M844,780 q0,-50 4,-66 M844,780 q16,-36 34,-40', '#5f8a6a', 6) +
          circle(808, 730, 12, '#c98fa6') +
          circle(850, 708, 13, '#d9a2b0') +
          circle(880, 736, 12, '#c98fa6'),
        brushes.object,
      )
      await scene.shadow(610, 840, 90, '#20343c', 0.5)
      await scene.fox({ x: 600, y: 842, scale: 1.45, pose: 'sit', mirrored: true, look: -4, headTurn: -8 })
      await scene.behind(
        place(
          { x: 636, y: 756, scale: 1.45 },
          stroke('M0,0 Q30,-6 50,-36', '#bd7444', 22) + stroke('M46,-26 L54,-42', foxColours.sock, 22),
        ),
        brushes.figure,
      )
      await scene.behind(
        stroke('M742,668 q14,-6 18,-20 M752,690 q20,-4 30,-20 M734,650 q6,-8 4,-18', '#fff3cf', 5, 0.9),
        brushes.detail,
      )
      await scene.glow({ x: 465, y: 688, radius: 80, colour: '#ffdf95', opacity: 0.85 })
      await scene.behind(sparks(16, { x: 410, y: 620, width: 110, height: 130 }, 8), brushes.detail)
    },
  },
]
