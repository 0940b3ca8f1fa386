import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { sparks } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { circle, ellipse, path, radialGradient } from '../../svg.ts'
import { giftJar } from './gifts.ts'
import { hilltop } from './lantern-hill.ts'
import { storyLantern } from './story-lantern.ts'
import { wordsOfLight } from './words-of-light.ts'

const lamp = { x: 500, y: 470 }

const beams = repeat(20, (index) => {
  const angle = (index * Math.PI * 2) / 20 + 0.1
  const half = index % 2 ? 0.045 : 0.08
  const end = (turn: number): string =>
    `${Math.round(lamp.x + Math.cos(turn) * 1300)},${Math.round(lamp.y + Math.sin(turn) * 1300)}`
  return path(`M${lamp.x},${lamp.y} L${end(angle - half)} L${end(angle + half)}Z`, '#fff1b0')
})

/** Page 32: the lantern laughs out loud with light, the whole page turns gold, and child and fox jump for joy. */
export const lanternLaughs: Illustration = {
  seed: 321,
  from: [0.6, -0.5],
  light: {
    grade: { colour: '#ffdca6', opacity: 0.2 },
    lamp: { x: lamp.x, y: lamp.y, radius: 520, colour: '#ffc060', opacity: 0.18 },
    rim: [1, 0.95, 0.7, 0.8],
  },
  prompt:
    'the big lantern on the hill laughs and bursts into golden light, beams on all sides, everything is gold, a child in a yellow coat and a fox jump into the air',
  expression: 'laughing',
  gaze: 'right',
  textBox: box(0.1, 0.078, 0.8, 0.14),
  ink: inks.dark,
  async paint(scene) {
    await scene.sky([0, '#f3c46a'], [0.5, '#f0a04e'], [1, '#dd7d48'])
    await scene.behind(
      ellipse(lamp.x, lamp.y, 760, 700, 'url(#burst)'),
      withBrush(brushes.warmLight, { wash: 0.2 }),
      radialGradient('burst', [
        [0, '#fffbe0', 1],
        [0.28, '#ffe79a', 0.95],
        [0.6, '#ffc765', 0.6],
        [1, '#f0a04e', 0],
      ]),
    )
    await scene.behind(beams, withBrush(brushes.warmLight, { opacity: 0.42, blur: 7 }))
    await scene.behind(ellipse(500, 130, 520, 120, '#ffe6a8'), withBrush(brushes.mist, { opacity: 0.75 }))
    await scene.behind(hilltop(880, '#f2cf94'), withBrush(brushes.ground, { wash: 0.2 }))
    await scene.behind(ellipse(500, 950, 420, 60, '#fff3c8'), withBrush(brushes.mist, { opacity: 0.8 }))
    await scene.glow({ ...lamp, radius: 340, colour: '#fff0b8', opacity: 0.8 })
    await scene.behind(
      storyLantern({ ...lamp, scale: 1.3 }, 'laughing', 235) +
        path('M420,962 C440,918 562,918 582,962 C560,984 440,984 420,962Z', '#fff0c4'),
      withBrush(brushes.object, { volume: 0.3 }),
    )
    await scene.glow({ x: lamp.x, y: lamp.y + 20, radius: 190, colour: '#fff6cf', opacity: 0.35 })
    await scene.behind(circle(800, 420, 50, '#d9733a', 0.6), withBrush(brushes.warmLight, { blur: 12 }))
    await scene.behind(
      wordsOfLight([
        { kind: 'drop', x: 310, y: 300, scale: 0.9 },
        { kind: 'slice', x: 705, y: 290, scale: 0.95 },
        { kind: 'spark', x: 800, y: 420, scale: 0.9 },
      ]),
      brushes.flower,
    )
    await scene.behind(
      sparks(90, { x: 30, y: 250, width: 940, height: 600 }, 4, '#fffbe8') +
        sparks(30, { x: 60, y: 260, width: 880, height: 560 }, 5, '#e0702e'),
      brushes.detail,
    )
    await scene.shadow(205, 966, 110, '#b5642e', 0.5)
    await scene.shadow(810, 970, 130, '#b5642e', 0.5)
    await scene.behind(giftJar(640, 988, 0.9, [], { open: true, turn: 8 }), brushes.object)
    await scene.fox({ x: 785, y: 890, scale: 1.3, pose: 'leap', mirrored: true, mood: 'laughing', turn: 26 })
    await scene.child({
      x: 215,
      y: 745,
      scale: 1.42,
      pose: 'lift',
      joints: {
        armRight: [142, 12],
        armLeft: [-142, -12],
        legLeft: [-38, 34, -0.7],
        legRight: [34, -96, 0.6],
        head: 6,
        lean: 4,
        yaw: 0.2,
      },
      outfit: wardrobe.coat,
    })
  },
}
