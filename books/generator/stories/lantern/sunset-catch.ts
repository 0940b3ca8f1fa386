import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { firRow, reeds } from '../../scenery/plants.ts'
import { cloud, stars } from '../../scenery/sky.ts'
import { boat, ripples } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, rect, verticalGradient } from '../../svg.ts'
import { giftJar, sunsetSlice } from './gifts.ts'

const sun = { x: 190, y: 510 }

/** The sun's road over the water, broken by ripples, wider as it comes near. */
const sunRoad = [0, 1, 2, 3, 4, 5, 6, 7]
  .map((index) =>
    ellipse(
      sun.x + index * 12,
      556 + index * 34 + index * index * 2,
      60 + index * 7,
      7 + index * 1.4,
      '#ffd596',
      0.9,
    ),
  )
  .join('')

const drips = (x: number, y: number): string =>
  [
    [-34, 34, 5],
    [-12, 46, 6],
    [14, 40, 5],
    [34, 54, 6],
    [2, 76, 4],
  ]
    .map(([dx = 0, dy = 0, size = 0]) => circle(x + dx, y + dy, size, '#ffc07a'))
    .join('')

/** Page 17: the sun sinks behind the hills, and over the boat's side the child scoops a slice of it out of the lake. */
export const sunsetCatch: Illustration = {
  seed: 55,
  from: [-0.6, -0.5],
  light: {
    grade: { colour: '#d4acb6', opacity: 0.28 },
    lamp: { x: 200, y: 740, radius: 420, colour: '#ffb04a', opacity: 0.22 },
    rim: [1, 0.8, 0.5, 0.4],
  },
  prompt:
    'a lake at sunset, the sun half sunk behind the hills, a child leans over the side of a little red boat and scoops a glowing slice of the sunset out of the water with both hands, a fox watches beside an open glass jar',
  expression: 'surprised',
  gaze: 'down-left',
  textBox: box(0.12, 0.085, 0.76, 0.13),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#39457c'], [0.22, '#6a5f9a'], [0.4, '#e3969a'], [0.52, '#fbc48c'], [1, '#f9d3a4'])
    await scene.behind(stars(16, 200, 4), brushes.detail)
    await scene.glow({ ...sun, radius: 470, colour: '#ffb070', opacity: 0.85 })
    await scene.behind(
      circle(sun.x, sun.y, 104, '#f7854c') +
        circle(sun.x, sun.y, 82, '#ffb05c') +
        circle(sun.x, sun.y, 56, '#ffdc94'),
      brushes.flat,
    )
    await scene.behind(cloud(800, 330, 0.9, '#e9a2a0', 3) + cloud(470, 290, 0.6, '#d793a4', 8), brushes.cloud)
    await scene.behind(
      path(
        'M-60,560 V486 C40,470 120,512 220,514 C320,512 380,450 480,440 C600,430 680,482 800,452 C900,430 980,450 1060,470 V560Z',
        '#8d6f9c',
      ),
      brushes.midRidge,
    )
    await scene.behind(firRow({ from: 560, to: 1010, y: 546, count: 14 }, 0.4, '#5d507f', 2), brushes.farTree)
    await scene.behind(
      rect(-60, 542, 1120, 580, 'url(#water)'),
      brushes.wash,
      verticalGradient('water', [
        [0, '#f3b48c'],
        [0.2, '#c98a9c'],
        [0.5, '#7b73a4'],
        [1, '#414f88'],
      ]),
    )
    await scene.behind(sunRoad, withBrush(brushes.flat, { edge: 0.1, blur: 1.5 }))
    await scene.behind(
      ripples(556, 1010, '#f9dcae', 46, 5, 0.5) + ripples(566, 1010, '#59588f', 60, 6, 0.45),
      withBrush(brushes.flat, { edge: 0.1 }),
    )
    await scene.behind(boat(664, 850, 1.85, 'inside'), brushes.object)
    await scene.fox({
      x: 766,
      y: 846,
      scale: 1.26,
      pose: 'sit',
      look: -6,
      lookDown: 2,
      yaw: -0.6,
      mood: 'surprised',
      mirrored: true,
      headTurn: 10,
    })
    await scene.behind(giftJar(896, 826, 1.1, ['drop'], { open: true }), brushes.object)
    const figure = await scene.child({
      x: 452,
      y: 806,
      scale: 1.48,
      pose: 'offer',
      outfit: wardrobe.coat,
      joints: {
        head: 2,
        lean: 26,
        armLeft: [58, 12],
        armRight: [44, 30],
        armLength: 1.22,
        legLeft: [-8, 4, null],
        legRight: [8, -4, null],
        thighLength: 0.5,
        shinLength: 0.3,
      },
      mirrored: true,
    })
    const slice = {
      x: (figure.handLeft.x + figure.handRight.x) / 2 - 4,
      y: (figure.handLeft.y + figure.handRight.y) / 2 - 30,
    }
    await scene.glow({ ...slice, radius: 260, colour: '#ffc070', opacity: 0.9 })
    await scene.before(boat(664, 850, 1.85, 'hull'), withBrush(brushes.object, { volume: 0.8 }))
    await scene.onChild(sunsetSlice(slice.x, slice.y, 1.7, -8), brushes.detail)
    await scene.before(drips(slice.x, slice.y), brushes.detail)
    await scene.glowBefore({ ...slice, radius: 110, colour: '#ffe2a8', opacity: 0.5 })
    await scene.before(ripples(938, 985, '#dfd0e2', 14, 3, 0.6), withBrush(brushes.flat, { edge: 0.1 }))
    await scene.before(
      reeds(-20, 110, 1040, 230, ['#3b4469', '#4b5579', '#596087'], 8) +
        reeds(920, 1020, 1040, 190, ['#3b4469', '#4b5579'], 9),
      brushes.grass,
    )
  },
}
