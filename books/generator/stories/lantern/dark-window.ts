import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat, seededRandom } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { leaf, spray } from '../../scenery/plants.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, place, rect, stroke } from '../../svg.ts'

const ivy = (x: number, top: number, bottom: number, seed: number): string => {
  const random = seededRandom(seed)
  return (
    stroke(
      `M${x},${bottom} C${x + 40},${bottom - 200} ${x - 50},${top + 260} ${x + 10},${top}`,
      '#33465a',
      7,
    ) +
    repeat(34, (index) => {
      const share = index / 33
      const y = bottom + (top - bottom) * share
      const colour = ['#3d5c66', '#4a6c70', '#35525f'][index % 3] ?? '#3d5c66'
      return leaf(x + (random() - 0.5) * 70, y, 44 + random() * 26, random() * 360, colour, false)
    })
  )
}

const boxLeaves = ['#466a63', '#54786c', '#3a5a56'] as const

const blossom = (x: number, y: number): string =>
  [0, 72, 144, 216, 288].map((turn) => place({ x, y, turn }, ellipse(0, -8, 6, 9, '#cfc4e6'))).join('') +
  circle(x, y, 5, '#e8cf94')

const shutter = (x: number): string =>
  rect(x, 285, 128, 560, '#4c6f8e', 6) +
  repeat(13, (index) => rect(x + 16, 312 + index * 41, 96, 24, '#3f5f7d', 4))

/** Page 3: the house from outside. The child leans out and finds the hill dark. */
export const darkWindow: Illustration = {
  seed: 31,
  from: [0.4, -0.8],
  light: { grade: { colour: '#9ba4d0', opacity: 0.34 }, rim: [0.8, 0.86, 1, 0.3] },
  prompt: 'a child leans out of a window with open shutters at night and looks for a light that is gone',
  textBox: box(0.12, 0.085, 0.76, 0.13),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#3a4168'], [1, '#4a4d74'])
    const random = seededRandom(5)
    await scene.behind(
      repeat(46, () => {
        const x = random() * 1000
        const y = 240 + random() * 780
        return rect(x, y, 58 + random() * 50, 26, random() > 0.5 ? '#454b73' : '#555a82', 8)
      }),
      withBrush(brushes.ground, { edge: 0.3, opacity: 0.7 }),
    )
    await scene.behind(rect(238, 268, 524, 600, '#8a7f9c', 10), brushes.object)
    await scene.behind(rect(268, 298, 464, 548, '#262b4d'), brushes.wash)
    await scene.behind(
      path('M268,298 C330,430 300,640 268,760Z M732,298 C670,430 700,640 732,760Z', '#7d4a5c'),
      brushes.object,
    )
    await scene.behind(shutter(108) + shutter(764), brushes.object)
    await scene.behind(stroke('M172,300 V830 M828,300 V830', '#395672', 5, 0.6), brushes.detail)
    await scene.child({
      x: 500,
      y: 960,
      scale: 2.2,
      pose: 'stand',
      outfit: wardrobe.night,
      joints: { head: 7, lean: 2, yaw: -0.15, armLeft: [-42, 52], armRight: [44, -50] },
    })
    await scene.before(rect(230, 850, 540, 240, '#464b74'), brushes.ground)
    await scene.before(
      rect(210, 846, 580, 40, '#9b90ac', 8) + rect(232, 884, 536, 22, '#6f688a', 6),
      brushes.object,
    )
    await scene.before(
      spray(330, 912, 11, 64, -60, 60, boxLeaves, 2) +
        spray(500, 914, 13, 70, -70, 70, boxLeaves, 3) +
        spray(670, 912, 11, 64, -60, 60, boxLeaves, 4) +
        rect(262, 902, 476, 74, '#8a5a50', 10) +
        stroke('M276,924 H724', '#6f453e', 4, 0.6),
      brushes.object,
    )
    await scene.before(
      [300, 372, 440, 540, 610, 690].map((x, index) => blossom(x, 872 + (index % 2) * 18)).join(''),
      brushes.flower,
    )
    await scene.before(ivy(40, 250, 1040, 3) + ivy(962, 330, 1040, 8), brushes.foreground)
  },
}
