import { mirrored } from '../../mirror-scene.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { moon, sparks } from '../../scenery/sky.ts'
import { handLantern } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, rect, stroke } from '../../svg.ts'

const tread = { width: 110, rise: 60 }
const corner = { x: 420, y: 758 }
const steps = Array.from({ length: 11 }, (_, index) => index - 5)
const stepAt = (index: number) => ({ x: corner.x + index * tread.width, y: corner.y + index * tread.rise })

const staircase =
  path(
    `M${steps.map((index) => `${stepAt(index).x},${stepAt(index).y} H${stepAt(index).x + tread.width}`).join(' L')} V1090 H-140Z`,
    '#6a4c58',
  ) +
  steps
    .map((index) => {
      const { x, y } = stepAt(index)
      return rect(x - 9, y, tread.width + 14, 17, '#b58a6c', 5) + rect(x, y + 17, 8, tread.rise, '#5a404e')
    })
    .join('')

const banister =
  repeat(11, (index) => {
    const { x, y } = stepAt(index - 5)
    return stroke(`M${x + 55},${y} V${y - 176}`, '#7d5a50', 11)
  }) + stroke(`M-90,${corner.y - 176 - 278} L${corner.x + 640},${corner.y - 176 + 350}`, '#94705c', 24)

/** Page 5: on the tips of the toes down the stairs; the fox waits below. */
export const stairs: Illustration = mirrored({
  seed: 42,
  from: [-0.6, -0.7],
  light: {
    grade: { colour: '#a9a3cf', opacity: 0.28 },
    lamp: { x: 520, y: 540, radius: 380, colour: '#ffbe70', opacity: 0.26 },
  },
  prompt:
    'a child in dungarees tiptoes down a wooden staircase at night, one hand on the banister, a little lamp in the other, a round window with the moon, a fox waits below',
  expression: 'determined',
  gaze: 'down-right',
  textBox: box(0.55, 0.09, 0.36, 0.22),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#54507e'], [1, '#4a4570'])
    await scene.behind(
      repeat(12, (index) => stroke(`M${index * 92 - 20},-40 V1040`, '#605b8c', 30, 0.35)),
      withBrush(brushes.flat, { edge: 0 }),
    )
    await scene.glow({ x: 90, y: 210, radius: 560, colour: '#ffbf74', opacity: 0.6 })
    await scene.behind(
      path('M40,210 L62,130 H118 L140,210Z', '#ffdf9c') + rect(84, 208, 12, 40, '#7d5a50'),
      brushes.object,
    )
    await scene.behind(
      rect(210, 90, 112, 136, '#a98a6c', 5) +
        rect(224, 104, 84, 108, '#6f8fa6') +
        path('M224,212 V180 L252,146 L276,176 L292,160 L308,182 V212Z', '#4f7a6a') +
        circle(286, 128, 11, '#ffe9b0'),
      brushes.object,
    )
    await scene.behind(circle(790, 480, 112, '#8c6a58'), brushes.object)
    await scene.behind(circle(790, 480, 92, '#2b3a6c'), brushes.wash)
    await scene.behind(
      moon(812, 462, 36) + sparks(9, { x: 720, y: 410, width: 120, height: 120 }, 4),
      brushes.detail,
    )
    await scene.behind(stroke('M790,388 V572 M698,480 H882', '#8c6a58', 9), brushes.object)
    await scene.behind(
      path('M700,560 L860,560 L760,1000 L470,820Z', '#aeb9ea'),
      withBrush(brushes.mist, { opacity: 0.16, blur: 30 }),
    )
    await scene.behind(banister, brushes.object)
    await scene.behind(staircase, withBrush(brushes.object, { wash: 0.4 }))
    await scene.shadow(420, 764, 110, '#2f2440', 0.42)
    await scene.fox({
      x: 812,
      y: 936,
      scale: 1.12,
      pose: 'sit',
      look: 5,
      lookDown: -4,
      yaw: 0.5,
      headTurn: -8,
      mirrored: true,
    })
    const sneaker = await scene.child({
      x: 396,
      y: 556,
      scale: 1.36,
      pose: 'tiptoe',
      outfit: wardrobe.day,
      joints: {
        hands: ['hold', 'grip'],
        head: 6,
        lean: 6,
        armLeft: [-52, -16],
        armRight: [42, 44],
        legLeft: [40, -102, 0.8],
        legRight: [30, -26, 0.9],
      },
    })
    const lamp = { x: sneaker.handRight.x + 14, y: sneaker.handRight.y + 22 }
    await scene.onChild(handLantern(lamp.x, lamp.y, 1.25), brushes.object)
    await scene.glowBefore({ x: lamp.x, y: lamp.y + 32, radius: 170, colour: '#ffc878', opacity: 0.55 })
  },
})
