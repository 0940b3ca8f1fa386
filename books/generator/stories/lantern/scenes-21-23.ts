import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles } from '../../scenery/ground.ts'
import { crystal, patchwork, ridge, rockArch } from '../../scenery/land.ts'
import { leaf } from '../../scenery/plants.ts'
import { birds, cloud, sparks } from '../../scenery/sky.ts'
import { handLantern, house } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, radialGradient, stroke } from '../../svg.ts'
import { warmSpark } from './gifts.ts'

const galleryCrystals = [
  [70, 900, 3.1, '#3f8fa6', -10],
  [160, 930, 2.1, '#6fb0b8', 12],
  [10, 950, 2.2, '#5d7fc0', -24],
  [905, 880, 3.4, '#6a74c4', 9],
  [985, 930, 2.4, '#3f8fa6', 20],
  [825, 915, 1.8, '#8cc5c0', -8],
] as const

export const pages21to23: Illustration[] = [
  {
    seed: 88,
    from: [0.8, -0.1],
    light: {
      grade: { colour: '#c39a92', opacity: 0.3 },
      lamp: { x: 610, y: 560, radius: 330, colour: '#ff9a3c', opacity: 0.22 },
      rim: [1, 0.8, 0.5, 0.35],
    },
    prompt: 'a child holds a lantern high in a cave full of warm light, a fox sits beside',
    textBox: box(0.16, 0.078, 0.68, 0.15),
    ink: inks.cream,
    async paint(scene) {
      const hole = { x: 530, y: 640 }
      await scene.sky([0, '#33436a'], [1, '#33436a'])
      await scene.behind(
        ellipse(560, 600, 660, 580, 'url(#heart)'),
        withBrush(brushes.wash, { wash: 0.4 }),
        radialGradient('heart', [
          [0, '#ffe9b4'],
          [0.24, '#f6bf70'],
          [0.44, '#bd7f5e'],
          [0.68, '#6a5573'],
          [1, '#33436a', 0],
        ]),
      )
      const rock = withBrush(brushes.ground, { wash: 0.5, volume: 0.5, volumeBlur: 16 })
      await scene.behind(
        rockArch({ ...hole, rx: 330, ry: 320 }, 3, 0.12, '#ae775f'),
        withBrush(rock, { blur: 1.5, opacity: 0.8 }),
      )
      await scene.behind(
        rockArch({ ...hole, rx: 415, ry: 370 }, 4, 0.14, '#74597a'),
        withBrush(rock, { rim: [0.98, 0.72, 0.42, 0.5] }),
      )
      await scene.behind(
        path('M-40,850 C160,810 400,840 560,826 C740,810 880,850 1060,820 V1080 H-40Z', '#6a5a76'),
        withBrush(brushes.ground, { wash: 0.5 }),
      )
      await scene.behind(
        ellipse(580, 915, 350, 78, '#eaa763'),
        withBrush(brushes.mist, { blur: 30, opacity: 0.75 }),
      )
      await scene.behind(
        crystal(150, 872, 1.3, '#6fb0b8', -14) +
          crystal(196, 880, 0.85, '#8cc5c0', 8) +
          crystal(105, 886, 0.9, '#7d9fc6', -30) +
          crystal(915, 850, 1.5, '#7d9fc6', 12) +
          crystal(960, 862, 1, '#6fb0b8', 26),
        brushes.object,
      )
      await scene.glow({ x: 150, y: 800, radius: 150, colour: '#7fe0dc', opacity: 0.4 })
      await scene.glow({ x: 915, y: 780, radius: 160, colour: '#8fc4ff', opacity: 0.4 })
      await scene.behind(
        sparks(34, { x: 190, y: 300, width: 680, height: 240 }, 6, '#fff0c8'),
        brushes.detail,
      )
      await scene.behind(
        pebbles({ top: 850, bottom: 990 }, ['#8a7690', '#57496a', '#b9a0a0'], 90, 5),
        brushes.detail,
      )
      await scene.shadow(420, 952, 100, '#4a3550', 0.42)
      await scene.shadow(745, 956, 112, '#4a3550', 0.42)
      await scene.fox({
        x: 745,
        y: 954,
        scale: 1.25,
        pose: 'sit',
        mirrored: true,
        look: 4,
        headTurn: 8,
        mood: 'worried',
      })
      const child = await scene.child({
        x: 410,
        y: 772,
        scale: 1.26,
        pose: 'reach',
        joints: { armRight: [116, 12], head: -4, lean: 3, legRight: [10, -2, 0.8] },
        outfit: wardrobe.day,
      })
      const hand = child.handRight
      await scene.onChild(handLantern(hand.x + 6, hand.y + 32, 1.5), brushes.detail)
      await scene.glow({ x: hand.x + 6, y: hand.y + 70, radius: 300, colour: '#ffc266', opacity: 0.75 })
      await scene.glowBefore({ x: hand.x + 6, y: hand.y + 68, radius: 90, colour: '#fff0c0', opacity: 0.75 })
      await scene.before(
        rockArch({ x: 520, y: 690, rx: 590, ry: 450 }, 8, 0.14, '#232f55'),
        withBrush(rock, { wash: 0.25 }),
      )
    },
  },
  {
    seed: 221,
    from: [0, 0.6],
    light: {
      grade: { colour: '#8fb0c4', opacity: 0.3 },
      lamp: { x: 500, y: 720, radius: 330, colour: '#ffb04a', opacity: 0.24 },
      rim: [0.7, 0.95, 1, 0.3],
    },
    prompt:
      'a child kneels in a gallery of blue crystals and takes a glowing spark in both hands, a fox lies and looks on',
    textBox: box(0.17, 0.09, 0.66, 0.15),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#122a4e'], [0.3, '#1b4766'], [0.65, '#3f8793'], [1, '#2c5d74'])
      await scene.behind(
        path('M330,1000 L270,240 L420,330 L500,300 L600,330 L730,240 L690,1000Z', '#6cb7b4'),
        withBrush(brushes.mist, { opacity: 0.6 }),
      )
      await scene.behind(
        [
          [300, 800, 4, -8],
          [420, 790, 3.2, 5],
          [600, 790, 3.4, -4],
          [705, 800, 4.2, 9],
        ]
          .map(([x = 0, y = 0, size = 1, turn = 0]) => crystal(x, y, size, '#4f97a6', turn))
          .join(''),
        withBrush(brushes.object, { blur: 2, opacity: 0.75 }),
      )
      await scene.behind(
        galleryCrystals
          .map(([x, y, size, colour, turn]) => crystal(x, y, size * 1.35, colour, turn))
          .join(''),
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
        ellipse(500, 945, 330, 70, '#e0a868'),
        withBrush(brushes.mist, { blur: 30, opacity: 0.6 }),
      )
      await scene.glow({ x: 520, y: 730, radius: 420, colour: '#ffc977', opacity: 0.7 })
      await scene.behind(
        sparks(60, { x: 120, y: 280, width: 760, height: 460 }, 5, '#d9fbf2'),
        brushes.detail,
      )
      await scene.shadow(350, 962, 150, '#173048', 0.5)
      await scene.shadow(735, 958, 170, '#173048', 0.5)
      await scene.fox({
        x: 745,
        y: 954,
        scale: 1.34,
        pose: 'lie',
        mirrored: true,
        mood: 'surprised',
        look: 4,
        headTurn: 6,
      })
      const taker = await scene.child({
        x: 360,
        y: 816,
        scale: 1.62,
        pose: 'kneel',
        joints: { armLeft: [64, 26], armRight: [50, 44], head: 4, lean: 8, yaw: 0.25 },
        outfit: wardrobe.day,
      })
      const spark = { x: taker.handRight.x + 16, y: taker.handRight.y - 34 }
      await scene.onChild(warmSpark(spark.x, spark.y, 0.85), brushes.detail)
      await scene.glowBefore({ ...spark, radius: 92, colour: '#ffe09a', opacity: 0.8 })
      await scene.before(
        crystal(20, 1060, 2.6, '#2f6f8c', 16) +
          crystal(110, 1080, 1.7, '#4a8fa0', -6) +
          crystal(965, 1070, 2.4, '#46549c', -12) +
          crystal(880, 1085, 1.4, '#5d7fc0', 10),
        brushes.foreground,
      )
    },
  },
  {
    seed: 231,
    from: [-0.7, -0.7],
    prompt: 'a child and a fox are carried home by a kind wind over patchwork fields in the morning',
    textBox: box(0.16, 0.08, 0.68, 0.15),
    ink: inks.dark,
    async paint(scene) {
      await scene.sky([0, '#a9d3e0'], [0.3, '#d3e8e2'], [0.62, '#fdeed0'], [1, '#fdeed0'])
      await scene.glow({ x: 860, y: 560, radius: 420, colour: '#fff0bd', opacity: 0.8 })
      await scene.behind(
        cloud(120, 430, 1.1, '#fffaf0', 2) + cloud(910, 330, 0.9, '#fffaf0', 5),
        brushes.cloud,
      )
      await scene.behind(ridge(676, 30, 4, '#b4d2cf'), brushes.farRidge)
      await scene.behind(ridge(712, 22, 6, '#a4c9ae'), brushes.midRidge)
      await scene.behind(
        patchwork(742, ['#c9cf83', '#9fc27c', '#e3cd87', '#86b174', '#d8b878', '#a9c987'], '#6c9a66', 7),
        brushes.ground,
      )
      await scene.behind(
        path(
          'M1040,790 C860,790 760,828 800,858 C850,895 640,900 520,950 C440,984 420,1030 400,1080 L520,1080 C560,1000 700,960 820,925 C960,885 830,848 880,828 C930,812 1000,814 1040,814Z',
          '#9cc9d8',
        ),
        brushes.ground,
      )
      await scene.behind(
        house(180, 850, 0.4) +
          house(236, 864, 0.46, { roof: '#d58a58' }) +
          house(136, 874, 0.42, { roof: '#b9594b' }) +
          house(200, 892, 0.5, { roof: '#cf7a54' }),
        brushes.flat,
      )
      await scene.behind(
        stroke('M-40,690 C160,740 300,700 420,640 C600,556 760,600 1040,470', '#ffffff', 26, 0.85) +
          stroke(
            'M-40,640 C120,690 260,660 380,610 C560,520 720,520 800,450 C850,400 800,350 760,384 C734,410 764,440 790,424',
            '#ffffff',
            12,
            0.75,
          ) +
          stroke('M-40,740 C220,780 420,740 560,670 C700,610 860,640 1040,560', '#eaf6f4', 16, 0.7) +
          stroke(
            'M40,560 C160,590 220,540 260,500 C290,460 250,430 226,452 C206,474 236,494 254,482',
            '#ffffff',
            9,
            0.7,
          ),
        withBrush(brushes.cloud, { blur: 1.5, opacity: 0.9 }),
      )
      await scene.behind(
        birds([
          [90, 330],
          [140, 356],
          [880, 420],
        ]),
        brushes.detail,
      )
      await scene.fox({ x: 735, y: 640, scale: 1.06, pose: 'leap', mood: 'laughing', turn: -12 })
      await scene.child({
        x: 410,
        y: 580,
        scale: 1.3,
        pose: 'fly',
        joints: { armRight: [84, 10], armLeft: [-76, -12], lean: 10, head: -6 },
        outfit: wardrobe.day,
      })
      await scene.before(
        [
          [120, 620, 40],
          [300, 740, 100],
          [610, 470, 60],
          [860, 700, -30],
          [560, 760, 140],
          [200, 380, 20],
          [900, 540, 80],
        ]
          .map(([x = 0, y = 0, turn = 0]) => leaf(x, y, 34, turn, turn % 40 ? '#8ab766' : '#e3a545', false))
          .join(''),
        brushes.flower,
      )
      await scene.before(
        cloud(40, 1015, 1.6, '#fffaf0', 12) + cloud(970, 1030, 1.4, '#fffaf0', 14),
        brushes.cloud,
      )
    },
  },
]
