import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { fir, firRow } from '../../scenery/plants.ts'
import { cloud, rain, snowfall, sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, place, stroke } from '../../svg.ts'
import { afterTheFall } from './after-the-fall.ts'
import { rainbowDrop, sunsetSlice, warmSpark } from './gifts.ts'

/** A rough wind with puffed cheeks. */
const windFace = (x: number, y: number, scale: number): string =>
  place(
    { x, y, scale },
    stroke('M-66,-46 L-16,-26 M72,-52 L26,-28', '#3a3654', 11) +
      ellipse(-36, -8, 11, 13, '#2d2a45') +
      ellipse(42, -12, 11, 13, '#2d2a45') +
      ellipse(-66, 40, 34, 28, '#8d83a8') +
      ellipse(66, 34, 34, 28, '#8d83a8') +
      ellipse(-6, 56, 25, 22, '#2d2a45') +
      ellipse(-6, 60, 16, 12, '#544b70'),
  )

const snowPuffs = (places: readonly (readonly [x: number, y: number, size: number])[]): string =>
  places
    .map(
      ([x, y, size]) =>
        circle(x, y, size, '#ffffff') + circle(x + size, y + size * 0.4, size * 0.7, '#f3f7fd'),
    )
    .join('')

export const pages24to26: Illustration[] = [
  {
    seed: 241,
    from: [0.7, -0.6],
    light: { grade: { colour: '#9b9cc0', opacity: 0.34 }, rim: [0.85, 0.85, 1, 0.3] },
    prompt: 'a rough storm wind with puffed cheeks tosses a child and a fox through dark clouds',
    textBox: box(0.14, 0.76, 0.72, 0.16),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#3a3656'], [0.4, '#6a6486'], [0.7, '#a095a8'], [1, '#a095a8'])
      await scene.behind(
        cloud(200, 170, 2.1, '#5a5476', 3) +
          cloud(80, 420, 1.5, '#6f6888', 4) +
          cloud(900, 520, 1.3, '#857c9a', 9),
        brushes.cloud,
      )
      await scene.behind(
        cloud(720, 330, 2.3, '#4d4869', 5) +
          circle(740, 220, 150, '#746b90') +
          circle(620, 270, 100, '#6a6286') +
          circle(870, 262, 104, '#6a6286') +
          circle(660, 150, 80, '#7a7197') +
          circle(830, 150, 86, '#7a7197'),
        withBrush(brushes.cloud, { volume: 1, volumeBlur: 20, blur: 3 }),
      )
      await scene.behind(windFace(720, 222, 1.25), withBrush(brushes.flat, { blur: 0.6 }))
      await scene.behind(
        stroke('M690,310 C560,420 380,380 210,470 C90,530 40,500 -40,560', '#e4def0', 15, 0.6) +
          stroke(
            'M710,320 C600,500 420,470 260,600 C170,670 120,630 150,590 C176,560 210,590 190,616',
            '#e4def0',
            9,
            0.6,
          ) +
          stroke(
            'M670,300 C520,330 340,290 180,340 C60,380 30,320 70,296 C100,280 120,310 100,326',
            '#e4def0',
            9,
            0.55,
          ) +
          stroke('M720,330 C680,520 560,600 420,700 C300,780 120,760 -40,800', '#cfc6e0', 12, 0.45),
        withBrush(brushes.cloud, { blur: 1.5 }),
      )
      await scene.behind(
        `<g transform="rotate(-14 500 800)">${ridge(690, 40, 4, '#6b6483', { sharp: true })}</g>`,
        brushes.farRidge,
      )
      await scene.behind(
        `<g transform="rotate(-14 500 800)">${firRow({ from: -140, to: 1140, y: 770, count: 18 }, 0.5, '#474263', 7)}${ridge(760, 14, 6, '#3b3757')}</g>`,
        brushes.farTree,
      )
      await scene.behind(rain(90, 5, '#d8d6e8'), brushes.detail)
      await scene.behind(
        path('M-90,800 C200,790 640,720 1090,560 L1090,1100 L-90,1100Z', '#2f2b48'),
        withBrush(brushes.ground, { wash: 0.2 }),
      )
      await scene.fox({
        x: 650,
        y: 700,
        scale: 1.05,
        pose: 'leap',
        turn: 24,
        mirrored: true,
        headTurn: -14,
        mood: 'worried',
      })
      await scene.child({ x: 330, y: 520, scale: 1.22, pose: 'tumble', turn: -16, outfit: wardrobe.snow })
      await scene.glow({ x: 120, y: 262, radius: 100, colour: '#cfefff', opacity: 0.6 })
      await scene.glow({ x: 470, y: 120, radius: 100, colour: '#ffc57a', opacity: 0.6 })
      await scene.glow({ x: 560, y: 460, radius: 90, colour: '#ffe6a0', opacity: 0.6 })
      await scene.behind(
        rainbowDrop(120, 262, 0.9, -30) + sunsetSlice(470, 120, 0.9, 24) + warmSpark(560, 460, 0.8),
        brushes.flower,
      )
    },
  },
  {
    seed: 251,
    from: [-0.5, -0.8],
    light: { grade: { colour: '#b7c4e6', opacity: 0.26 }, rim: [0.95, 0.97, 1, 0.3] },
    prompt: 'a child and a fox tumble down a steep snow slope while three small lights fly away',
    textBox: box(0.08, 0.74, 0.64, 0.17),
    ink: inks.dark,
    async paint(scene) {
      await scene.sky([0, '#6f8fc4'], [0.5, '#a9c3e4'], [1, '#dce8f4'])
      await scene.behind(ridge(470, 110, 12, '#a9bfe2', { sharp: true, slope: 120 }), brushes.farRidge)
      await scene.behind(ridge(560, 60, 5, '#c2d3ec', { sharp: true, slope: 160 }), brushes.midRidge)
      await scene.behind(
        fir(60, 330, 0.9, '#567aa6', 3, '#eef4fc') + fir(150, 380, 0.7, '#5d80aa', 4, '#eef4fc'),
        brushes.tree,
      )
      await scene.behind(
        path('M-90,270 C120,330 330,470 560,570 C760,650 900,690 1090,730 L1090,1100 L-90,1100Z', '#f3f7fd'),
        withBrush(brushes.ground, { wash: 0.12, grain: 0.08 }),
      )
      await scene.behind(
        path('M140,400 C330,520 520,640 1090,800 L1090,850 C700,760 420,640 200,470Z', '#c9d8ef'),
        withBrush(brushes.mist, { blur: 14, opacity: 0.8 }),
      )
      await scene.behind(
        fir(930, 800, 1.3, '#4d719d', 8, '#eef4fc') + fir(1000, 890, 1.7, '#446794', 9, '#eef4fc'),
        brushes.tree,
      )
      await scene.behind(
        stroke('M60,360 q60,20 90,50 M180,450 q50,20 84,56 M560,640 q60,30 110,34', '#a9c0e2', 8, 0.8),
        brushes.detail,
      )
      await scene.behind(
        stroke(
          'M520,330 C640,260 700,220 780,110 M560,360 C700,330 800,290 890,210 M500,300 C540,180 580,120 630,70',
          '#ffffff',
          6,
          0.6,
        ),
        withBrush(brushes.cloud, { blur: 1.5 }),
      )
      await scene.glow({ x: 640, y: 84, radius: 110, colour: '#e9fbff', opacity: 0.8 })
      await scene.glow({ x: 800, y: 120, radius: 120, colour: '#ffd08a', opacity: 0.8 })
      await scene.glow({ x: 905, y: 232, radius: 110, colour: '#fff0b0', opacity: 0.9 })
      await scene.behind(
        rainbowDrop(640, 84, 1, 24) + sunsetSlice(800, 116, 1.1, 30) + warmSpark(905, 232, 1),
        brushes.flower,
      )
      await scene.shadow(380, 560, 110, '#7f9cd0', 0.5)
      await scene.fox({ x: 700, y: 640, scale: 1.1, pose: 'leap', turn: 38, mood: 'surprised' })
      await scene.behind(
        place(
          { x: 180, y: 210, turn: -40, scale: 1.2 },
          path('M-58,20 C-59,-22 -30,-42 0,-42 C30,-42 59,-22 58,20Z', '#3d7c82') +
            path('M-61,30 C-30,14 30,14 61,30 L60,8 C30,-8 -30,-8 -60,8Z', '#79a8ad') +
            circle(0, -50, 15, '#f4e5ca'),
        ),
        brushes.object,
      )
      await scene.child({
        x: 370,
        y: 430,
        scale: 1.25,
        pose: 'tumble',
        turn: 30,
        joints: { head: -4 },
        outfit: afterTheFall,
      })
      await scene.before(
        snowPuffs([
          [240, 560, 34],
          [300, 610, 46],
          [190, 500, 26],
          [380, 640, 30],
          [560, 690, 36],
          [640, 720, 44],
          [790, 720, 34],
        ]),
        withBrush(brushes.cloud, { blur: 3 }),
      )
      await scene.behind(snowfall(60, 8, 1.3), brushes.detail)
    },
  },
  {
    seed: 261,
    from: [0.4, -0.8],
    light: { grade: { colour: '#a9b5dd', opacity: 0.3 }, rim: [0.9, 0.95, 1, 0.35] },
    prompt: 'close-up of a sad child in falling snow with empty open hands, a fox behind',
    textBox: box(0.12, 0.08, 0.76, 0.15),
    ink: inks.dark,
    async paint(scene) {
      await scene.sky([0, '#c3d0e8'], [0.3, '#b4c4e2'], [0.7, '#8fa3cf'], [1, '#7f93c2'])
      await scene.behind(
        firRow({ from: 0, to: 1000, y: 780, count: 7 }, 1.8, '#8ea4cd', 4, '#c6d3ea'),
        withBrush(brushes.farTree, { blur: 7, opacity: 0.8 }),
      )
      await scene.behind(ridge(770, 30, 5, '#d3deef'), withBrush(brushes.midRidge, { blur: 3 }))
      await scene.behind(snowfall(90, 4, 2), withBrush(brushes.detail, { blur: 2 }))
      await scene.fox({
        x: 805,
        y: 1060,
        scale: 1.9,
        pose: 'sit',
        mirrored: true,
        look: 4,
        lookDown: 2,
        headTurn: 12,
        mood: 'worried',
      })
      const child = await scene.child({
        x: 440,
        y: 890,
        scale: 2.3,
        pose: 'hold',
        joints: { armLeft: [-30, 82], armRight: [30, -82], head: 9 },
        outfit: afterTheFall,
      })
      const palm = {
        x: (child.handLeft.x + child.handRight.x) / 2,
        y: (child.handLeft.y + child.handRight.y) / 2,
      }
      await scene.onChild(
        path(
          `M${palm.x - 78},${palm.y - 12} C${palm.x - 50},${palm.y - 54} ${palm.x - 16},${palm.y - 40} ${palm.x},${palm.y - 50} C${palm.x + 30},${palm.y - 58} ${palm.x + 60},${palm.y - 40} ${palm.x + 78},${palm.y - 12} C${palm.x + 40},${palm.y + 8} ${palm.x - 40},${palm.y + 8} ${palm.x - 78},${palm.y - 12}Z`,
          '#f2f6fd',
        ),
        withBrush(brushes.object, { volume: 0.8 }),
      )
      await scene.before(
        path('M-60,970 C120,930 240,960 380,985 C560,1010 760,960 1060,985 V1080 H-60Z', '#eaf0fa'),
        withBrush(brushes.foreground, { blur: 2 }),
      )
      await scene.before(
        sparks(30, { x: 0, y: 640, width: 1000, height: 340 }, 6, '#ffffff') +
          sparks(16, { x: 0, y: 260, width: 200, height: 500 }, 7, '#ffffff') +
          sparks(16, { x: 700, y: 260, width: 300, height: 300 }, 8, '#ffffff'),
        withBrush(brushes.detail, { blur: 1 }),
      )
    },
  },
]
