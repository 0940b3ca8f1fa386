import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { patchwork, ridge } from '../../scenery/land.ts'
import { leaf } from '../../scenery/plants.ts'
import { birds, cloud } from '../../scenery/sky.ts'
import { house } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'
import { shyDark } from './shy-dark.ts'
import { shyEyes } from './shy-eyes.ts'

export const pages21to23: Illustration[] = [
  shyEyes,
  shyDark,
  {
    seed: 231,
    from: [-0.7, -0.7],
    prompt:
      'a child in a yellow coat and a fox are carried home by a kind wind over patchwork fields in the morning, the child holds out a jar with three small lights in it',
    expression: 'laughing',
    gaze: 'right',
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
          wind: -0.8,
          legLeft: [-54, -20, 0.8],
          legRight: [-34, -40, 0.8],
        },
        outfit: wardrobe.coat,
      })
      const jar = { x: flyer.handRight.x + 12, y: flyer.handRight.y + 16 }
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
