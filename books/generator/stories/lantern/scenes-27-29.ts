import { brushes, withBrush } from '../../paint/brush.ts'
import { ridge } from '../../scenery/land.ts'
import { fir, firRow } from '../../scenery/plants.ts'
import { moon, snowfall, sparks, stars } from '../../scenery/sky.ts'
import { house } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path } from '../../svg.ts'
import { afterTheFall } from './after-the-fall.ts'

const snowPuffs = (places: readonly (readonly [x: number, y: number, size: number])[]): string =>
  places
    .map(
      ([x, y, size]) =>
        circle(x, y, size, '#ffffff') + circle(x + size, y + size * 0.4, size * 0.7, '#f3f7fd'),
    )
    .join('')

const darkHouse = { wall: '#4f5580', roof: '#aab7da', window: '#2b335e' }

export const pages27to29: Illustration[] = [
  {
    seed: 101,
    from: [0.6, -0.8],
    light: { grade: { colour: '#a5afd8', opacity: 0.3 }, rim: [0.85, 0.9, 1, 0.35] },
    prompt: 'seen from behind, a child and a fox stand in the snow at night above a dark village',
    textBox: box(0.09, 0.08, 0.6, 0.15),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#182650'], [0.36, '#2f4479'], [0.58, '#7683b2'], [1, '#7683b2'])
      await scene.behind(
        sparks(46, { x: 0, y: 240, width: 1000, height: 220 }, 6) + stars(30, 230, 9, '#aebadf'),
        brushes.detail,
      )
      await scene.behind(moon(835, 180, 80), brushes.flat)
      await scene.glow({ x: 835, y: 180, radius: 330, colour: '#c9d8ff', opacity: 0.6 })
      await scene.behind(ridge(480, 70, 7, '#7f90bf', { sharp: true }), brushes.farRidge)
      await scene.behind(ridge(560, 24, 3, '#9dacd2'), brushes.midRidge)
      await scene.behind(
        firRow({ from: 20, to: 980, y: 600, count: 13 }, 0.5, '#425988', 3, '#b9c7e4'),
        brushes.farTree,
      )
      await scene.behind(ridge(622, 14, 14, '#a9b7d9'), brushes.ground)
      await scene.behind(
        [
          [520, 668, 0.74],
          [612, 704, 0.84],
          [700, 664, 0.7],
          [796, 706, 0.88],
          [880, 670, 0.74],
          [706, 746, 0.98],
        ]
          .map(([x = 0, y = 0, scale = 1]) => house(x, y, scale, darkHouse))
          .join('') +
          path('M648,622 l17,-116 l17,116Z', '#8fa0cc') +
          path('M648,616 h34 v56 h-34Z', '#565c88'),
        brushes.flat,
      )
      await scene.behind(
        path('M-60,860 C140,740 320,760 520,800 C720,836 880,800 1060,760 V1080 H-60Z', '#cfd9ee'),
        withBrush(brushes.ground, { wash: 0.25 }),
      )
      await scene.behind(
        path('M-60,980 C200,870 420,880 620,900 C800,910 920,880 1060,860 V1080 H-60Z', '#9fb0d8'),
        withBrush(brushes.shadow, { blur: 26, opacity: 0.6 }),
      )
      await scene.behind(
        fir(890, 960, 1.7, '#3c5585', 9, '#c9d5ec') + fir(1000, 1010, 2.4, '#334a78', 12, '#c9d5ec'),
        brushes.tree,
      )
      await scene.behind(
        [
          [150, 1000],
          [180, 985],
          [204, 966],
          [230, 952],
        ]
          .map(([x = 0, y = 0]) => ellipse(x, y, 15, 6, '#93a5d0'))
          .join(''),
        brushes.detail,
      )
      await scene.shadow(300, 924, 104, '#5a6ea6', 0.5)
      await scene.shadow(478, 930, 100, '#5a6ea6', 0.5)
      await scene.fox({ x: 478, y: 930, scale: 1.05, pose: 'back', headTurn: -8 })
      await scene.child({
        x: 300,
        y: 756,
        scale: 1.12,
        pose: 'back',
        joints: { armRight: [34, 12] },
        outfit: afterTheFall,
      })
      await scene.before(snowfall(70, 9, 1.3), withBrush(brushes.detail, { opacity: 0.8 }))
    },
  },
  {
    seed: 281,
    from: [0.5, -0.7],
    light: { grade: { colour: '#a2b0d8', opacity: 0.3 }, rim: [0.95, 0.93, 0.8, 0.4] },
    prompt: 'a child kneels in the snow under a big moon, a fox presses close to keep the child warm',
    textBox: box(0.12, 0.078, 0.76, 0.16),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#12314c'], [0.35, '#24506d'], [0.7, '#6d94a6'], [1, '#6d94a6'])
      await scene.behind(sparks(34, { x: 0, y: 250, width: 1000, height: 320 }, 6), brushes.detail)
      await scene.glow({ x: 560, y: 530, radius: 500, colour: '#e6f0dc', opacity: 0.6 })
      await scene.behind(moon(560, 530, 262, '#f8efcf'), withBrush(brushes.flat, { wash: 0.3 }))
      await scene.behind(ridge(700, 40, 7, '#57809a', { sharp: true }), brushes.midRidge)
      await scene.behind(
        fir(60, 820, 2, '#2a5570', 3, '#c8dbe4') +
          fir(185, 810, 1.2, '#35627c', 5, '#c8dbe4') +
          fir(940, 820, 2.1, '#2a5570', 6, '#c8dbe4'),
        brushes.tree,
      )
      await scene.behind(
        path('M-60,820 C200,770 420,800 600,806 C800,810 940,780 1060,800 V1080 H-60Z', '#dde8ee'),
        withBrush(brushes.ground, { wash: 0.2 }),
      )
      await scene.shadow(400, 928, 170, '#5d84a2', 0.5)
      await scene.shadow(640, 950, 150, '#5d84a2', 0.5)
      await scene.fox({
        x: 650,
        y: 948,
        scale: 1.55,
        pose: 'sit',
        mirrored: true,
        mood: 'closed',
        headTurn: 16,
      })
      await scene.child({
        x: 390,
        y: 790,
        scale: 1.65,
        pose: 'kneel',
        joints: { lean: 8, head: 12, armRight: [38, 30], armLeft: [66, 30] },
        outfit: afterTheFall,
      })
      await scene.before(
        snowPuffs([
          [130, 1010, 60],
          [260, 1030, 50],
          [800, 1020, 60],
          [930, 1010, 70],
        ]) + path('M-60,990 C240,950 420,990 600,985 C800,980 940,960 1060,980 V1080 H-60Z', '#eef4f7'),
        withBrush(brushes.foreground, { blur: 2 }),
      )
      await scene.before(sparks(40, { x: 0, y: 640, width: 1000, height: 360 }, 8, '#ffffff'), brushes.detail)
    },
  },
  {
    seed: 291,
    from: [0.2, -0.7],
    light: {
      grade: { colour: '#d9a9b4', opacity: 0.26 },
      lamp: { x: 560, y: 700, radius: 420, colour: '#ffb877', opacity: 0.14 },
      rim: [1, 0.88, 0.66, 0.45],
    },
    prompt: 'close-up of a child and a fox who look at each other, a warm moon behind them',
    textBox: box(0.14, 0.08, 0.72, 0.15),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#3f2f5e'], [0.3, '#6b4676'], [0.65, '#c98088'], [1, '#efb183'])
      await scene.behind(sparks(30, { x: 0, y: 250, width: 1000, height: 260 }, 4, '#ffeccb'), brushes.detail)
      await scene.glow({ x: 500, y: 470, radius: 480, colour: '#ffd9a0', opacity: 0.7 })
      await scene.behind(moon(500, 460, 178, '#ffe9bd'), withBrush(brushes.flat, { wash: 0.25 }))
      await scene.behind(
        ridge(720, 40, 4, '#a8668a', { sharp: true }),
        withBrush(brushes.farRidge, { blur: 3 }),
      )
      await scene.behind(
        firRow({ from: 0, to: 1000, y: 840, count: 12 }, 0.7, '#7d4c78', 3, '#e9b6ad'),
        withBrush(brushes.farTree, { blur: 3 }),
      )
      await scene.behind(ridge(834, 20, 8, '#f0c4b2'), withBrush(brushes.midRidge, { blur: 2 }))
      await scene.fox({
        x: 715,
        y: 1075,
        scale: 2.15,
        pose: 'sit',
        mirrored: true,
        look: 6,
        headTurn: 10,
        mood: 'telling',
      })
      await scene.child({
        x: 305,
        y: 960,
        scale: 2.1,
        pose: 'stand',
        joints: { yaw: 0.3, head: 6, armRight: [40, 40] },
        outfit: afterTheFall,
      })
      await scene.before(
        path('M-60,1000 C200,950 380,990 560,985 C760,980 900,950 1060,985 V1080 H-60Z', '#f8ddcb'),
        withBrush(brushes.foreground, { blur: 3 }),
      )
      await scene.before(
        sparks(22, { x: 430, y: 600, width: 150, height: 380 }, 9, '#fff1c4') +
          sparks(24, { x: 0, y: 860, width: 1000, height: 140 }, 10, '#fff1e0'),
        brushes.detail,
      )
    },
  },
]
