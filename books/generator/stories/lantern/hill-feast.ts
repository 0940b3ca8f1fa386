import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pools, tufts } from '../../scenery/ground.ts'
import { stars } from '../../scenery/sky.ts'
import { lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { stroke } from '../../svg.ts'
import { hilltop, villageBelow, windowsBelow } from './lantern-hill.ts'
import { feastTable, lightChain, villagers, wheelingVillager } from './village-feast.ts'

const bulbs = [
  [40, 292],
  [110, 316],
  [180, 322],
  [250, 308],
  [330, 286],
  [420, 304],
  [500, 320],
  [640, 312],
  [730, 290],
  [810, 312],
  [890, 318],
  [965, 296],
] as const

/** Page 33: the whole village has come up the hill; the one who lit the lantern stands in the middle. */
export const hillFeast: Illustration = {
  seed: 331,
  from: [0.3, -0.7],
  light: {
    grade: { colour: '#e6c2a4', opacity: 0.2 },
    lamp: { x: 500, y: 520, radius: 460, colour: '#ffbf6a', opacity: 0.14 },
    rim: [1, 0.88, 0.6, 0.4],
  },
  prompt:
    'night feast on the hill under the glowing lantern and strings of lights, the whole village crowds round a laughing child in a yellow coat, a fox sits before the table',
  expression: 'laughing',
  textBox: box(0.12, 0.08, 0.76, 0.15),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#1f3160'], [0.35, '#3a4a80'], [0.6, '#8c6c8c'], [1, '#8c6c8c'])
    await scene.behind(stars(30, 270, 4), brushes.detail)
    await scene.behind(
      villageBelow(690, { wall: '#c99a78', roof: '#a5544a', window: '#ffe08a' }, [
        '#a5544a',
        '#b96b45',
        '#8f4a55',
        '#b0603f',
      ]),
      brushes.flat,
    )
    for (const { x, y } of windowsBelow(690))
      await scene.glow({ x, y, radius: 74, colour: '#ffb65a', opacity: 0.55 })
    await scene.behind(hilltop(690, '#7d8a66'), brushes.ground)
    await scene.behind(
      pools({ top: 730, bottom: 980 }, '#f0c98a', 10, 4),
      withBrush(brushes.mist, { opacity: 0.45, blur: 20 }),
    )
    await scene.behind(tufts({ top: 720, bottom: 980 }, ['#5f7350', '#94a072'], 140, 6), brushes.detail)
    await scene.behind(
      stroke('M12,260 V760 M988,260 V760', '#5b4438', 12) +
        stroke(
          'M12,270 Q170,360 335,284 Q480,350 570,300 M590,300 Q640,340 735,284 Q860,356 988,270',
          '#3a2f52',
          4,
        ),
      brushes.detail,
    )
    await scene.glow({ x: 580, y: 390, radius: 360, colour: '#ffb85a', opacity: 0.85 })
    await scene.behind(lanternPost(580, 800, 2.2, true), brushes.object)
    await scene.glow({ x: 580, y: 390, radius: 130, colour: '#ffdf95', opacity: 0.6 })
    await scene.behind(lightChain(bulbs), brushes.flower)
    for (const [x, y] of bulbs)
      await scene.glow({ x, y: y + 10, radius: 60, colour: '#ffca7a', opacity: 0.7 })
    await scene.shadow(930, 866, 80, '#4a4a48', 0.4)
    await scene.behind(villagers, withBrush(brushes.figure, { warp: 1.2 }))
    await scene.shadow(846, 958, 130, '#4a4a48', 0.4)
    await scene.behind(wheelingVillager, brushes.figure)
    await scene.child({
      x: 440,
      y: 706,
      scale: 1.3,
      pose: 'lift',
      joints: { armRight: [132, 10], armLeft: [-132, -10], head: -4 },
      outfit: wardrobe.coat,
    })
    await scene.before(feastTable, brushes.object)
    await scene.fox({ x: 300, y: 1004, scale: 0.98, pose: 'sit', mood: 'laughing', headTurn: -6 }, 'before')
  },
}
