import { owl } from '../../animals/owl.ts'
import { mirrored } from '../../mirror-scene.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { spray } from '../../scenery/plants.ts'
import { bokeh } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, place, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'

const crownLeaves = ['#6f9f5e', '#8ab766', '#b4cf7d'] as const

/** The way, drawn on a sheet: a cloud that rains, a lake at sunset, a mountain with a light in it. */
const map = place(
  { x: 624, y: 812, turn: 2, scale: 0.88 },
  path(
    'M-330,-150 C-290,-128 -240,-116 -160,-116 C-80,-112 -40,-116 0,-122 C110,-134 230,-110 332,-120 L336,116 C220,130 110,108 0,122 C-110,134 -230,112 -336,122Z',
    '#f6e6c3',
  ) +
    path(
      'M-330,-150 C-314,-110 -314,-60 -330,-30 L-336,122 L-300,118 C-312,40 -300,-40 -300,-132Z',
      '#e6cf9f',
    ) +
    path('M332,-120 C316,-90 318,-60 332,-30 L336,116 L304,116 C312,40 304,-40 308,-118Z', '#e6cf9f') +
    // Rain.
    path(
      'M-262,-30 C-286,-30 -286,-62 -260,-62 C-256,-92 -206,-94 -200,-64 C-170,-68 -166,-30 -194,-30Z',
      '#8fb0c4',
    ) +
    stroke('M-254,-14 l-8,26 M-230,-14 l-8,34 M-206,-14 l-8,26', '#5f92b4', 6) +
    // Lake and sun.
    path('M-52,-4 A52,52 0 0 1 52,-4Z', '#ef8a52') +
    path('M-30,-4 A30,30 0 0 1 30,-4Z', '#fbc569') +
    stroke(
      'M-78,2 q20,-10 40,0 q20,10 40,0 q20,-10 40,0 q18,9 36,0 M-60,22 q20,-10 40,0 q20,10 40,0 q20,-10 38,0',
      '#4f86a3',
      6,
    ) +
    // Mountain.
    path('M166,30 L232,-84 L262,-42 L280,-66 L330,30Z', '#8d7f9c') +
    path('M213,-52 L232,-84 L248,-62 L236,-50 L228,-60Z', '#fbf6ea') +
    path('M224,30 C224,-6 268,-6 268,30Z', '#3a2f4c') +
    path('M246,0 l4,12 12,4 -12,4 -4,12 -4,-12 -12,-4 12,-4Z', '#ffd970') +
    `<path d="M-300,90 C-280,40 -250,40 -228,50 C-170,84 -130,30 -60,50 C20,90 90,30 180,60 C210,70 226,60 240,44" fill="none" stroke="#b9584a" stroke-width="6" stroke-dasharray="2 15" stroke-linecap="round"/>` +
    circle(-300, 90, 9, '#b9584a'),
)

/** The owl's wing, stretched out until its feathers lie on the jar. */
const givingWing =
  path(
    'M716,520 C668,486 590,486 522,518 C504,528 502,542 516,546 C500,554 500,568 516,571 C504,580 508,594 524,594 C516,606 526,618 542,613 C600,620 676,640 724,676 C748,630 744,560 716,520Z',
    '#7b5f4e',
  ) +
  stroke(
    'M704,560 C650,530 590,530 524,546 M706,594 C650,566 600,568 530,572 M706,628 C660,600 610,596 540,596',
    '#5d4639',
    4,
    0.7,
  )

/** Talons that hold the sheet against the branch. */
const talons = [762, 836]
  .map((x) => stroke(`M${x},676 l-16,34 M${x + 4},676 v38 M${x + 8},676 l16,34`, '#e8a23c', 12))
  .join('')

/** Page 10: high on the branch the owl holds the map in its claws, and gives the jar from wing to hand. */
export const owlsMap: Illustration = mirrored({
  seed: 33,
  from: [-0.6, -0.7],
  prompt:
    'a child sits on a branch and takes an empty glass jar from the wing of a large wise owl, who holds a map in its claws with three places: rain, a lake at sunset, a mountain',
  expression: 'curious',
  gaze: 'right',
  textBox: box(0.09, 0.08, 0.82, 0.135),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#b9d9cf'], [0.5, '#e6efcf'], [1, '#f4edcb'])
    await scene.behind(
      bokeh(26, ['#d6e6b8', '#bcd8a2', '#f2efc6', '#cfe3bd'], 5),
      withBrush(brushes.cloud, { blur: 10 }),
    )
    await scene.behind(
      path(
        'M-60,660 C200,640 420,690 640,660 C800,640 900,660 1060,630 V720 C880,740 760,710 620,740 C420,770 200,720 -60,750Z',
        '#86644c',
      ),
      withBrush(brushes.object, { volume: 1 }),
    )
    await scene.behind(
      owl({ x: 800, y: 672, scale: 2.9, look: -4, lookDown: 2, headTurn: -7 }),
      brushes.figure,
    )
    await scene.child({
      x: 296,
      y: 654,
      scale: 1.54,
      pose: 'dangle',
      outfit: wardrobe.day,
      joints: {
        head: 4,
        yaw: 0.34,
        lean: 9,
        armRight: [52, 24],
        armLeft: [-16, 10],
        hands: ['relaxed', 'hold'],
      },
    })
    await scene.onChild(giftJar(466, 652, 1.3, [], { open: true }), brushes.object)
    await scene.before(givingWing, brushes.figure)
    await scene.before(map, withBrush(brushes.object, { volume: 0.4 }))
    await scene.before(talons, brushes.figure)
    await scene.before(
      spray(-30, 400, 8, 130, 20, 130, crownLeaves, 4) + spray(1030, 330, 8, 140, -130, -30, crownLeaves, 6),
      brushes.foreground,
    )
  },
})
