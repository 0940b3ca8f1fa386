import { brushes, withBrush } from '../../paint/brush.ts'
import { repeat } from '../../random.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { sparks, stars } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, place, radialGradient, stroke } from '../../svg.ts'
import { giftJar } from './gifts.ts'
import { hilltop } from './lantern-hill.ts'
import { wordsOfLight } from './words-of-light.ts'

const lamp = { x: 520, y: 470 }

const beams = repeat(18, (index) => {
  const angle = (index * Math.PI * 2) / 18 + 0.1
  const half = index % 2 ? 0.05 : 0.085
  const end = (turn: number): string =>
    `${Math.round(lamp.x + Math.cos(turn) * 1300)},${Math.round(lamp.y + Math.sin(turn) * 1300)}`
  return path(`M${lamp.x},${lamp.y} L${end(angle - half)} L${end(angle + half)}Z`, '#ffdf9a')
})

const iron = '#5b4136'

/** The lantern close by, with what it was told inside it, and a face that laughs. */
const laughingLantern = place(
  { x: lamp.x, y: lamp.y },
  path('M-16,150 L-13,620 H13 L16,150Z', iron) +
    stroke('M-40,-148 Q0,-216 40,-148', iron, 12) +
    path('M-62,-150 H62 L104,-112 H-104Z', iron) +
    path('M-92,-112 H92 L72,126 H-72Z', '#ffc658') +
    ellipse(0, 20, 66, 92, '#ffe08c') +
    ellipse(0, 34, 44, 64, '#fff3c4') +
    stroke('M-46,-34 q16,-20 32,0 M14,-34 q16,-20 32,0', '#8a4a1e', 8) +
    path('M-34,2 Q0,14 34,2 C32,54 -32,54 -34,2Z', '#a8502a') +
    ellipse(0, 36, 18, 9, '#f2a07a') +
    ellipse(-58, 2, 16, 10, '#f58f54', 0.7) +
    ellipse(58, 2, 16, 10, '#f58f54', 0.7) +
    stroke('M-92,-112 L-72,126 M92,-112 L72,126', iron, 11) +
    path('M-92,126 H92 L74,156 H-74Z', iron),
)

/** Page 32: the lantern laughs out loud with light, and the whole night turns gold. */
export const lanternLaughs: Illustration = {
  seed: 321,
  from: [0.6, -0.5],
  light: {
    grade: { colour: '#ffdca6', opacity: 0.2 },
    lamp: { x: lamp.x, y: lamp.y, radius: 520, colour: '#ffc060', opacity: 0.18 },
    rim: [1, 0.93, 0.62, 0.7],
  },
  prompt:
    'the big lantern on the hill laughs and bursts into golden light, beams on all sides in the dark blue night, a child in a yellow coat and a fox throw up their arms',
  expression: 'laughing',
  textBox: box(0.1, 0.08, 0.8, 0.145),
  ink: inks.cream,
  async paint(scene) {
    await scene.sky([0, '#23264f'], [0.5, '#3d3466'], [1, '#5a3f66'])
    await scene.behind(stars(40, 320, 8, '#f3dfc0'), brushes.detail)
    await scene.behind(
      ellipse(lamp.x, lamp.y + 60, 640, 560, 'url(#burst)'),
      withBrush(brushes.warmLight, { wash: 0.2 }),
      radialGradient('burst', [
        [0, '#fff1b8', 1],
        [0.3, '#ffcf6e', 0.95],
        [0.6, '#f0914a', 0.6],
        [1, '#5a3f66', 0],
      ]),
    )
    await scene.behind(beams, withBrush(brushes.warmLight, { opacity: 0.3, blur: 8 }))
    await scene.behind(hilltop(860, '#d98f54'), withBrush(brushes.ground, { wash: 0.2 }))
    await scene.behind(ellipse(520, 930, 420, 70, '#ffd98a'), withBrush(brushes.mist, { opacity: 0.7 }))
    await scene.glow({ ...lamp, radius: 330, colour: '#ffe7a0', opacity: 0.8 })
    await scene.behind(laughingLantern, withBrush(brushes.object, { volume: 0.3 }))
    await scene.glow({ x: lamp.x, y: lamp.y + 20, radius: 150, colour: '#fff6cf', opacity: 0.35 })
    await scene.behind(
      wordsOfLight([
        { kind: 'drop', x: 300, y: 300, scale: 0.85 },
        { kind: 'slice', x: 740, y: 300, scale: 0.9 },
        { kind: 'spark', x: 800, y: 430, scale: 0.8 },
      ]),
      brushes.detail,
    )
    await scene.behind(
      sparks(70, { x: 60, y: 250, width: 880, height: 520 }, 4, '#fffbe8') +
        sparks(30, { x: 60, y: 260, width: 880, height: 560 }, 5, '#ffb65a'),
      brushes.detail,
    )
    await scene.fox({
      x: 800,
      y: 1030,
      scale: 1.85,
      pose: 'sit',
      mirrored: true,
      mood: 'laughing',
      headTurn: 10,
    })
    await scene.child({
      x: 240,
      y: 900,
      scale: 1.78,
      pose: 'lift',
      joints: { armRight: [128, 16], armLeft: [-128, -16], head: 6, yaw: 0.22 },
      outfit: wardrobe.coat,
    })
    await scene.before(giftJar(480, 1010, 1, [], { open: true, turn: 8 }), brushes.object)
  },
}
