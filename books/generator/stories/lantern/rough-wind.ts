import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow } from '../../scenery/plants.ts'
import { cloud, snowfall } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, place, stroke } from '../../svg.ts'
import { giftJar, rainbowDrop, sunsetSlice, warmSpark } from './gifts.ts'

/** A rough wind: cross brows, fat cheeks, and lips that blow, turned down to the left. */
const windFace = (x: number, y: number, scale: number): string =>
  place(
    { x, y, scale },
    stroke('M-112,-66 L-52,-32 M52,-74 L0,-38', '#2f2b48', 14) +
      ellipse(-68, -6, 17, 20, '#f1ecfa') +
      ellipse(16, -10, 17, 20, '#f1ecfa') +
      ellipse(-75, 2, 8, 11, '#2d2a45') +
      ellipse(9, -2, 8, 11, '#2d2a45') +
      ellipse(-98, 46, 40, 33, '#a79cc4') +
      ellipse(40, 46, 46, 38, '#a79cc4') +
      ellipse(-62, 74, 34, 30, '#8d82ad') +
      ellipse(-70, 78, 22, 20, '#2d2a45'),
  )

/** Streams of air, all blown out of the wind's mouth, over and past the child. */
const streams =
  stroke('M612,392 C500,430 420,380 300,360 C180,340 80,380 -40,350', '#f1edf8', 15, 0.7) +
  stroke(
    'M610,404 C520,470 430,460 330,450 C240,440 170,480 150,450 C138,426 168,410 186,430',
    '#f1edf8',
    9,
    0.6,
  ) +
  stroke(
    'M606,380 C520,370 470,310 380,296 C300,284 250,320 270,346 C284,362 306,350 302,334',
    '#f1edf8',
    9,
    0.6,
  ) +
  stroke('M620,412 C560,540 500,640 380,730 C280,800 120,800 -40,850', '#e2dcef', 12, 0.5) +
  stroke('M628,414 C600,600 620,740 560,860 C520,920 440,940 380,936', '#e2dcef', 10, 0.4)

/** Page 24: on the snowy ridge the rough wind blows the jar open and everything out of it; the child leans into the wind and holds on. */
export const roughWind: Illustration = {
  seed: 241,
  from: [0.7, -0.6],
  light: { grade: { colour: '#b0b0cc', opacity: 0.28 }, rim: [0.9, 0.88, 1, 0.4] },
  prompt:
    'on a snowy ridge a rough storm cloud with a cross face blows three small lights out of an open jar and away, a child in a yellow coat leans into the wind and holds on to the jar with both hands, a fox crouches behind',
  expression: 'worried',
  gaze: 'up-right',
  textBox: box(0.09, 0.085, 0.4, 0.2),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#3a3656'], [0.4, '#635d82'], [0.7, '#9a90a8'], [1, '#a095a8'])
    await scene.behind(cloud(160, 330, 1.6, '#5a5476', 3) + cloud(950, 640, 1.1, '#857c9a', 9), brushes.cloud)
    await scene.behind(
      cloud(770, 470, 2.1, '#5a5478', 5) +
        circle(770, 290, 178, '#776e94') +
        circle(616, 360, 106, '#6c648a') +
        circle(930, 350, 116, '#6c648a') +
        circle(676, 190, 92, '#7e759c') +
        circle(868, 180, 100, '#7e759c') +
        circle(770, 140, 80, '#857ca3'),
      withBrush(brushes.cloud, { volume: 1, volumeBlur: 20, blur: 3 }),
    )
    await scene.behind(windFace(740, 300, 1.5), withBrush(brushes.flat, { blur: 0.5 }))
    await scene.behind(ridge(720, 50, 4, '#8a84a8', { sharp: true }), brushes.farRidge)
    await scene.behind(
      `<g transform="rotate(8 500 800)">${firRow({ from: -140, to: 1140, y: 800, count: 12 }, 0.5, '#5a5a80', 7, '#c9cbe2')}</g>`,
      brushes.farTree,
    )
    await scene.behind(
      path('M-60,770 C160,800 420,850 640,850 C820,850 960,800 1060,770 V1090 H-60Z', '#dfe2f0'),
      withBrush(brushes.ground, { wash: 0.2 }),
    )
    await scene.behind(
      path('M-60,880 C220,900 500,940 760,930 C900,924 1000,900 1060,880 V1090 H-60Z', '#bfc4de'),
      withBrush(brushes.mist, { blur: 18, opacity: 0.8 }),
    )
    await scene.behind(streams, withBrush(brushes.cloud, { blur: 1.5 }))
    await scene.behind(
      stroke('M150,960 q90,-26 180,-20 M90,900 q60,-14 120,-10', '#9aa3c8', 8, 0.7),
      brushes.detail,
    )
    await scene.shadow(430, 948, 150, '#6b6f98', 0.45)
    await scene.shadow(690, 985, 150, '#6b6f98', 0.4)
    await scene.fox({
      x: 690,
      y: 985,
      scale: 1.1,
      pose: 'lie',
      mirrored: true,
      yaw: 0.2,
      mood: 'worried',
    })
    const figure = await scene.child({
      x: 420,
      y: 770,
      scale: 1.42,
      pose: 'pull',
      joints: {
        lean: 20,
        wind: -1,
        head: -8,
        armLeft: [14, 38],
        armRight: [56, 34],
        hands: ['hold', 'hold'],
        legLeft: [-34, -14, 0.8],
        legRight: [30, -34, 0.9],
      },
      outfit: wardrobe.coat,
    })
    const jar = {
      x: (figure.handLeft.x + figure.handRight.x) / 2 - 4,
      y: (figure.handLeft.y + figure.handRight.y) / 2 + 52,
    }
    await scene.onChild(giftJar(jar.x, jar.y, 1.1, [], { open: true, turn: 16 }), brushes.object)
    await scene.before(
      place(
        { x: 250, y: 600, turn: -38, scale: 1.1 },
        path('M-22,9 L-18,-9 H18 L22,9Z', '#b98a5c') + stroke('M-18,-8 H18', '#d3a877', 4),
      ),
      brushes.object,
    )
    const lights = [
      { x: 606, y: 500, radius: 100, colour: '#dff6ff' },
      { x: 376, y: 386, radius: 110, colour: '#ffc57a' },
      { x: 168, y: 452, radius: 110, colour: '#ffe6a0' },
    ] as const
    for (const light of lights) await scene.glowBefore({ ...light, opacity: 0.75 })
    await scene.before(
      stroke(
        'M604,650 C640,610 640,560 620,520 M590,470 C540,410 480,390 420,384 M330,384 C290,384 250,400 216,420',
        '#fff3d0',
        7,
        0.6,
      ) +
        rainbowDrop(lights[0].x, lights[0].y, 0.85, -40) +
        sunsetSlice(lights[1].x, lights[1].y, 0.9, -12) +
        warmSpark(lights[2].x, lights[2].y, 0.95),
      brushes.flower,
    )
    await scene.before(snowfall(60, 5, 1.4), withBrush(brushes.detail, { opacity: 0.8 }))
  },
}
