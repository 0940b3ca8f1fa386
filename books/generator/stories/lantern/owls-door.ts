import { owl } from '../../animals/owl.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { fern, mushroom } from '../../scenery/forest-floor.ts'
import { pools, tufts } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { grass, spray, tree } from '../../scenery/plants.ts'
import { sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, rect, stroke } from '../../svg.ts'

const greens = ['#6d9c54', '#8ab766', '#5d8c4e'] as const
const crownLeaves = ['#6f9f5e', '#8ab766', '#b4cf7d'] as const
const bark = '#8a654c'

const oldTree = path(
  'M470,1010 C540,960 560,860 556,700 C552,520 566,330 552,200 C540,110 530,20 520,-60 H880 C870,60 880,120 900,170 C940,110 1000,90 1080,80 V150 C1000,170 940,230 920,330 C900,520 910,700 920,840 C930,930 970,980 1060,1010 C980,1010 930,990 880,1030 C830,990 760,1000 700,1030 C640,990 560,1000 470,1010Z',
  bark,
)

const barkLines =
  'M600,250 C620,420 606,600 600,900 M860,230 C846,360 858,480 852,560 M880,700 C876,800 890,880 920,960 M560,960 C590,930 600,880 604,840'

/** A small round door, as an owl's house has. */
const door =
  ellipse(722, 800, 108, 164, '#5f4536') +
  path('M632,950 V800 C632,700 676,656 722,656 C768,656 812,700 812,800 V950Z', '#b3644a') +
  stroke('M677,690 V950 M722,660 V950 M767,690 V950', '#8f4c39', 5) +
  circle(786, 816, 9, '#f2c96a') +
  rect(600, 944, 244, 26, '#a98a6c', 8)

/** Little lights hung in the branches: whoever lives here knows about light. */
const hangingLight = ([x, top, y]: readonly [number, number, number]): string =>
  stroke(`M${x},${top} V${y - 22}`, '#6d5444', 3) +
  path(
    `M${x - 16},${y - 14} H${x + 16} L${x + 13},${y + 24} H${x - 13}Z`,
    '#ffe6a0',
    'stroke="#6d5444" stroke-width="3"',
  ) +
  rect(x - 14, y - 24, 28, 11, '#6d5444', 3)

const lights = [
  [566, 40, 300],
  [900, 60, 270],
  [958, 100, 380],
] as const

/** Page 9: at the door of the oldest tree; above it the owl looks out of its round window. */
export const owlsDoor: Illustration = {
  seed: 29,
  from: [-0.7, -0.6],
  prompt:
    'a child in dungarees knocks at a small round door in a huge old tree hung with little lights, an owl looks out of a lit window above the door, a fox waits',
  expression: 'curious',
  gaze: 'up-right',
  textBox: box(0.09, 0.1, 0.37, 0.24),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#c5dfd3'], [0.5, '#eef0d4'], [1, '#f6ebc8'])
    await scene.glow({ x: 160, y: 360, radius: 420, colour: '#fff6d6', opacity: 0.7 })
    await scene.behind(ridge(740, 24, 4, '#a9c793'), brushes.midRidge)
    await scene.behind(
      [40, 160, 300, 430]
        .map((x, index) =>
          tree(x, 800, 0.62 + (index % 2) * 0.16, ['#9cc294', '#b3d0a0', '#cfe0b4'], 50 + index),
        )
        .join(''),
      withBrush(brushes.farTree, { blur: 1.4 }),
    )
    await scene.behind(path('M-60,820 C300,790 700,800 1060,830 V1080 H-60Z', '#8fb56a'), brushes.ground)
    await scene.behind(
      oldTree + stroke(barkLines, '#6f4e3a', 7, 0.6),
      withBrush(brushes.object, { volume: 0.9, volumeBlur: 20 }),
    )
    await scene.behind(
      circle(722, 440, 122, '#6d4c3a') + circle(722, 440, 100, '#ffdf94'),
      withBrush(brushes.object, { volume: 0.4 }),
    )
    await scene.glow({ x: 722, y: 430, radius: 210, colour: '#ffd684', opacity: 0.7 })
    await scene.behind(
      owl({ x: 722, y: 536, scale: 1.55, look: -3, lookDown: 4, headTurn: -8 }),
      brushes.figure,
    )
    await scene.behind(
      path('M608,470 C640,560 804,560 836,470 L844,500 C800,590 644,590 600,500Z', '#6d4c3a') + door,
      brushes.object,
    )
    await scene.behind(
      spray(610, -30, 10, 190, 110, 240, crownLeaves, 8) + spray(930, 30, 11, 190, 90, 280, crownLeaves, 5),
      brushes.foreground,
    )
    await scene.behind(lights.map(hangingLight).join(''), brushes.object)
    for (const [x, , y] of lights) await scene.glow({ x, y, radius: 80, colour: '#ffdf94', opacity: 0.8 })
    await scene.behind(sparks(20, { x: 480, y: 200, width: 480, height: 240 }, 4, '#fff2b8'), brushes.detail)
    await scene.behind(
      pools({ top: 840, bottom: 980 }, '#dfe6a6', 6, 5),
      withBrush(brushes.mist, { opacity: 0.4, blur: 18 }),
    )
    await scene.behind(
      tufts({ top: 830, bottom: 980 }, greens, 120, 7) +
        repeat(5, (index) => ellipse(640 - index * 52, 986 + (index % 2) * 12, 30, 10, '#b9a98a')),
      brushes.detail,
    )
    await scene.behind(mushroom(560, 980, 0.9) + mushroom(905, 1000, 0.8, '#b9814a'), brushes.object)
    await scene.shadow(466, 968, 110, '#4f6b4a', 0.4)
    await scene.shadow(190, 962, 110, '#4f6b4a', 0.4)
    await scene.fox({ x: 186, y: 962, scale: 1.16, pose: 'sit', look: 5, lookDown: -3, headTurn: 8 })
    await scene.child({
      x: 490,
      y: 760,
      scale: 1.4,
      pose: 'reach',
      outfit: wardrobe.day,
      joints: {
        hands: ['relaxed', 'grip'],
        armRight: [66, 26],
        armLeft: [-22, -14],
        head: -2,
        lean: 5,
        yaw: 0.3,
        legRight: [12, -8, 0.8],
      },
    })
    await scene.before(
      stroke('M684,634 l8,-18 M706,648 l18,-12 M712,680 l20,2', '#f2d9a0', 5, 0.9),
      brushes.detail,
    )
    await scene.before(
      fern(30, 1050, 150, greens, 3) +
        grass(-20, 420, 1030, 80, greens, 110, 8) +
        grass(620, 1020, 1035, 70, greens, 90, 5),
      brushes.grass,
    )
  },
}
