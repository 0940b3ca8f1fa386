import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat, seededRandom } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, place, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'

const wood = '#a4573f'
const hull =
  'M0,-350 C150,-250 200,-90 196,60 C192,210 130,300 0,350 C-130,300 -192,210 -196,60 C-200,-90 -150,-250 0,-350Z'
const inside =
  'M0,-314 C128,-222 170,-80 167,58 C163,190 108,270 0,312 C-108,270 -163,190 -167,58 C-170,-80 -128,-222 0,-314Z'

const boatFromAbove = place(
  { x: 520, y: 620, turn: -30 },
  path(hull, wood) +
    path(inside, '#7c3f33') +
    stroke('M-60,-262 V262 M0,-310 V310 M60,-262 V262 M-112,-196 V210 M112,-196 V210', '#683328', 5, 0.8) +
    path('M-190,-40 H190 V8 H-190Z', '#b9694c'),
)

const star = (x: number, y: number, size: number): string =>
  path(
    `M${x},${y - size} l${size * 0.24},${size * 0.76} ${size * 0.76},${size * 0.24} ${-size * 0.76},${size * 0.24} ${-size * 0.24},${size * 0.76} ${-size * 0.24},${-size * 0.76} ${-size * 0.76},${-size * 0.24} ${size * 0.76},${-size * 0.24}Z`,
    '#f6f2d8',
  )

/** Every star twice: once in the sky, once in the lake; here they lie all around the boat. */
const starsInTheWater = (): string => {
  const random = seededRandom(12)
  return repeat(64, () => star(random() * 1000, 240 + random() * 760, 5 + random() * 11))
}

const rings = [420, 500, 590]
  .map(
    (radius) =>
      `<ellipse cx="520" cy="610" rx="${radius}" ry="${radius * 0.86}" fill="none" stroke="#8fa0e0" stroke-width="4" opacity="34%"/>`,
  )
  .join('')

/** Page 18: the boat from above, stars on all sides. */
export const starLake: Illustration = {
  seed: 181,
  from: [-0.5, -0.8],
  light: {
    grade: { colour: '#b0b2de', opacity: 0.26 },
    lamp: { x: 520, y: 740, radius: 260, colour: '#ffc070', opacity: 0.2 },
    rim: [0.85, 0.88, 1, 0.3],
  },
  prompt:
    'seen from above, a child lies on the back in a small red boat with both hands under the head, a fox curled up beside, the dark lake around them is full of stars',
  expression: 'calm',
  gaze: 'up',
  textBox: box(0.09, 0.085, 0.5, 0.13),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#141b46'], [0.4, '#24336f'], [0.7, '#2b3f7e'], [1, '#17204f'])
    await scene.behind(
      path(
        'M1080,120 C860,200 760,330 640,420 C500,520 300,560 140,700 C60,770 0,860 -80,900 L-80,1060 C80,1010 180,900 330,800 C480,700 700,640 840,520 C930,440 1000,330 1080,290Z',
        '#8f92d4',
      ),
      withBrush(brushes.mist, { opacity: 0.34 }),
    )
    await scene.behind(rings, withBrush(brushes.detail, { blur: 2 }))
    await scene.behind(
      starsInTheWater() + sparks(120, { x: 0, y: 230, width: 1000, height: 770 }, 7, '#dfe4ff'),
      brushes.detail,
    )
    await scene.behind(
      ellipse(550, 660, 330, 330, '#0d1233', 0.8),
      withBrush(brushes.shadow, { blur: 26, opacity: 0.45 }),
    )
    await scene.behind(boatFromAbove, withBrush(brushes.object, { volume: 0.9, volumeBlur: 12 }))
    await scene.behind(
      place(
        { x: 322, y: 690 },
        stroke('M0,0 L-150,90', '#b98a62', 12) +
          place({ x: -172, y: 104, turn: -30 }, ellipse(0, 0, 48, 20, '#a4754f')),
      ) +
        place(
          { x: 716, y: 520 },
          stroke('M0,0 L130,-90', '#b98a62', 12) +
            place({ x: 152, y: -104, turn: -30 }, ellipse(0, 0, 48, 20, '#a4754f')),
        ),
      brushes.object,
    )
    await scene.glow({ x: 480, y: 780, radius: 170, colour: '#ffd08a', opacity: 0.7 })
    await scene.child({
      x: 500,
      y: 640,
      scale: 1.2,
      turn: -30,
      pose: 'lie',
      outfit: wardrobe.coat,
      joints: { head: 12, legLeft: [-4, 4, -0.5], legRight: [16, -18, 0.5] },
    })
    await scene.fox({ x: 636, y: 690, scale: 0.9, pose: 'curl', mood: 'happy', turn: 56 }, 'before')
    await scene.before(giftJar(500, 820, 0.9, ['drop', 'slice'], { turn: -30 }), brushes.object)
    await scene.glowBefore({ x: 478, y: 776, radius: 90, colour: '#ffe0a8', opacity: 0.5 })
  },
}
