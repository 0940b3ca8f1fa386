import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { mushroom } from '../../scenery/forest-floor.ts'
import { leaf, spray, trunk } from '../../scenery/plants.ts'
import { bokeh } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path, stroke } from '../../svg.ts'

const autumnLeaves = ['#c9622f', '#dd8f3c', '#a94a33', '#e3ae4c'] as const

/** A fallen trunk to hide behind, moss on its back. */
const log =
  path('M-60,760 C160,736 420,748 620,738 C800,730 940,742 1060,730 V1090 H-60Z', '#5a3f35') +
  path(
    'M-60,762 C160,736 420,748 620,738 C800,730 940,742 1060,730 V762 C980,786 930,760 860,776 C780,790 720,764 640,776 C540,792 470,764 380,780 C290,794 230,770 150,784 C80,792 10,776 -60,790Z',
    '#7f8a4c',
  ) +
  stroke(
    'M-60,836 C200,816 420,832 640,818 M700,826 C840,812 960,826 1060,816 M-60,962 C160,950 300,962 520,952 M600,966 C780,950 900,966 1060,956',
    '#46302a',
    6,
    0.5,
  )

/** Tale's paws, over the edge of the log. */
const paws = [212, 330]
  .map(
    (x) =>
      path(
        `M${x - 42},790 C${x - 48},740 ${x - 34},712 ${x},712 C${x + 34},712 ${x + 48},740 ${x + 42},790 C${x + 26},806 ${x - 26},806 ${x - 42},790Z`,
        '#4b2f2a',
      ) + stroke(`M${x - 15},796 v-30 M${x + 13},796 v-30`, '#2f1d1a', 4, 0.7),
  )
  .join('')

const falling = repeat(12, (index) =>
  leaf(
    (index * 211) % 1000,
    120 + ((index * 157) % 560),
    36 + (index % 4) * 8,
    index * 57,
    ['#d9793c', '#e3a545', '#b9533a'][index % 3] ?? '#d9793c',
    false,
  ),
)

/** Page 12: so near that only two faces have room; cheek to cheek behind a log, each looking at the other. */
export const scaredTogether: Illustration = {
  seed: 118,
  from: [0.7, -0.7],
  light: { grade: { colour: '#f3c58f', opacity: 0.14 } },
  prompt:
    'very close portrait: a child in a yellow coat and a fox, both a little scared, peep cheek to cheek over a fallen log in an autumn forest and look at each other',
  expression: 'worried',
  gaze: 'left',
  textBox: box(0.12, 0.805, 0.76, 0.12),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#e9cf96'], [0.5, '#dfa568'], [1, '#a8663e'])
    await scene.glow({ x: 760, y: 120, radius: 560, colour: '#fff3c8', opacity: 0.8 })
    await scene.behind(
      bokeh(22, ['#f7d58b', '#f0b266', '#e79a5c', '#f7e6b4', '#eec27a'], 5),
      withBrush(brushes.cloud, { blur: 12, opacity: 0.6 }),
    )
    await scene.behind(
      trunk(40, 62, '#8a5638') + trunk(180, 26, '#b9794a') + trunk(975, 56, '#7f4f36'),
      withBrush(brushes.object, { blur: 6 }),
    )
    await scene.behind(falling, withBrush(brushes.flower, { blur: 2.4 }))
    await scene.fox({
      x: 262,
      y: 958,
      scale: 2.8,
      pose: 'sit',
      mood: 'worried',
      yaw: 0.55,
      look: 6,
      lookDown: -2,
      headTurn: 9,
      tail: 'none',
    })
    await scene.child({
      x: 650,
      y: 1044,
      scale: 3.76,
      pose: 'stand',
      outfit: wardrobe.coat,
      joints: { head: -9, yaw: -0.2 },
    })
    await scene.before(log, withBrush(brushes.object, { volume: 1, volumeBlur: 20 }))
    await scene.before(paws, brushes.figure)
    await scene.before(mushroom(905, 752, 1.2) + mushroom(962, 760, 0.8, '#b9814a'), brushes.object)
    await scene.before(
      spray(-40, 1090, 8, 160, 4, 74, autumnLeaves, 4) + spray(1040, 1090, 7, 160, -74, -8, autumnLeaves, 9),
      brushes.foreground,
    )
  },
}
