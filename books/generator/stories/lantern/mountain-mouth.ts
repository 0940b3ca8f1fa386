import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles } from '../../scenery/ground.ts'
import { ridge, stone } from '../../scenery/land.ts'
import { fir, grass } from '../../scenery/plants.ts'
import { cloud } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'

const mountain =
  'M60,1100 L60,720 C150,640 220,560 300,470 C350,420 380,330 440,270 C490,220 520,130 600,96 C650,76 690,150 740,190 C800,240 830,340 900,400 C960,450 1010,560 1090,610 V1100Z'
const snowCap =
  'M470,240 C510,190 540,122 600,96 C650,76 690,150 740,190 C760,206 776,230 790,256 C756,246 744,290 710,270 C680,252 664,306 628,288 C596,272 584,316 548,292 C520,274 496,290 470,240Z'

/** So large that its top leaves the page. */
const towering = (shapes: string): string =>
  `<g transform="translate(700 835) scale(1.3) translate(-700 -835)">${shapes}</g>`

/** Page 20: before the mountain's dark mouth; the path leads straight in. */
export const mountainMouth: Illustration = {
  seed: 201,
  from: [-0.7, -0.5],
  light: { grade: { colour: '#d8aaaa', opacity: 0.26 }, rim: [1, 0.8, 0.6, 0.4] },
  prompt:
    'dusk: a path leads to a huge dark cave mouth in a snow-capped mountain, small before it a child in a yellow coat hugs a glowing jar and looks up, a fox hides behind the child',
  expression: 'worried',
  gaze: 'up-right',
  textBox: box(0.49, 0.54, 0.36, 0.21),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#4a3a6c'], [0.26, '#7a4a78'], [0.46, '#d87f7c'], [0.64, '#f8c795'], [1, '#f8cf9a'])
    await scene.behind(cloud(160, 430, 1, '#f2b19a', 3) + cloud(930, 190, 0.8, '#d58f9a', 6), brushes.cloud)
    await scene.behind(ridge(560, 60, 4, '#b98192', { sharp: true }), brushes.farRidge)
    await scene.behind(
      towering(path(mountain, '#97627a')),
      withBrush(brushes.ground, { volume: 0.6, volumeBlur: 16, rim: [1, 0.8, 0.6, 0.4] }),
    )
    await scene.behind(
      towering(
        path(
          'M600,96 C650,76 690,150 740,190 C800,240 830,340 900,400 C960,450 1010,560 1090,610 V1100 H760 C720,900 690,640 700,480 C690,330 640,200 600,96Z',
          '#7f4f6c',
          'opacity="70%"',
        ),
      ),
      withBrush(brushes.ground, { edge: 0.2, blur: 3 }),
    )
    await scene.behind(
      towering(
        path(snowCap, '#f8e2d6') +
          stroke(
            'M380,440 q-50,110 -110,190 M900,470 q50,90 90,170 M640,330 q-10,60 14,100 M520,380 q-20,50 -50,90 M800,360 q14,60 44,96',
            '#7b4a64',
            7,
            0.6,
          ),
      ),
      brushes.ground,
    )
    await scene.behind(
      towering(path('M470,820 C460,640 530,500 655,490 C790,484 880,640 876,830Z', '#6d4563')),
      brushes.ground,
    )
    await scene.behind(
      towering(path('M502,830 C496,650 560,536 658,528 C766,524 842,650 842,834Z', '#2a1e42')),
      withBrush(brushes.ground, { wash: 0.2 }),
    )
    await scene.behind(
      towering(path('M560,838 C560,740 600,664 664,660 C730,658 780,740 786,838Z', '#3a2850')),
      withBrush(brushes.mist, { opacity: 0.7, blur: 22 }),
    )
    await scene.behind(
      fir(120, 800, 1.1, '#5d4668', 3) + fir(985, 800, 1, '#553f62', 6) + fir(210, 806, 0.7, '#6a4f70', 9),
      brushes.tree,
    )
    await scene.behind(path('M-60,800 C240,770 560,800 1060,800 V1090 H-60Z', '#7d5468'), brushes.ground)
    await scene.behind(
      path(
        'M600,796 C600,860 470,880 430,920 C390,960 440,1000 480,1090 H900 C860,980 760,960 750,910 C742,876 750,850 752,796Z',
        '#d9a58c',
      ),
      withBrush(brushes.ground, { edge: 0.3 }),
    )
    await scene.behind(
      stone(430, 838, 44, '#8d5f74') + stone(898, 846, 52, '#7a5068') + stone(955, 864, 34, '#8d5f74'),
      brushes.object,
    )
    await scene.behind(
      pebbles({ from: 400, to: 900, top: 860, bottom: 990 }, ['#b98479', '#efc4a6'], 60, 4),
      brushes.detail,
    )
    await scene.shadow(250, 944, 90, '#4a2f4a', 0.45)
    await scene.shadow(150, 948, 70, '#4a2f4a', 0.45)
    await scene.fox({
      x: 140,
      y: 946,
      scale: 0.86,
      pose: 'sit',
      headTurn: 8,
      look: 5,
      lookDown: -3,
      mood: 'worried',
      mirrored: false,
    })
    const figure = await scene.child({
      x: 250,
      y: 812,
      scale: 1.1,
      pose: 'holdJar',
      joints: {
        head: -8,
        lean: -5,
        yaw: 0.3,
        legLeft: [-6, 0, 0.3],
      },
      outfit: wardrobe.coat,
    })
    const jar = {
      x: (figure.handRight.x + figure.handLeft.x) / 2,
      y: (figure.handRight.y + figure.handLeft.y) / 2 + 44,
    }
    await scene.glow({ x: jar.x, y: jar.y - 50, radius: 140, colour: '#ffd9a0', opacity: 0.7 })
    await scene.onChild(giftJar(jar.x, jar.y, 0.84, ['drop', 'slice']), brushes.object)
    await scene.before(
      grass(-20, 120, 1040, 90, ['#5b3a52', '#73475a', '#8a5a5e'], 90, 4) +
        grass(820, 1020, 1030, 100, ['#5b3a52', '#73475a'], 70, 5),
      brushes.grass,
    )
  },
}
