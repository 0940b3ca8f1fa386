import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { pebbles } from '../../scenery/ground.ts'
import { ridge } from '../../scenery/land.ts'
import { snowfall, stars } from '../../scenery/sky.ts'
import { lanternPost } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path } from '../../svg.ts'
import { giftJar } from './gifts.ts'
import { hilltop, villageBelow } from './lantern-hill.ts'

/** Page 30: nose to nose with the cold lantern the child begins, one hand on the heart; deep in the glass a first gleam. */
export const telling: Illustration = {
  seed: 301,
  from: [-0.4, -0.8],
  light: {
    grade: { colour: '#94a3c6', opacity: 0.3 },
    lamp: { x: 745, y: 470, radius: 330, colour: '#ffcf80', opacity: 0.14 },
    rim: [0.85, 0.9, 1, 0.4],
  },
  prompt:
    'on the snowy hill at night a child in a yellow coat stands close before a large unlit lantern, one hand on the heart, and begins to tell a story, an empty jar in the snow',
  expression: 'determined',
  gaze: 'right',
  textBox: box(0.1, 0.08, 0.8, 0.15),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#16283c'], [0.4, '#2c4a5c'], [0.7, '#5b7c86'], [1, '#5b7c86'])
    await scene.behind(stars(26, 240, 4, '#a9bccb'), brushes.detail)
    await scene.behind(ridge(430, 50, 5, '#3b5a6a'), brushes.farRidge)
    await scene.behind(
      villageBelow(700, { wall: '#43566e', roof: '#8fa8ba', window: '#20344a' }),
      withBrush(brushes.flat, { blur: 2 }),
    )
    await scene.behind(hilltop(740, '#a3b8c4'), brushes.ground)
    await scene.behind(pebbles({ top: 740, bottom: 990 }, ['#c3d2da', '#a9bcc8'], 80, 3), brushes.detail)
    await scene.behind(ellipse(420, 660, 330, 190, '#a9c0c6'), withBrush(brushes.mist, { opacity: 0.55 }))
    await scene.behind(lanternPost(750, 1120, 3.6, false), withBrush(brushes.object, { volume: 0.8 }))
    await scene.glow({ x: 750, y: 500, radius: 74, colour: '#ffb84f', opacity: 0.85 })
    await scene.behind(
      path('M750,474 C760,490 758,506 750,512 C742,506 740,490 750,474Z', '#ffdf9a'),
      brushes.detail,
    )
    await scene.fox({
      x: 575,
      y: 1020,
      scale: 1.3,
      pose: 'sit',
      mirrored: true,
      look: 2,
      lookDown: -3,
      headTurn: 9,
    })
    await scene.child({
      x: 300,
      y: 850,
      scale: 1.84,
      pose: 'reach',
      joints: { armRight: [108, 6], armLeft: [-22, 104], head: -6, lean: 5, yaw: 0.3 },
      outfit: wardrobe.coat,
    })
    await scene.before(giftJar(690, 1000, 1, [], { open: true, turn: -8 }), brushes.object)
    await scene.before(snowfall(46, 6, 1.5), withBrush(brushes.detail, { opacity: 0.8, blur: 0.6 }))
  },
}
