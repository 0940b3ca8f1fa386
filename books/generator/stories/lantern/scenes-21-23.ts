import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles } from '../../scenery/ground.ts'
import { crystal, patchwork, ridge, rockArch, stone } from '../../scenery/land.ts'
import { leaf } from '../../scenery/plants.ts'
import { birds, cloud, sparks } from '../../scenery/sky.ts'
import { house } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, radialGradient, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'
import { shyDark } from './shy-dark.ts'

/** Somebody made of dark, half behind a rock: only the eyes show, and they are shy. */
const shyEyes = (x: number, y: number): string =>
  path(
    `M${x - 92},${y + 120} C${x - 110},${y - 40} ${x - 60},${y - 96} ${x},${y - 96} C${x + 60},${y - 96} ${x + 104},${y - 40} ${x + 92},${y + 120}Z`,
    '#2e2448',
  ) +
  [-26, 26]
    .map(
      (dx) =>
        ellipse(x + dx, y - 30, 17, 20, '#f3ecff') +
        ellipse(x + dx + 5, y - 27, 8, 11, '#2a2142') +
        ellipse(x + dx + 2, y - 33, 3, 3, '#ffffff'),
    )
    .join('') +
  stroke(`M${x - 10},${y + 4} q10,7 20,0`, '#b9a8dd', 4)

export const pages21to23: Illustration[] = [
  {
    seed: 88,
    from: [0.8, -0.1],
    light: {
      grade: { colour: '#c39a92', opacity: 0.3 },
      lamp: { x: 610, y: 560, radius: 330, colour: '#ff9a3c', opacity: 0.22 },
      rim: [1, 0.8, 0.5, 0.35],
    },
    prompt:
      'a child in a yellow coat holds a glowing jar high in a cave full of warm light, a fox sits beside, a shy soft creature made of darkness peeps from behind a rock',
    expression: 'curious',
    gaze: 'left',
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
        crystal(40, 872, 1.3, '#6fb0b8', -14) +
          crystal(915, 850, 1.5, '#7d9fc6', 12) +
          crystal(960, 862, 1, '#6fb0b8', 26),
        brushes.object,
      )
      await scene.glow({ x: 40, y: 800, radius: 130, colour: '#7fe0dc', opacity: 0.4 })
      await scene.glow({ x: 915, y: 780, radius: 160, colour: '#8fc4ff', opacity: 0.4 })
      await scene.behind(
        sparks(34, { x: 190, y: 300, width: 680, height: 240 }, 6, '#fff0c8'),
        brushes.detail,
      )
      await scene.behind(
        pebbles({ top: 850, bottom: 990 }, ['#8a7690', '#57496a', '#b9a0a0'], 90, 5),
        brushes.detail,
      )
      await scene.behind(shyEyes(185, 770), withBrush(brushes.figure, { warp: 2 }))
      await scene.behind(
        stone(190, 930, 110, '#5d4a68') + stone(96, 940, 70, '#6a5676'),
        withBrush(brushes.object, { rim: [0.98, 0.72, 0.42, 0.4] }),
      )
      await scene.shadow(460, 952, 100, '#4a3550', 0.42)
      await scene.shadow(745, 956, 112, '#4a3550', 0.42)
      await scene.fox({
        x: 765,
        y: 954,
        scale: 1.25,
        pose: 'sit',
        mirrored: true,
        look: 6,
        headTurn: 8,
        mood: 'worried',
      })
      const child = await scene.child({
        x: 455,
        y: 772,
        scale: 1.3,
        pose: 'reach',
        joints: { armRight: [112, 14], head: -4, lean: -2, yaw: -0.2, legRight: [10, -2, 0.8] },
        outfit: wardrobe.coat,
      })
      const jar = { x: child.handRight.x + 8, y: child.handRight.y + 4 }
      await scene.glow({ x: jar.x, y: jar.y - 60, radius: 310, colour: '#ffc266', opacity: 0.8 })
      await scene.onChild(giftJar(jar.x, jar.y, 1.15, ['drop', 'slice']), brushes.detail)
      await scene.glowBefore({ x: jar.x, y: jar.y - 55, radius: 100, colour: '#fff0c0', opacity: 0.4 })
      await scene.before(
        rockArch({ x: 520, y: 690, rx: 590, ry: 450 }, 8, 0.14, '#232f55'),
        withBrush(rock, { wash: 0.25 }),
      )
    },
  },
  shyDark,
  {
    seed: 231,
    from: [-0.7, -0.7],
    prompt:
      'a child in a yellow coat and a fox are carried home by a kind wind over patchwork fields in the morning, the child holds out a jar with three small lights in it',
    expression: 'laughing',
    textBox: box(0.16, 0.08, 0.68, 0.145),
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
      await scene.fox({ x: 745, y: 690, scale: 1.1, pose: 'leap', mood: 'laughing', turn: -6 })
      const flyer = await scene.child({
        x: 400,
        y: 606,
        scale: 1.34,
        pose: 'fly',
        turn: 14,
        joints: {
          armRight: [84, 10],
          armLeft: [-76, -12],
          lean: 14,
          head: -22,
          legLeft: [-54, -20, 0.8],
          legRight: [-34, -40, 0.8],
        },
        outfit: wardrobe.coat,
      })
      const jar = { x: flyer.handRight.x + 12, y: flyer.handRight.y + 34 }
      await scene.glow({ x: jar.x, y: jar.y - 50, radius: 150, colour: '#fff2c0', opacity: 0.9 })
      await scene.onChild(
        giftJar(jar.x, jar.y, 1.05, ['drop', 'slice', 'spark'], { turn: 10 }),
        brushes.object,
      )
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
