import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge } from '../../scenery/land.ts'
import { snowfall, stars } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { path } from '../../svg.ts'
import { giftJar } from './gifts.ts'
import { hilltop, villageBelow } from './lantern-hill.ts'
import { storyLantern } from './story-lantern.ts'

/** Page 30: the lantern is cold and big and has no light at all; the child lays a hand on its post and begins to tell. */
export const telling: Illustration = {
  seed: 301,
  from: [0.5, -0.8],
  light: {
    grade: { colour: '#8f9fc8', opacity: 0.34 },
    rim: [0.85, 0.9, 1, 0.45],
  },
  prompt:
    'on the snowy hill at night a child in a yellow coat stands with one hand on the post of a large cold dark lantern, looks up at it and begins to tell a story, a fox in front sits with its back to us and listens',
  expression: 'curious',
  gaze: 'up-left',
  textBox: box(0.44, 0.085, 0.48, 0.2),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#101a33'], [0.4, '#1f3050'], [0.7, '#4a6180'], [1, '#4a6180'])
    await scene.behind(stars(30, 330, 4, '#a9bccb'), brushes.detail)
    await scene.behind(ridge(500, 50, 5, '#2c4260'), brushes.farRidge)
    await scene.behind(
      villageBelow(690, { wall: '#384a66', roof: '#7f95b2', window: '#1a2740', door: '#26324c' }),
      withBrush(brushes.flat, { blur: 2 }),
    )
    await scene.behind(hilltop(735, '#9db0cc'), withBrush(brushes.ground, { wash: 0.25 }))
    await scene.behind(
      path('M-60,880 C200,850 420,900 640,880 C820,866 960,880 1060,870 V1090 H-60Z', '#b7c6de'),
      withBrush(brushes.mist, { blur: 16, opacity: 0.8 }),
    )
    await scene.shadow(330, 905, 170, '#3c4f78', 0.5)
    await scene.shadow(530, 956, 170, '#3c4f78', 0.5)
    await scene.behind(
      storyLantern({ x: 300, y: 335, scale: 1.12 }, 'cold', 340) +
        path('M226,905 C244,868 358,868 374,905 C350,920 250,920 226,905Z', '#c9d6ea'),
      withBrush(brushes.object, { volume: 0.8 }),
    )
    await scene.child({
      x: 517,
      y: 745,
      scale: 1.62,
      mirrored: true,
      pose: 'reach',
      joints: {
        armRight: [90, 12],
        armLeft: [16, 98],
        head: -12,
        lean: 5,
        yaw: 0.3,
        legLeft: [-8, 0, 0.4],
        legRight: [8, -4, 0.8],
      },
      outfit: wardrobe.coat,
    })
    await scene.shadow(800, 985, 150, '#3c4f78', 0.5)
    await scene.fox({ x: 800, y: 1000, scale: 1.45, pose: 'back', mirrored: true, headTurn: -12 }, 'before')
    await scene.before(giftJar(130, 985, 1, [], { open: true, turn: -12 }), brushes.object)
    await scene.before(snowfall(40, 6, 1.4), withBrush(brushes.detail, { opacity: 0.8, blur: 0.6 }))
  },
}
