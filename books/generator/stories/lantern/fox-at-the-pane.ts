import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { moon } from '../../scenery/sky.ts'
import { quiltStar } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, rect, stroke, wholePage } from '../../svg.ts'
import { curtains, nightWall, windowFrame } from './room.ts'

const bedstead =
  path('M-60,560 C-20,500 60,480 110,520 C136,540 140,580 138,640 V980 H-60Z', '#7d5646') +
  stroke('M-30,560 C0,530 60,516 98,544', '#9a6e58', 8, 0.8) +
  path('M-60,790 C0,700 40,690 130,700 C240,700 420,720 430,790 C436,840 300,870 -60,860Z', '#efe3cf') +
  path('M10,720 C60,664 150,650 210,690 C240,720 236,780 200,806 C130,836 40,820 10,790Z', '#fbf3e2')

/** The quilt, drawn up in a hurry: over the knees, and held. */
const quilt =
  path(
    'M-60,880 C40,846 150,838 232,812 C300,786 380,800 440,838 C560,884 760,890 1060,906 V1090 H-60Z',
    '#5f7fa6',
  ) +
  path(
    'M-60,880 C40,846 150,838 232,812 C300,786 380,800 440,838 C448,850 446,862 436,866 C370,830 310,816 246,842 C160,872 40,876 -60,912Z',
    '#e6d3b4',
  ) +
  stroke(
    'M470,880 C500,940 480,1010 500,1080 M260,866 C270,930 240,1000 250,1080 M730,906 C720,960 750,1020 740,1080',
    '#48678f',
    5,
    0.5,
  ) +
  [
    [60, 946],
    [160, 920],
    [340, 900],
    [400, 980],
    [580, 946],
    [660, 1000],
    [830, 950],
    [930, 1000],
  ]
    .map(([x = 0, y = 0]) => quiltStar(x, y, 16, '#e9cf8e'))
    .join('')

/** Three little marks where the paw knocks. */
const taps = stroke('M664,292 l-22,-18 M654,320 h-30 M664,348 l-22,16', '#fff2c9', 6, 0.9)

/** Page 4: sitting up in bed with a start; the fox looks in and knocks. */
export const foxAtThePane: Illustration = {
  seed: 34,
  from: [0.7, -0.5],
  light: {
    grade: { colour: '#b9b3d6', opacity: 0.24 },
    lamp: { x: 760, y: 300, radius: 560, colour: '#cfdcff', opacity: 0.16 },
  },
  prompt:
    'night: a fox with a teal scarf knocks at a bedroom window with one paw, a child in star pyjamas sits up in bed and holds the quilt',
  expression: 'surprised',
  gaze: 'up-right',
  textBox: box(0.085, 0.085, 0.39, 0.28),
  ink: inks.cream,
  async paint(scene) {
    await scene.behind(wholePage('#565c8a'), brushes.wash)
    await scene.behind(nightWall(), withBrush(brushes.flat, { edge: 0 }))
    await scene.behind(path('M-60,780 H1060 V1070 H-60Z', '#5a4358'), brushes.flat)
    await scene.behind(rect(590, 70, 340, 510, '#273766', 8), brushes.wash)
    await scene.behind(
      moon(650, 160, 44) +
        [
          [620, 250],
          [720, 110],
          [900, 130],
          [880, 250],
        ]
          .map(([x = 0, y = 0]) => circle(x, y, 3, '#fff2c9'))
          .join(''),
      brushes.detail,
    )
    await scene.glow({ x: 650, y: 160, radius: 170, colour: '#cfdcff', opacity: 0.6 })
    await scene.behind(
      path('M590,470 C640,430 720,450 780,436 C850,420 900,430 930,440 V580 H590Z', '#1f2d52'),
      brushes.farTree,
    )
    await scene.fox({
      x: 762,
      y: 604,
      scale: 1.46,
      pose: 'sit',
      look: -5,
      lookDown: 3,
      headTurn: -8,
      paw: 'left',
      mood: 'telling',
    })
    await scene.behind(taps, brushes.detail)
    await scene.behind(
      path('M600,70 L700,70 L610,300 L590,300 V80Z M760,70 L800,70 L640,500 L610,500Z', '#ffffff'),
      withBrush(brushes.mist, { opacity: 0.08, blur: 6 }),
    )
    await scene.behind(
      rect(932, 40, 130, 640, '#565c8a') + stroke('M1002,40 V680', '#6d739f', 22, 0.5),
      withBrush(brushes.flat, { edge: 0, line: 0, warp: 0 }),
    )
    await scene.behind(windowFrame(590, 70, 340, 510), brushes.object)
    await scene.behind(curtains(574, 946, 34, 650), brushes.object)
    await scene.behind(
      path('M600,620 L920,620 L700,900 L330,900Z', '#c3cdf2'),
      withBrush(brushes.mist, { opacity: 0.16, blur: 30 }),
    )
    await scene.behind(bedstead, brushes.object)
    await scene.child({
      x: 292,
      y: 822,
      scale: 1.56,
      pose: 'hold',
      outfit: wardrobe.night,
      joints: { head: -10, lean: -5, yaw: 0.3, armLeft: [-30, 98], armRight: [26, -102] },
    })
    await scene.before(quilt, brushes.object)
  },
}
