import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { firRow } from '../../scenery/plants.ts'
import { cloud, snowfall } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, place, stroke } from '../../svg.ts'
import { giftJar, rainbowDrop, sunsetSlice, warmSpark } from './gifts.ts'

/** A rough wind: cross brows, fat cheeks, and a mouth that sucks everything in. */
const windFace = (x: number, y: number, scale: number): string =>
  place(
    { x, y, scale },
    stroke('M-86,-66 L-24,-36 M78,-74 L26,-40', '#2f2b48', 14) +
      ellipse(-44, -10, 17, 20, '#f1ecfa') +
      ellipse(40, -14, 17, 20, '#f1ecfa') +
      ellipse(-50, -4, 8, 11, '#2d2a45') +
      ellipse(34, -8, 8, 11, '#2d2a45') +
      ellipse(-84, 46, 36, 30, '#9d92bb') +
      ellipse(74, 40, 36, 30, '#9d92bb') +
      ellipse(-14, 72, 36, 33, '#2d2a45') +
      ellipse(-14, 80, 23, 18, '#544b70'),
  )

/** Streams of air, all drawn towards the wind's mouth. */
const streams =
  stroke('M700,420 C600,470 480,430 340,480 C220,520 120,470 -40,540', '#f1edf8', 15, 0.65) +
  stroke(
    'M704,430 C600,520 460,520 360,600 C280,660 160,640 150,590 C148,560 184,556 190,582',
    '#f1edf8',
    9,
    0.6,
  ) +
  stroke(
    'M690,404 C560,400 460,330 320,360 C210,384 160,330 196,300 C226,280 250,310 232,330',
    '#f1edf8',
    9,
    0.6,
  ) +
  stroke('M716,440 C660,600 520,640 400,690 C260,750 120,730 -40,770', '#e2dcef', 12, 0.5) +
  stroke('M720,450 C760,560 860,600 1040,610', '#e2dcef', 10, 0.45)

/** Page 24: on the snowy ridge the rough wind tears the jar open; child and fox hold on with all their strength. */
export const roughWind: Illustration = {
  seed: 241,
  from: [0.7, -0.6],
  light: { grade: { colour: '#b0b0cc', opacity: 0.28 }, rim: [0.9, 0.88, 1, 0.4] },
  prompt:
    'on a snowy ridge a rough storm cloud with a cross face sucks three small lights out of an open jar, a child in a yellow coat pulls back with both hands, a fox holds on',
  expression: 'determined',
  gaze: 'up-right',
  textBox: box(0.09, 0.085, 0.44, 0.19),
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
    await scene.behind(windFace(770, 290, 1.4), withBrush(brushes.flat, { blur: 0.5 }))
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
    await scene.shadow(330, 948, 150, '#6b6f98', 0.45)
    await scene.shadow(120, 968, 110, '#6b6f98', 0.4)
    await scene.fox({
      x: 130,
      y: 968,
      scale: 1.06,
      pose: 'walk',
      headTurn: -10,
      look: 5,
      lookDown: -3,
      mood: 'worried',
    })
    const figure = await scene.child({
      x: 330,
      y: 770,
      scale: 1.42,
      pose: 'pull',
      outfit: wardrobe.coat,
    })
    const jar = { x: figure.handRight.x - 6, y: figure.handRight.y + 40 }
    await scene.onChild(giftJar(jar.x, jar.y, 1.15, [], { open: true, turn: 52 }), brushes.object)
    await scene.onChild(
      place(
        { x: jar.x + 130, y: jar.y - 10, turn: 38, scale: 1.15 },
        path('M-22,9 L-18,-9 H18 L22,9Z', '#b98a5c') + stroke('M-18,-8 H18', '#d3a877', 4),
      ) + stroke(`M${jar.x + 84},${jar.y - 28} l16,-4 M${jar.x + 92},${jar.y} l14,6`, '#f4f0fa', 5, 0.9),
      brushes.object,
    )
    const lights = [
      { x: jar.x + 150, y: jar.y - 104, radius: 100, colour: '#dff6ff' },
      { x: jar.x + 66, y: jar.y - 190, radius: 110, colour: '#ffc57a' },
      { x: jar.x + 196, y: jar.y - 196, radius: 110, colour: '#ffe6a0' },
    ] as const
    for (const light of lights) await scene.glowBefore({ ...light, opacity: 0.75 })
    await scene.before(
      rainbowDrop(lights[0].x, lights[0].y, 0.95, 40) +
        sunsetSlice(lights[1].x, lights[1].y, 0.9, -24) +
        warmSpark(lights[2].x, lights[2].y, 0.9),
      brushes.flower,
    )
    await scene.before(snowfall(60, 5, 1.4), withBrush(brushes.detail, { opacity: 0.8 }))
  },
}
