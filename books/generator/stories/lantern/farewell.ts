import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { fir, spray } from '../../scenery/plants.ts'
import { moon, snowfall, stars } from '../../scenery/sky.ts'
import { lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, rect, stroke } from '../../svg.ts'

const boxLeaves = ['#4f7f6b', '#5f9078', '#44705f'] as const

const pawPrints = [
  [900, 900],
  [850, 922],
  [790, 926],
  [740, 944],
  [690, 946],
  [650, 968],
] as const

const timber = '#6b4d52'

/** The child's home from outside: gable, timbers, the lit window, a door with a lamp. */
const cottage =
  rect(560, 340, 480, 520, '#a58a8c') +
  path('M490,366 L640,206 H1060 V366Z', '#dde3f2') +
  path('M490,366 L520,334 C600,350 640,330 720,344 C820,358 900,330 1060,346 V366Z', '#c3cce4') +
  rect(500, 356, 560, 20, '#463653', 6) +
  path('M566,376 h16 v490 h-16Z', timber) +
  path('M860,640 h20 v220 h-20Z M566,638 h480 v16 h-480Z', timber) +
  path('M906,862 V730 Q960,676 1014,730 V862Z', '#7a4f42') +
  stroke('M960,704 V862', '#5b3a34', 4, 0.7) +
  rect(930, 160, 60, 100, '#4c3d58')

/** Page 34: over the fox's shoulder. It is on its way and looks back; small and bright behind it, the child waves from the window. */
export const farewell: Illustration = {
  seed: 341,
  from: [0.5, -0.6],
  light: {
    grade: { colour: '#c0b0cc', opacity: 0.22 },
    lamp: { x: 735, y: 520, radius: 330, colour: '#ffbe70', opacity: 0.18 },
    rim: [1, 0.88, 0.6, 0.45],
  },
  prompt:
    'night: in front, large, a fox on its way looks back over its shoulder; behind it a cottage in the snow, in its lit window a child in star pyjamas waves, the great lantern shines on its hill',
  expression: 'happy',
  gaze: 'left',
  textBox: box(0.085, 0.085, 0.5, 0.2),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#1c2a58'], [0.4, '#3d4a88'], [0.62, '#8c7ca6'], [1, '#c39a90'])
    await scene.behind(stars(50, 420, 14), brushes.detail)
    await scene.behind(moon(110, 372, 44), brushes.flat)
    await scene.glow({ x: 110, y: 372, radius: 190, colour: '#d9dcff', opacity: 0.5 })
    await scene.behind(ridge(560, 40, 5, '#6a6592', { sharp: true }), brushes.farRidge)
    await scene.behind(
      path('M-60,720 C100,640 260,520 360,520 C440,520 520,600 700,660 V1090 H-60Z', '#8d98c2'),
      withBrush(brushes.midRidge, { wash: 0.2 }),
    )
    await scene.glow({ x: 350, y: 372, radius: 210, colour: '#ffb85a', opacity: 0.95 })
    await scene.behind(lanternPost(350, 534, 0.84, true), brushes.object)
    await scene.glow({ x: 350, y: 374, radius: 70, colour: '#ffe6a8', opacity: 0.6 })
    await scene.behind(path('M-60,780 C200,730 500,730 1060,770 V1090 H-60Z', '#bcc2e0'), brushes.ground)
    await scene.behind(cottage, withBrush(brushes.object, { volume: 0.4 }))
    await scene.behind(
      path(
        'M920,850 C900,900 760,880 640,910 C480,950 420,1000 380,1090 H760 C760,1010 900,980 1000,960 C1060,940 1040,870 1010,850Z',
        '#e6dfe6',
      ),
      withBrush(brushes.ground, { edge: 0.2 }),
    )
    await scene.behind(
      fir(505, 800, 0.8, '#3d5476', 3, '#d9e0f0') + fir(60, 800, 1, '#3d5476', 6, '#d9e0f0'),
      brushes.tree,
    )
    await scene.behind(pawPrints.map(([x, y]) => ellipse(x, y, 10, 5, '#a9a6c6')).join(''), brushes.detail)
    await scene.behind(rect(622, 396, 236, 240, '#e0cbb2', 8), brushes.object)
    await scene.behind(rect(638, 412, 204, 214, '#f2c47a'), brushes.wash)
    await scene.glow({ x: 740, y: 520, radius: 250, colour: '#ffd58a', opacity: 0.6 })
    await scene.behind(
      path('M638,412 C662,470 660,560 640,610Z M842,412 C818,470 820,560 840,610Z', '#c9605c'),
      brushes.object,
    )
    await scene.child({
      x: 748,
      y: 668,
      scale: 1.08,
      pose: 'wave',
      mirrored: true,
      outfit: wardrobe.night,
      joints: { head: 5, lean: 5, yaw: 0.3, armRight: [112, 46], armLeft: [-40, 70] },
    })
    await scene.before(
      rect(584, 632, 276, 236, '#9d8386') + path('M566,638 h480 v16 h-480Z', timber),
      withBrush(brushes.object, { volume: 0 }),
    )
    await scene.before(rect(606, 618, 268, 24, '#dcc8b0', 6), brushes.object)
    await scene.before(
      spray(660, 664, 8, 40, -60, 60, boxLeaves, 2) +
        spray(740, 664, 9, 42, -70, 70, boxLeaves, 3) +
        spray(820, 664, 8, 40, -60, 60, boxLeaves, 4) +
        rect(628, 656, 224, 46, '#a5604a', 8),
      brushes.object,
    )
    await scene.before(
      [648, 690, 722, 765, 800, 838]
        .map((x, index) => circle(x, 650 - (index % 2) * 10, 6, '#c9433f'))
        .join(''),
      brushes.flower,
    )
    await scene.shadow(310, 985, 230, '#2f3040', 0.5)
    await scene.fox(
      {
        x: 330,
        y: 990,
        scale: 1.95,
        pose: 'walk',
        mirrored: true,
        mood: 'open',
        headTurn: -8,
        yaw: -1,
        look: -7,
        lookDown: -3,
      },
      'before',
    )
    await scene.before(
      path('M-60,1010 C120,970 300,1000 480,1000 C600,1002 700,1020 760,1090 H-60Z', '#dfe3f2'),
      withBrush(brushes.foreground, { blur: 2 }),
    )
    await scene.before(snowfall(40, 6, 1.2), withBrush(brushes.detail, { opacity: 0.8 }))
  },
}
