import { oval, type Pencil } from '../rig/drawing.ts'
import { ellipse, path, stroke } from '../svg.ts'
import { foxColours } from './fox-colours.ts'
import type { FoxMood } from './fox-head.ts'

const { coat, shade: darkCoat, white, sock } = foxColours
const ink = '#2e1d1a'

const skull =
  'M-34,44 C-62,26 -62,-30 -22,-46 C4,-54 26,-44 36,-24 C44,-12 62,-8 78,4 C86,10 86,20 78,25 C62,34 48,40 34,45 C10,56 -14,54 -34,44Z'
const cheek =
  'M80,14 C60,14 44,8 30,8 C12,8 2,22 -14,20 L-36,22 L-28,32 L-42,42 L-24,43 L-30,52 C-10,56 12,54 34,45 C48,40 62,34 78,25 C82,22 82,18 80,14Z'
const ear = 'M-38,-28 C-46,-62 -42,-90 -32,-98 C-14,-88 0,-66 2,-40Z'
const earTip = 'M-42,-78 C-41,-88 -38,-94 -32,-98 C-23,-93 -15,-84 -9,-74 C-18,-78 -32,-82 -42,-78Z'
const earInside = 'M-30,-36 C-34,-54 -32,-66 -28,-70 C-19,-62 -12,-52 -9,-42Z'

const eyeOf = (mood: FoxMood): string => {
  if (mood === 'happy' || mood === 'laughing') return stroke('M10,-4 q9,-11 19,-1', ink, 3.2)
  if (mood === 'closed') return stroke('M10,-6 q9,9 19,1', ink, 3.2)
  const wide = mood === 'surprised' ? 1.2 : 1
  return ellipse(20, -5, 5.6 * wide, 8 * wide, ink) + ellipse(22.4, -8, 2.2, 2.6, '#ffffff')
}

const browOf = (mood: FoxMood): string => {
  if (mood === 'worried') return stroke('M8,-18 Q18,-24 28,-25', darkCoat, 3)
  if (mood === 'surprised') return stroke('M10,-23 q9,-7 18,-1', darkCoat, 2.8)
  return mood === 'open' || mood === 'telling' ? stroke('M11,-18 q8,-5 15,0', darkCoat, 2.4) : ''
}

const mouthOf = (mood: FoxMood): string =>
  mood === 'laughing' || mood === 'telling' || mood === 'surprised'
    ? path('M70,26 C58,28 46,28 36,26 C38,42 52,46 60,38 C65,34 68,30 70,26Z', '#7d2f2c') +
      path('M42,36 C48,30 58,32 60,38 C54,43 46,42 42,36Z', '#e98a7a')
    : stroke(mood === 'worried' ? 'M68,28 Q54,27 44,33' : 'M70,27 Q56,35 44,29 q-3,-2 -4,-5', '#5a342b', 2.4)

/** Tale's head in profile, facing right: to look at somebody beside, or up. */
export const foxProfile = (pencil: Pencil, mood: FoxMood): string => {
  const fill = (shape: string, colour: string): string => pencil.fill(shape, colour, 'prop').shapes
  const farEar = `<g transform="translate(26 4) rotate(10)">${fill(ear, darkCoat)}${fill(earTip, sock)}</g>`
  return (
    farEar +
    fill(skull, coat) +
    path(cheek, white) +
    fill(ear, coat) +
    fill(earTip, sock) +
    fill(earInside, '#f2b9a0') +
    path(oval(-18, -34, 19, 9), coat) +
    ellipse(6, 22, 11, 7, '#ee8d73', 0.45) +
    mouthOf(mood) +
    eyeOf(mood) +
    browOf(mood) +
    path(oval(80, 9, 8.5, 7.5), '#33201d') +
    ellipse(79, 6, 3, 1.6, '#ffffff', 0.55)
  )
}
