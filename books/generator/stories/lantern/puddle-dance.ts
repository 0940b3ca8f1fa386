import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow, grass, spray } from '../../scenery/plants.ts'
import { rain } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, rect, stroke } from '../../svg.ts'

const wetGreens = ['#5f8159', '#769766', '#547452'] as const
const middle = { x: 555, y: 930 }

/** A sheet of water thrown up to one side; `side` -1 is left. */
const sheet = (side: -1 | 1, reach: number, height: number, colour: string): string => {
  const x = (across: number): number => middle.x + side * across * reach
  const y = (up: number): number => middle.y - up * height
  return path(
    `M${x(0.1)},${y(-0.12)} C${x(0.34)},${y(0.1)} ${x(0.5)},${y(0.5)} ${x(0.62)},${y(1)} C${x(0.66)},${y(0.7)} ${x(0.7)},${y(0.62)} ${x(0.78)},${y(0.84)} ` +
      `C${x(0.8)},${y(0.6)} ${x(0.86)},${y(0.46)} ${x(1)},${y(0.6)} C${x(0.92)},${y(0.4)} ${x(0.94)},${y(0.22)} ${x(1.12)},${y(0.2)} C${x(0.96)},${y(0.02)} ${x(0.7)},${y(-0.14)} ${x(0.1)},${y(-0.12)}Z`,
    colour,
    'fill-opacity="88%"',
  )
}

const drops = repeat(34, (index) => {
  const side = index % 2 ? 1 : -1
  const away = 110 + ((index * 53) % 190)
  return circle(
    middle.x + side * away,
    middle.y - 40 - ((index * 89) % 230),
    3 + (index % 5) * 1.5,
    '#eef7f8',
  )
})

const crown =
  sheet(-1, 260, 290, '#a3c3d1') +
  sheet(1, 240, 230, '#a3c3d1') +
  sheet(-1, 200, 190, '#cfe5ec') +
  sheet(1, 196, 176, '#cfe5ec') +
  drops

const rings = [150, 205, 262]
  .map(
    (rx) =>
      `<ellipse cx="${middle.x}" cy="${middle.y + 8}" rx="${rx}" ry="${rx * 0.19}" fill="none" stroke="#e6f2f3" stroke-width="5" opacity="75%"/>`,
  )
  .join('')

const puddle = (x: number, y: number, rx: number): string => ellipse(x, y, rx, rx * 0.19, '#9db9c4')

/** Page 13: both feet into the puddle, and the rain dances along. */
export const puddleDance: Illustration = {
  seed: 71,
  from: [-0.2, -1],
  light: { grade: { colour: '#a9bdb9', opacity: 0.2 } },
  prompt:
    'a child in a yellow raincoat leaps into a puddle with a huge splash in the rain, a happy fox jumps along',
  expression: 'laughing',
  textBox: box(0.1, 0.09, 0.6, 0.14),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#b5c7c6'], [0.5, '#d8e0d4'], [1, '#c3d0bd'])
    await scene.behind(
      firRow({ from: 0, to: 1000, y: 742, count: 9 }, 2, '#b5c7bf', 3),
      withBrush(brushes.farTree, { blur: 2.4 }),
    )
    await scene.behind(
      firRow({ from: 60, to: 960, y: 752, count: 7 }, 1.65, '#98b3a8', 24),
      withBrush(brushes.farTree, { blur: 1.2 }),
    )
    await scene.behind(rect(-50, 590, 1100, 150, '#dfe7dc'), withBrush(brushes.mist, { opacity: 0.95 }))
    await scene.behind(
      ridge(676, 16, 9, '#7d9c74') +
        path('M520,690 C470,750 330,810 250,1090 L900,1090 C820,910 640,790 600,690Z', '#b9a98a'),
      brushes.ground,
    )
    await scene.behind(
      puddle(middle.x, middle.y + 8, 282) + puddle(610, 750, 56),
      withBrush(brushes.ground, { edge: 0.7 }),
    )
    await scene.behind(rings, brushes.detail)
    await scene.behind(
      grass(-10, 330, 810, 60, wetGreens, 110, 4, 80) + grass(720, 1010, 790, 60, wetGreens, 100, 5, -60),
      brushes.grass,
    )
    await scene.fox({ x: 826, y: 782, scale: 0.96, pose: 'leap', mood: 'laughing', yaw: 0.2, mirrored: true })
    await scene.behind(crown, withBrush(brushes.flat, { edge: 0.2 }))
    await scene.child({ x: 540, y: 712, scale: 1.36, pose: 'leap', outfit: wardrobe.coat, hoodUp: true })
    await scene.behind(rain(150, 3, '#f1f6f4'), withBrush(brushes.detail, { opacity: 0.8 }))
    await scene.before(
      sheet(-1, 150, 84, '#eaf5f7') + sheet(1, 156, 78, '#eaf5f7'),
      withBrush(brushes.flat, { edge: 0.2 }),
    )
    await scene.before(
      stroke(
        'M470,900 q-30,-40 -60,-52 M640,898 q34,-36 66,-44 M540,912 q-8,-26 -26,-40 M590,912 q10,-24 30,-34',
        '#ffffff',
        4,
        0.8,
      ),
      brushes.detail,
    )
    await scene.before(
      spray(-10, 1010, 8, 230, -10, 78, ['#456b48', '#557e50', '#3b5e45'], 3) +
        spray(1015, 1020, 8, 220, -76, 6, ['#456b48', '#4f774c', '#3b5e45'], 6),
      brushes.foreground,
    )
  },
}
