import { owl } from '../../animals/owl.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles, pools, tufts } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { branch, flowers, grass, spray, tree } from '../../scenery/plants.ts'
import { cloud } from '../../scenery/sky.ts'
import { village } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path, stroke } from '../../svg.ts'
import { wideWorld } from './wide-world.ts'

const meadowFlowers = ['#e9d27a', '#f3e9d2', '#d98a7c', '#b9a4d4']
const greens = ['#6d9c54', '#8ab766', '#5d8c4e'] as const

export const pages7to9: Illustration[] = [
  {
    seed: 21,
    from: [-0.7, -0.7],
    prompt: 'a child in dungarees walks along a path through a spring meadow in morning light beside a fox',
    textBox: box(0.1, 0.09, 0.62, 0.19),
    ink: inks.dark,
    async paint(scene) {
      await scene.sky([0, '#9fcfdf'], [0.34, '#d8e9e2'], [0.55, '#fbeccb'], [1, '#fbeccb'])
      await scene.glow({ x: 180, y: 340, radius: 420, colour: '#fff0c0', opacity: 0.7 })
      await scene.behind(cloud(800, 330, 0.9, '#fdf8ea', 3), brushes.cloud)
      await scene.behind(ridge(450, 50, 5, '#b9d0cf', { sharp: true, bumps: 6 }), brushes.farRidge)
      await scene.behind(ridge(510, 30, 8, '#a9cbb4'), brushes.midRidge)
      await scene.behind(village(240, 566, 0.46, 5), brushes.object)
      await scene.behind(ridge(600, 24, 15, '#9cc07e', { slope: -40 }), brushes.ground)
      await scene.behind(
        [60, 130, 905, 965]
          .map((x, index) =>
            tree(
              x,
              628 - (index > 1 ? 10 : 0),
              0.38 + (index % 3) * 0.06,
              ['#6f9f74', '#86b37c', '#aacb88'],
              30 + index,
            ),
          )
          .join(''),
        brushes.tree,
      )
      await scene.behind(ridge(690, 22, 18, '#86b268', { slope: 60 }), brushes.ground)
      await scene.behind(
        path(
          'M430,600 C470,622 620,640 620,690 C620,740 400,750 370,820 C350,870 250,960 120,1090 L820,1090 C790,970 700,900 660,830 C620,766 690,740 684,680 C676,626 500,616 450,596Z',
          '#ecd8aa',
        ),
        brushes.ground,
      )
      await scene.behind(
        grass(-10, 360, 800, 46, greens, 120, 5, 60) + grass(800, 1010, 800, 46, greens, 70, 6),
        brushes.grass,
      )
      await scene.behind(
        tufts({ from: -20, to: 340, top: 700, bottom: 940 }, greens, 110, 4) +
          tufts({ from: 720, to: 1020, top: 680, bottom: 940 }, greens, 100, 5) +
          pebbles({ from: 330, to: 720, top: 760, bottom: 990 }, ['#cbb488', '#f6e9c8'], 70, 6),
        brushes.detail,
      )
      await scene.shadow(690, 946, 120, '#7d6f52', 0.3)
      await scene.shadow(225, 944, 130, '#6a6f4a', 0.3)
      await scene.fox({ x: 215, y: 926, scale: 1.12, pose: 'leap', mood: 'happy' })
      await scene.child({
        x: 660,
        y: 730,
        scale: 1.36,
        pose: 'run',
        outfit: wardrobe.day,
        joints: { lean: 6, head: -2, armRight: [72, 50], armLeft: [-70, -30] },
      })
      await scene.before(
        grass(-20, 260, 1020, 120, ['#587f45', '#6f9c52', '#87b160'], 110, 8) +
          grass(760, 1020, 1020, 130, ['#587f45', '#6f9c52', '#87b160'], 110, 9),
        brushes.grass,
      )
      await scene.before(
        flowers(-10, 240, 910, 985, meadowFlowers, 24, 12) +
          flowers(770, 1010, 900, 985, meadowFlowers, 22, 13),
        brushes.flower,
      )
    },
  },
  wideWorld,
  {
    seed: 29,
    from: [-0.7, -0.6],
    prompt:
      'a child climbs a rope ladder to a wooden platform in a huge old tree, an owl sits on a branch above',
    textBox: box(0.545, 0.085, 0.37, 0.2),
    ink: inks.dark,
    async paint(scene) {
      await scene.sky([0, '#c5dfd3'], [0.5, '#eef0d4'], [1, '#f6ebc8'])
      await scene.glow({ x: 760, y: 260, radius: 460, colour: '#fff6d6', opacity: 0.7 })
      await scene.behind(ridge(760, 24, 4, '#a9c793'), brushes.midRidge)
      await scene.behind(
        [640, 760, 880, 980]
          .map((x, index) =>
            tree(x, 800, 0.7 + (index % 2) * 0.2, ['#9cc294', '#b3d0a0', '#cfe0b4'], 50 + index),
          )
          .join(''),
        withBrush(brushes.farTree, { blur: 1.4 }),
      )
      await scene.behind(path('M-60,820 C300,790 700,800 1060,830 V1080 H-60Z', '#8fb56a'), brushes.ground)
      await scene.behind(
        path(
          'M120,1000 C180,760 150,420 110,-60 H400 C370,300 380,760 470,1000 C400,980 360,960 330,1010 C280,970 200,980 120,1000Z',
          '#8a654c',
        ) + stroke('M190,120 C210,380 200,640 220,880 M300,60 C290,360 300,600 330,860', '#6f4e3a', 6, 0.6),
        withBrush(brushes.object, { volume: 0.9, volumeBlur: 20 }),
      )
      await scene.behind(
        path('M330,330 C480,300 640,330 760,300 L770,336 C640,372 480,350 340,390Z', '#8a654c'),
        brushes.object,
      )
      await scene.behind(owl({ x: 470, y: 326, scale: 1.2 }), brushes.figure)
      await scene.behind(
        spray(60, 40, 9, 170, 90, 260, ['#6f9f5e', '#8ab766', '#b4cf7d'], 3) +
          spray(360, 20, 9, 170, 100, 230, ['#6f9f5e', '#8ab766', '#b4cf7d'], 8) +
          branch(760, 310, 150, 30, '#8a654c', ['#8ab766', '#b4cf7d'], 7, 7, 60),
        brushes.foreground,
      )
      await scene.behind(
        stroke('M560,330 C566,520 556,760 572,980 M680,324 C676,540 690,780 678,980', '#b59a72', 7) +
          Array.from({ length: 9 }, (_, index) =>
            stroke(`M562,${410 + index * 66} H682`, '#a3845c', 11),
          ).join(''),
        brushes.object,
      )
      await scene.behind(
        pools({ top: 840, bottom: 980 }, '#dfe6a6', 6, 5),
        withBrush(brushes.mist, { opacity: 0.4, blur: 18 }),
      )
      await scene.behind(tufts({ top: 830, bottom: 980 }, greens, 120, 7), brushes.detail)
      await scene.fox({ x: 850, y: 968, scale: 1.05, pose: 'sit', look: -5, headTurn: -6 })
      await scene.child({
        x: 622,
        y: 690,
        scale: 1.3,
        pose: 'hold',
        outfit: wardrobe.day,
        joints: {
          armLeft: [-132, -20],
          armRight: [128, 26],
          head: -5,
          yaw: -0.1,
          legRight: [42, -66, 0.5],
          legLeft: [-10, -4, -0.5],
        },
      })
      await scene.before(
        grass(-20, 500, 1020, 90, greens, 140, 8) + grass(700, 1020, 1025, 80, greens, 90, 5),
        brushes.grass,
      )
    },
  },
]
