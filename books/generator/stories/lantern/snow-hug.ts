import { foxColours } from '../../animals/fox-head.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { fir } from '../../scenery/plants.ts'
import { moon, sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path, place, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'

/** Tale's tail, laid round the child's knees like a blanket. */
const tailAround =
  path(
    'M716,940 C706,988 640,1014 540,1012 C440,1010 330,994 276,948 C246,920 236,884 250,862 C262,846 286,850 300,870 C330,906 400,924 480,926 C560,928 650,900 716,940Z',
    foxColours.coat,
  ) +
  path(
    'M330,980 C308,972 290,962 276,948 C246,920 236,884 250,862 C262,846 286,850 300,870 C312,886 326,896 344,904 L330,914 L340,930 L322,936 L338,956 L320,962Z',
    foxColours.white,
  ) +
  stroke('M430,966 q60,18 130,12 M480,946 q60,8 110,2', foxColours.shade, 5, 0.5)

/** Page 28: cheek to cheek, the child's arms round the fox, the fox's tail round the child. */
export const snowHug: Illustration = {
  seed: 281,
  from: [0.5, -0.7],
  light: { grade: { colour: '#b3bedd', opacity: 0.26 }, rim: [0.98, 0.95, 0.82, 0.45] },
  prompt:
    'under a big moon a child in a yellow coat kneels in the snow and hugs a fox tightly, cheek to cheek, the tail of the fox lies round the child',
  expression: 'tender',
  textBox: box(0.1, 0.078, 0.8, 0.16),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#12314c'], [0.35, '#24506d'], [0.7, '#6d94a6'], [1, '#6d94a6'])
    await scene.behind(sparks(34, { x: 0, y: 250, width: 1000, height: 320 }, 6), brushes.detail)
    await scene.glow({ x: 500, y: 560, radius: 520, colour: '#e6f0dc', opacity: 0.6 })
    await scene.behind(moon(500, 560, 290, '#f8efcf'), withBrush(brushes.flat, { wash: 0.3 }))
    await scene.behind(ridge(740, 40, 7, '#57809a', { sharp: true }), brushes.midRidge)
    await scene.behind(
      fir(60, 840, 2, '#2a5570', 3, '#c8dbe4') +
        fir(170, 836, 1.2, '#35627c', 5, '#c8dbe4') +
        fir(940, 840, 2.1, '#2a5570', 6, '#c8dbe4'),
      brushes.tree,
    )
    await scene.behind(
      path('M-60,840 C200,790 420,820 600,826 C800,830 940,800 1060,820 V1080 H-60Z', '#dde8ee'),
      withBrush(brushes.ground, { wash: 0.2 }),
    )
    await scene.shadow(480, 962, 260, '#5d84a2', 0.5)
    await scene.fox({
      x: 610,
      y: 936,
      scale: 1.75,
      pose: 'sit',
      mirrored: true,
      mood: 'closed',
      headTurn: 14,
    })
    await scene.child({
      x: 425,
      y: 886,
      scale: 1.72,
      pose: 'hug',
      joints: { armLeft: [70, 12], armRight: [50, 34] },
      outfit: wardrobe.coat,
    })
    await scene.before(place({ x: 0, y: 24 }, tailAround), brushes.figure)
    await scene.before(
      path('M-60,1000 C200,966 420,1004 600,996 C800,990 940,972 1060,990 V1080 H-60Z', '#eef4f7'),
      withBrush(brushes.foreground, { blur: 2 }),
    )
    await scene.before(giftJar(830, 985, 0.95, [], { open: true, turn: -80 }), brushes.object)
    await scene.before(
      sparks(20, { x: 0, y: 560, width: 230, height: 420 }, 8, '#ffffff') +
        sparks(20, { x: 790, y: 560, width: 210, height: 420 }, 9, '#ffffff'),
      brushes.detail,
    )
  },
}
