import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { fir } from '../../scenery/plants.ts'
import { snowfall } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, path, stroke } from '../../svg.ts'
import { giftJar, rainbowDrop, sunsetSlice, warmSpark } from './gifts.ts'

/** A bow wave of snow: round flakes thrown up before and beside somebody who slides. */
const thrown = (places: readonly (readonly [x: number, y: number, size: number])[]): string =>
  places
    .map(
      ([x, y, size]) =>
        circle(x, y, size, '#ffffff') + circle(x + size, y + size * 0.4, size * 0.7, '#eef3fb'),
    )
    .join('')

/** Page 25: down the slope on the seat of the trousers, the fox head first; three lights are blown away, far and small. */
export const snowSlide: Illustration = {
  seed: 251,
  from: [-0.5, -0.8],
  light: { grade: { colour: '#c3cdea', opacity: 0.22 }, rim: [0.95, 0.97, 1, 0.3] },
  prompt:
    'a child in a yellow coat slides down a steep snow slope with arms and legs in the air, a fox slides behind, an open empty jar rolls away, three small lights are blown away into the sky',
  expression: 'surprised',
  gaze: 'up-right',
  textBox: box(0.09, 0.775, 0.5, 0.15),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#6f8fc4'], [0.5, '#a9c3e4'], [1, '#dce8f4'])
    await scene.behind(ridge(470, 110, 12, '#a9bfe2', { sharp: true, slope: 120 }), brushes.farRidge)
    await scene.behind(ridge(600, 60, 5, '#c2d3ec', { sharp: true, slope: 160 }), brushes.midRidge)
    await scene.behind(
      fir(50, 300, 0.9, '#567aa6', 3, '#eef4fc') + fir(150, 356, 0.7, '#5d80aa', 4, '#eef4fc'),
      brushes.tree,
    )
    await scene.behind(
      path('M-90,230 C120,300 330,470 560,610 C760,720 900,790 1090,850 L1090,1100 L-90,1100Z', '#f3f7fd'),
      withBrush(brushes.ground, { wash: 0.12, grain: 0.08 }),
    )
    await scene.behind(
      path('M60,330 C260,440 460,590 660,720 L760,800 C560,720 300,560 90,410Z', '#c3d3ed'),
      withBrush(brushes.mist, { blur: 10, opacity: 0.9 }),
    )
    await scene.behind(
      fir(880, 820, 1.1, '#4d719d', 8, '#eef4fc') + fir(985, 920, 1.6, '#446794', 9, '#eef4fc'),
      brushes.tree,
    )
    await scene.behind(
      stroke(
        'M80,352 q90,40 170,100 M120,420 q90,46 160,104 M330,520 q60,36 110,76 M60,560 q120,70 220,170 M160,580 q90,60 160,140 M-20,700 q120,60 200,150',
        '#9db6de',
        9,
        0.8,
      ),
      brushes.detail,
    )
    await scene.behind(
      stroke(
        'M600,420 C640,330 720,300 760,240 C790,190 750,150 716,176 C694,196 716,224 738,212 M640,440 C740,380 800,330 880,250 M660,470 C780,420 860,380 950,330',
        '#ffffff',
        7,
        0.75,
      ),
      withBrush(brushes.cloud, { blur: 1.5 }),
    )
    await scene.glow({ x: 700, y: 110, radius: 100, colour: '#e9fbff', opacity: 0.8 })
    await scene.glow({ x: 830, y: 170, radius: 110, colour: '#ffd08a', opacity: 0.85 })
    await scene.glow({ x: 925, y: 270, radius: 100, colour: '#fff0b0', opacity: 0.95 })
    await scene.behind(
      rainbowDrop(700, 110, 0.7, 24) + sunsetSlice(830, 168, 0.72, 20) + warmSpark(925, 270, 0.7),
      brushes.flower,
    )
    await scene.shadow(556, 712, 150, '#7f9cd0', 0.5)
    await scene.fox({ x: 205, y: 448, scale: 1.06, pose: 'leap', turn: 32, mood: 'surprised' })
    await scene.child({
      x: 530,
      y: 646,
      scale: 1.42,
      pose: 'sit',
      turn: 14,
      joints: {
        armLeft: [-96, -16],
        armRight: [84, 30],
        legLeft: [92, 14, 0.9],
        legRight: [78, 2, 0.9],
        lean: -22,
        wind: -0.9,
        head: 4,
        yaw: 0.2,
      },
      outfit: wardrobe.coat,
    })
    await scene.before(
      thrown([
        [420, 640, 34],
        [470, 680, 46],
        [380, 600, 26],
        [540, 710, 34],
        [620, 740, 40],
        [700, 776, 46],
        [770, 790, 34],
        [640, 770, 30],
        [820, 760, 20],
        [850, 730, 12],
        [796, 716, 14],
        [190, 490, 26],
        [240, 520, 34],
        [320, 560, 28],
        [370, 566, 18],
      ]),
      withBrush(brushes.cloud, { blur: 3 }),
    )
    await scene.before(giftJar(770, 940, 1.15, [], { open: true, turn: 78 }), brushes.object)
    await scene.before(
      stroke('M610,856 q40,10 74,30 M650,826 q36,10 66,30', '#9db6de', 6, 0.8),
      brushes.detail,
    )
    await scene.behind(snowfall(60, 8, 1.3), brushes.detail)
  },
}
