import { foxColours } from '../../animals/fox-head.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge, stone } from '../../scenery/land.ts'
import { fir, grass } from '../../scenery/plants.ts'
import { sparks } from '../../scenery/sky.ts'
import { campFire, ripples } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, place, rect, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'
import { mountainMouth } from './mountain-mouth.ts'
import { starLake } from './star-lake.ts'

/** Tale's raised paw, for a story told with the whole fox. */
const raisedPaw = (x: number, y: number, scale: number): string =>
  place(
    { x, y, scale },
    stroke('M0,0 Q-30,-14 -46,-52', foxColours.coat, 24) + stroke('M-42,-38 L-48,-58', foxColours.sock, 23),
  )

export const pages18to20: Illustration[] = [
  starLake,
  {
    seed: 191,
    from: [0.8, 0.4],
    light: {
      grade: { colour: '#b58f86', opacity: 0.3 },
      lamp: { x: 570, y: 760, radius: 380, colour: '#ff9a3c', opacity: 0.24 },
      rim: [1, 0.78, 0.45, 0.4],
    },
    prompt: 'a child sits by a camp fire on a night shore, a fox tells a story with one paw raised',
    expression: 'curious',
    gaze: 'right',
    textBox: box(0.12, 0.08, 0.76, 0.17),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#0f2e3d'], [0.35, '#1c4a56'], [0.6, '#3f6f6c'], [1, '#3f6f6c'])
      await scene.behind(sparks(40, { x: 0, y: 20, width: 1000, height: 430 }, 5, '#f6eccb'), brushes.detail)
      await scene.behind(ridge(480, 40, 4, '#2d5a62', { sharp: true }), brushes.farRidge)
      await scene.behind(rect(-60, 540, 1120, 140, '#3b6a70'), brushes.ground)
      await scene.behind(ripples(545, 670, '#8fb3a6', 40, 6, 0.5), brushes.detail)
      await scene.behind(
        fir(70, 700, 2.1, '#173f45', 3) + fir(215, 690, 1.5, '#1d4a4e', 4) + fir(950, 700, 1.9, '#173f45', 6),
        brushes.tree,
      )
      await scene.behind(ridge(682, 12, 9, '#5b4a46'), brushes.ground)
      await scene.behind(ellipse(560, 830, 470, 120, '#d98643'), withBrush(brushes.mist, { opacity: 0.75 }))
      await scene.glow({ x: 565, y: 740, radius: 330, colour: '#ffab52', opacity: 0.7 })
      await scene.shadow(330, 822, 140, '#3a2c3a', 0.42)
      await scene.shadow(825, 850, 110, '#3a2c3a', 0.42)
      await scene.behind(
        stone(470, 868, 34, '#7c6460') +
          stone(660, 868, 36, '#735a5a') +
          stone(525, 884, 32, '#6c5556') +
          stone(600, 886, 36, '#7c6460'),
        brushes.object,
      )
      await scene.behind(campFire(566, 862, 1.55), brushes.object)
      await scene.glow({ x: 566, y: 790, radius: 150, colour: '#ffdf8a', opacity: 0.7 })
      await scene.glow({ x: 440, y: 800, radius: 110, colour: '#ffd9a0', opacity: 0.6 })
      await scene.behind(giftJar(440, 858, 0.85, ['drop', 'slice']), brushes.object)
      await scene.fox({
        x: 820,
        y: 850,
        scale: 1.5,
        pose: 'sit',
        mirrored: true,
        mood: 'telling',
        headTurn: 6,
      })
      await scene.behind(raisedPaw(778, 756, 1.5), brushes.figure)
      await scene.child({
        x: 270,
        y: 770,
        scale: 1.5,
        pose: 'crossLegged',
        joints: { head: 8, yaw: 0.28, lean: 4, armLeft: [-34, 86], armRight: [36, 40] },
        outfit: wardrobe.coat,
      })
      await scene.before(
        sparks(26, { x: 480, y: 420, width: 190, height: 330 }, 8, '#ffd27a'),
        brushes.detail,
      )
      await scene.before(
        grass(-20, 210, 1020, 120, ['#1d3b3c', '#2a4a45', '#3a3f38'], 60, 4) +
          grass(860, 1020, 1020, 100, ['#1d3b3c', '#2a4a45'], 40, 5),
        brushes.grass,
      )
    },
  },
  mountainMouth,
]
