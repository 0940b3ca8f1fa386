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

/** Page 20: before the mountain's dark mouth; the path leads straight in. */
export const mountainMouth: Illustration = {
  seed: 201,
  from: [-0.7, -0.5],
  light: { grade: { colour: '#d8aaaa', opacity: 0.26 }, rim: [1, 0.8, 0.6, 0.4] },
  prompt:
    'dusk: a path leads to a huge dark cave mouth in a snow-capped mountain, in front a child in a yellow coat with a glowing jar under one arm stops and looks back, a fox hides behind the child',
  expression: 'worried',
  textBox: box(0.09, 0.085, 0.36, 0.2),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#4a3a6c'], [0.26, '#7a4a78'], [0.46, '#d87f7c'], [0.64, '#f8c795'], [1, '#f8cf9a'])
    await scene.behind(cloud(160, 430, 1, '#f2b19a', 3) + cloud(930, 190, 0.8, '#d58f9a', 6), brushes.cloud)
    await scene.behind(ridge(560, 60, 4, '#b98192', { sharp: true }), brushes.farRidge)
    await scene.behind(
      path(mountain, '#97627a'),
      withBrush(brushes.ground, { volume: 0.6, volumeBlur: 16, rim: [1, 0.8, 0.6, 0.4] }),
    )
    await scene.behind(
      path(
        'M600,96 C650,76 690,150 740,190 C800,240 830,340 900,400 C960,450 1010,560 1090,610 V1100 H760 C720,900 690,640 700,480 C690,330 640,200 600,96Z',
        '#7f4f6c',
        'opacity="70%"',
      ),
      withBrush(brushes.ground, { edge: 0.2, blur: 3 }),
    )
    await scene.behind(
      path(snowCap, '#f8e2d6') +
        stroke(
          'M380,440 q-50,110 -110,190 M900,470 q50,90 90,170 M640,330 q-10,60 14,100 M520,380 q-20,50 -50,90 M800,360 q14,60 44,96',
          '#7b4a64',
          7,
          0.6,
        ),
      brushes.ground,
    )
    await scene.behind(
      path('M470,820 C460,640 530,520 655,510 C790,504 880,640 876,830Z', '#6d4563'),
      brushes.ground,
    )
    await scene.behind(
      path('M502,830 C496,660 560,556 658,548 C766,544 842,660 842,834Z', '#2a1e42'),
      withBrush(brushes.ground, { wash: 0.2 }),
    )
    await scene.behind(
      path('M560,838 C560,740 600,664 664,660 C730,658 780,740 786,838Z', '#463059'),
      withBrush(brushes.mist, { opacity: 0.7, blur: 22 }),
    )
    await scene.behind(
      path(
        'M560,570 l14,46 l12,-58 M620,548 l12,62 l16,-64 M700,548 l14,50 l12,-44 M764,590 l12,54 l16,-28',
        '#6d4563',
      ),
      brushes.object,
    )
    await scene.behind(
      fir(120, 800, 1.1, '#5d4668', 3) + fir(970, 800, 1.2, '#553f62', 6) + fir(210, 806, 0.7, '#6a4f70', 9),
      brushes.tree,
    )
    await scene.behind(path('M-60,800 C240,770 560,800 1060,800 V1090 H-60Z', '#7d5468'), brushes.ground)
    await scene.behind(
      path(
        'M610,830 C600,870 470,880 430,920 C390,960 440,1000 480,1090 H900 C860,980 760,960 750,910 C742,876 740,850 736,832Z',
        '#d9a58c',
      ),
      withBrush(brushes.ground, { edge: 0.3 }),
    )
    await scene.behind(
      stone(505, 838, 44, '#8d5f74') + stone(858, 842, 52, '#7a5068') + stone(918, 860, 34, '#8d5f74'),
      brushes.object,
    )
    await scene.behind(
      pebbles({ from: 400, to: 900, top: 860, bottom: 990 }, ['#b98479', '#efc4a6'], 60, 4),
      brushes.detail,
    )
    await scene.fox({
      x: 545,
      y: 1000,
      scale: 1.35,
      pose: 'sit',
      headTurn: -8,
      look: 4,
      lookDown: -3,
      mood: 'worried',
      mirrored: true,
    })
    const figure = await scene.child({
      x: 255,
      y: 800,
      scale: 1.62,
      pose: 'stand',
      joints: { armRight: [20, 84], armLeft: [-26, 30], head: 7, lean: 3, yaw: 0.25 },
      outfit: wardrobe.coat,
    })
    const jar = { x: figure.handRight.x + 8, y: figure.handRight.y + 22 }
    await scene.glow({ x: jar.x, y: jar.y - 50, radius: 140, colour: '#ffd9a0', opacity: 0.6 })
    await scene.onChild(giftJar(jar.x, jar.y, 1.05, ['drop', 'slice']), brushes.object)
    await scene.before(
      grass(-20, 250, 1030, 100, ['#5b3a52', '#73475a', '#8a5a5e'], 90, 4) +
        grass(820, 1020, 1030, 100, ['#5b3a52', '#73475a'], 70, 5),
      brushes.grass,
    )
  },
}
