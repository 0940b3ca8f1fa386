import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { stars } from '../../scenery/sky.ts'
import { house, lanternPost, quiltStar } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, place, rect, stroke, wholePage } from '../../svg.ts'
import { curtains, nightWall, windowFrame } from './room.ts'

const bear = '#c98b5c'

/** A bear that is counted for, too; it sits leaning on the child. */
const teddy = (x: number, y: number, scale: number, turn: number): string =>
  place(
    { x, y, scale, turn },
    ellipse(-22, -8, 15, 24, bear) +
      ellipse(22, -8, 15, 24, bear) +
      ellipse(0, -34, 34, 40, bear) +
      ellipse(0, -28, 20, 25, '#e2b98c') +
      circle(-25, -104, 12, bear) +
      circle(25, -104, 12, bear) +
      circle(0, -86, 32, '#d39a69') +
      ellipse(0, -76, 14, 11, '#ecd0a6') +
      circle(-11, -92, 3.6, '#3b2a24') +
      circle(11, -92, 3.6, '#3b2a24') +
      ellipse(0, -80, 4.6, 3.4, '#5a3a2a') +
      stroke('M-30,-50 Q-46,-34 -40,-20 M30,-50 Q46,-34 40,-20', bear, 17),
  )

/** Three blinks, three rings in the dark round the lantern. */
const blinks = [62, 96, 130]
  .map(
    (radius, index) =>
      `<circle cx="700" cy="346" r="${radius}" fill="none" stroke="#ffe3a0" stroke-width="6" stroke-dasharray="3 13" stroke-linecap="round" opacity="${[95, 75, 50][index]}%"/>`,
  )
  .join('')

/** The bench under the window: cushion, boards, and what is kept beside it. */
const bench =
  path('M-60,716 H1060 V1090 H-60Z', '#6d5670') +
  stroke('M170,770 V1080 M500,770 V1080 M830,770 V1080', '#574463', 8, 0.8) +
  path('M-60,700 C200,684 800,684 1060,700 V768 H-60Z', '#b86a5c') +
  path('M-60,700 C200,684 800,684 1060,700 V716 C800,700 200,700 -60,716Z', '#cf8470') +
  quiltStar(120, 738, 14, '#e9cf8e') +
  quiltStar(560, 740, 14, '#e9cf8e') +
  quiltStar(700, 738, 14, '#e9cf8e') +
  quiltStar(860, 738, 14, '#e9cf8e')

const cushion =
  path(
    'M96,566 C150,544 206,566 214,616 C224,660 214,700 190,706 C140,716 92,712 84,690 C72,650 76,590 96,566Z',
    '#5f8a86',
  ) + stroke('M104,590 C140,640 150,670 146,704 M196,590 C180,630 170,660 176,700', '#4a716e', 4, 0.6)

const books =
  rect(770, 668, 150, 26, '#5f8a86', 4) +
  rect(784, 644, 130, 24, '#b35d55', 4) +
  rect(776, 622, 112, 22, '#d9b25f', 4)

/** Page 2: on the window seat with the bear, counting the lantern's blinks. */
export const windowSeat: Illustration = {
  seed: 23,
  from: [0.7, -0.5],
  light: {
    grade: { colour: '#b9b3d6', opacity: 0.24 },
    lamp: { x: 640, y: 460, radius: 480, colour: '#ffb45c', opacity: 0.22 },
  },
  prompt:
    'a child in star pyjamas sits on a window seat at night with a teddy bear, and counts the blinks of a glowing lantern on a hill outside',
  expression: 'happy',
  gaze: 'right',
  textBox: box(0.1, 0.81, 0.8, 0.11),
  ink: inks.cream,
  async paint(scene) {
    await scene.behind(wholePage('#5d6390'), brushes.wash)
    await scene.behind(nightWall(), withBrush(brushes.flat, { edge: 0 }))
    await scene.behind(rect(110, 60, 780, 600, '#293a6c'), brushes.wash)
    await scene.behind(stars(60, 400, 9), brushes.detail)
    await scene.behind(
      path('M110,580 C220,540 340,570 470,520 C620,450 800,440 890,470 V660 H110Z', '#22335e') +
        house(560, 580, 0.5, { wall: '#5d5c86', roof: '#3b3f6b', window: '#ffd877' }) +
        house(640, 612, 0.56, { wall: '#5d5c86', roof: '#3b3f6b', window: '#ffd877' }) +
        house(738, 634, 0.6, { wall: '#5d5c86', roof: '#3b3f6b', window: '#ffd877' }),
      brushes.farTree,
    )
    await scene.behind(lanternPost(700, 540, 1.02, true), brushes.object)
    await scene.glow({ x: 700, y: 346, radius: 260, colour: '#ffc46a', opacity: 0.95 })
    await scene.glow({ x: 700, y: 346, radius: 80, colour: '#fff3cf', opacity: 0.9 })
    await scene.behind(blinks, brushes.detail)
    await scene.behind(windowFrame(110, 60, 780, 600) + rect(494, 60, 14, 600, '#c9b7a4'), brushes.object)
    await scene.behind(curtains(110, 890, 34, 700), brushes.object)
    await scene.behind(bench, brushes.object)
    await scene.behind(cushion + books, brushes.object)
    await scene.shadow(330, 716, 130, '#4a2f44', 0.42)
    await scene.child({
      x: 320,
      y: 678,
      scale: 1.74,
      pose: 'crossLegged',
      outfit: wardrobe.night,
      joints: {
        head: 9,
        yaw: 0.3,
        lean: 4,
        armLeft: [-22, 66],
        armRight: [24, -62],
      },
    })
    await scene.before(teddy(334, 692, 0.86, -6), brushes.object)
  },
}
