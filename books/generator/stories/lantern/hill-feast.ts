import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pools } from '../../scenery/ground.ts'
import { fir } from '../../scenery/plants.ts'
import { snowfall, stars } from '../../scenery/sky.ts'
import { lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { stroke } from '../../svg.ts'
import { hilltop, villageBelow, windowsBelow } from './lantern-hill.ts'
import { lightChain, listeners, listenersFromBehind, roundTable, wheelingVillager } from './village-feast.ts'

const bulbs = [
  [60, 352],
  [130, 376],
  [200, 386],
  [270, 376],
  [340, 350],
  [620, 350],
  [690, 372],
  [880, 380],
  [950, 356],
] as const

/** Page 33: from a little above; on the snowy hill the whole village stands round one table and looks at the child, who tells again. */
export const hillFeast: Illustration = {
  seed: 331,
  from: [0.3, -0.7],
  light: {
    grade: { colour: '#e6c2a4', opacity: 0.2 },
    lamp: { x: 640, y: 480, radius: 480, colour: '#ffbf6a', opacity: 0.14 },
    rim: [1, 0.88, 0.6, 0.4],
  },
  prompt:
    'seen from a little above: a night feast in the snow on the hill under the glowing lantern, villagers and children stand round a big round table and look at a laughing child in a yellow coat who tells a story, a fox sits beside the child',
  expression: 'happy',
  textBox: box(0.085, 0.085, 0.58, 0.175),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#1a2a58'], [0.3, '#35447c'], [0.5, '#806a94'], [1, '#806a94'])
    await scene.behind(stars(34, 300, 4), brushes.detail)
    await scene.behind(
      villageBelow(440, { wall: '#b58c7a', roof: '#dfe6f2', window: '#ffe08a' }),
      withBrush(brushes.flat, { blur: 0.8 }),
    )
    for (const { x, y } of windowsBelow(440))
      await scene.glow({ x, y, radius: 70, colour: '#ffb65a', opacity: 0.55 })
    await scene.behind(hilltop(448, '#d5d6ea'), withBrush(brushes.ground, { wash: 0.25 }))
    await scene.behind(
      pools({ top: 520, bottom: 990 }, '#ffd9a0', 9, 4),
      withBrush(brushes.mist, { opacity: 0.5, blur: 26 }),
    )
    await scene.behind(
      fir(20, 560, 1, '#3b5a72', 3, '#eef2fa') + fir(985, 540, 0.9, '#3b5a72', 5, '#eef2fa'),
      brushes.tree,
    )
    await scene.glow({ x: 790, y: 220, radius: 330, colour: '#ffb85a', opacity: 0.9 })
    await scene.behind(lanternPost(790, 520, 1.5, true), brushes.object)
    await scene.glow({ x: 790, y: 225, radius: 110, colour: '#ffdf95', opacity: 0.6 })
    await scene.behind(
      stroke('M-20,320 Q190,450 400,320 M590,330 Q680,400 770,330 M810,330 Q900,420 1020,320', '#3a2f52', 4),
      brushes.detail,
    )
    await scene.behind(lightChain(bulbs), brushes.flower)
    for (const [x, y] of bulbs)
      await scene.glow({ x, y: y + 10, radius: 56, colour: '#ffca7a', opacity: 0.7 })
    await scene.behind(listeners, withBrush(brushes.figure, { warp: 1.2 }))
    await scene.fox({ x: 625, y: 705, scale: 0.86, pose: 'sit', mood: 'laughing', headTurn: -8, look: -3 })
    await scene.child({
      x: 470,
      y: 588,
      scale: 1.15,
      pose: 'stand',
      joints: { armRight: [70, 62], armLeft: [-64, -50], head: -5, lean: -2, yaw: 0.1 },
      outfit: wardrobe.coat,
    })
    await scene.shadow(500, 880, 420, '#7a6a8c', 0.5)
    await scene.before(roundTable, withBrush(brushes.object, { volume: 0.4 }))
    await scene.before(wheelingVillager + listenersFromBehind, brushes.figure)
    await scene.before(snowfall(36, 7, 1.2), withBrush(brushes.detail, { opacity: 0.8 }))
  },
}
