import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat, seededRandom } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles, tufts } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { flowers, grass, spray } from '../../scenery/plants.ts'
import { moon, stars } from '../../scenery/sky.ts'
import { house, lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path, rect, stroke } from '../../svg.ts'

const boxLeaves = ['#4f7f6b', '#5f9078', '#44705f'] as const

const bricks = (): string => {
  const random = seededRandom(9)
  return repeat(30, () => {
    const x = 640 + random() * 360
    const y = 270 + random() * 760
    return rect(x, y, 52 + random() * 40, 24, random() > 0.5 ? '#6a618a' : '#7d7399', 8)
  })
}

/** Page 34: the window of page 3 again, but now all is light; the child waves, and the fox goes to the next one. */
export const farewell: Illustration = {
  seed: 341,
  from: [-0.5, -0.7],
  light: {
    grade: { colour: '#c9b6c8', opacity: 0.2 },
    lamp: { x: 780, y: 600, radius: 330, colour: '#ffbe70', opacity: 0.18 },
    rim: [1, 0.88, 0.6, 0.4],
  },
  prompt:
    'night, all windows and the great lantern on the hill shine: a child in star pyjamas leans out of a lit window and waves goodbye to a fox that trots away along the path and looks back',
  expression: 'happy',
  gaze: 'left',
  textBox: box(0.09, 0.085, 0.52, 0.2),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#22305e'], [0.45, '#4a5690'], [0.7, '#9a86a8'], [1, '#c9a08e'])
    await scene.behind(stars(50, 420, 14), brushes.detail)
    await scene.behind(moon(560, 370, 46), brushes.flat)
    await scene.glow({ x: 560, y: 370, radius: 200, colour: '#d9dcff', opacity: 0.5 })
    await scene.behind(ridge(590, 40, 5, '#6a6592', { sharp: true }), brushes.farRidge)
    await scene.behind(
      path('M-60,700 C60,620 160,570 260,580 C380,600 480,660 660,680 V1090 H-60Z', '#4f6274'),
      brushes.midRidge,
    )
    await scene.glow({ x: 215, y: 420, radius: 240, colour: '#ffb85a', opacity: 0.95 })
    await scene.behind(lanternPost(215, 600, 0.98, true), brushes.object)
    await scene.glow({ x: 215, y: 416, radius: 80, colour: '#ffe6a8', opacity: 0.6 })
    await scene.behind(
      house(400, 706, 0.66, { wall: '#a58a94', roof: '#7d5468', window: '#ffdf8a' }) +
        house(490, 726, 0.78, { wall: '#b09494', roof: '#8a5a5e', window: '#ffdf8a' }) +
        house(584, 704, 0.7, { wall: '#a58a94', roof: '#7d5468', window: '#ffdf8a' }),
      brushes.flat,
    )
    for (const x of [400, 490, 584])
      await scene.glow({ x, y: 690, radius: 74, colour: '#ffb65a', opacity: 0.55 })
    await scene.behind(path('M-60,780 C200,740 500,740 1060,800 V1090 H-60Z', '#5c7462'), brushes.ground)
    await scene.behind(
      path(
        'M250,610 C300,660 180,700 240,760 C300,820 420,840 400,900 C380,960 240,1000 200,1090 H620 C640,1000 640,900 540,850 C440,800 330,770 330,720 C330,680 360,660 280,600Z',
        '#c9ab8e',
      ),
      withBrush(brushes.ground, { edge: 0.3 }),
    )
    await scene.behind(
      pebbles({ from: 280, to: 600, top: 850, bottom: 990 }, ['#a98d76', '#e3c9a8'], 50, 4) +
        tufts({ from: -20, to: 260, top: 790, bottom: 980 }, ['#46604f', '#7d9478'], 80, 8),
      brushes.detail,
    )
    await scene.behind(rect(622, 250, 470, 850, '#71678f'), brushes.ground)
    await scene.behind(bricks(), withBrush(brushes.ground, { edge: 0.3, opacity: 0.7 }))
    await scene.behind(path('M1060,286 V150 H960 L580,262 V290 H1060Z', '#54466c'), brushes.object)
    await scene.behind(rect(660, 330, 320, 470, '#c9b39c', 10), brushes.object)
    await scene.behind(rect(684, 354, 272, 430, '#f2c47a'), brushes.wash)
    await scene.glow({ x: 820, y: 560, radius: 300, colour: '#ffd58a', opacity: 0.6 })
    await scene.behind(
      path('M684,354 C726,460 716,640 686,760Z M956,354 C916,460 924,640 954,760Z', '#c9605c'),
      brushes.object,
    )
    await scene.shadow(310, 968, 150, '#3d3a4c', 0.42)
    await scene.fox({
      x: 300,
      y: 964,
      scale: 1.28,
      pose: 'walk',
      mirrored: true,
      mood: 'happy',
      headTurn: -8,
    })
    await scene.child({
      x: 838,
      y: 866,
      scale: 1.62,
      pose: 'wave',
      mirrored: true,
      outfit: wardrobe.night,
      joints: { head: 5, lean: 5, yaw: 0.3, armRight: [98, 50], armLeft: [-34, 60] },
    })
    await scene.before(rect(640, 784, 372, 320, '#665c86'), brushes.ground)
    await scene.before(
      rect(630, 776, 392, 34, '#dcc8b0', 8) + rect(650, 808, 352, 18, '#a08f86', 6),
      brushes.object,
    )
    await scene.before(
      spray(700, 842, 9, 56, -60, 60, boxLeaves, 2) +
        spray(820, 844, 11, 60, -70, 70, boxLeaves, 3) +
        spray(940, 842, 9, 56, -60, 60, boxLeaves, 4) +
        rect(656, 832, 332, 66, '#a5604a', 10) +
        stroke('M670,852 H974', '#7d4638', 4, 0.6),
      brushes.object,
    )
    await scene.before(flowers(660, 980, 792, 836, ['#f0c98a', '#e3a59a', '#f3e3ee'], 12, 8), brushes.flower)
    await scene.before(
      grass(-20, 220, 1030, 90, ['#3d5a4c', '#55705f', '#6a8570'], 110, 5) +
        grass(620, 1020, 1040, 90, ['#3d5a4c', '#55705f'], 120, 6) +
        flowers(0, 200, 940, 990, ['#c9c2e4', '#f0c98a'], 10, 3),
      brushes.foreground,
    )
  },
}
