import type { Pencil } from '../rig/drawing.ts'
import { circle, ellipse, path, place, short, stroke } from '../svg.ts'
import { foxColours } from './fox-colours.ts'

/** What Tale's face shows: eyes, brows and mouth together. */
export type FoxMood = 'open' | 'happy' | 'closed' | 'laughing' | 'surprised' | 'worried' | 'telling'

/** Where Tale looks: shifts of the eyes, right and down. */
export type FoxGaze = { across: number; down: number }

const { coat, shade: darkCoat, white, sock } = foxColours
const ear = 'M45,-20 C58,-56 58,-84 48,-94 C32,-86 16,-64 9,-40Z'
const earTip = 'M49,-70 C54,-84 52,-90 48,-94 C38,-88 30,-78 25,-70 C34,-76 42,-76 49,-70Z'
const earInside = 'M41,-34 C48,-54 47,-64 43,-68 C33,-62 25,-52 20,-42Z'
const skull =
  'M-52,-4 C-52,-36 -28,-48 0,-48 C28,-48 52,-36 52,-4 C56,6 62,14 72,20 C64,26 58,28 50,29 C54,34 56,36 58,40 C40,42 28,48 16,52 C8,57 -8,57 -16,52 C-28,48 -40,42 -58,40 C-56,36 -54,34 -50,29 C-58,28 -64,26 -72,20 C-62,14 -56,6 -52,-4Z'
/** The white of the cheeks: its outer edge is the skull's, its inner one follows the muzzle. */
const cheeksAt = (yaw: number): string => {
  const x = (across: number): string => short(across + turned.muzzle * yaw * (1 - Math.abs(across) / 60))
  return (
    `M-70,20 C-56,16 ${x(-46)},4 ${x(-32)},4 C${x(-20)},4 ${x(-14)},14 ${x(-8)},22 C${x(-4)},27 ${x(4)},27 ${x(8)},22 ` +
    `C${x(14)},14 ${x(20)},4 ${x(32)},4 C${x(46)},4 56,16 70,20 C62,26 58,28 50,29 C54,34 56,36 58,40 ` +
    'C40,42 28,48 16,52 C8,57 -8,57 -16,52 C-28,48 -40,42 -58,40 C-56,36 -54,34 -50,29 C-58,28 -64,26 -70,20Z'
  )
}

const mirror = (shapes: string): string => `${shapes}<g transform="scale(-1 1)">${shapes}</g>`

const eyeSpread = 24
const eyeInk = '#2e1d1a'

const openEye = (x: number, { across, down }: FoxGaze, wide: number): string =>
  ellipse(x + across, -1 + down, 6.2 * wide, 8 * wide, eyeInk) +
  circle(x + across + 2, -4 + down, 2.4 * wide, '#ffffff') +
  circle(x + across - 2.4, 2.4 + down, 1.2 * wide, '#ffffff', 0.7)

const shutEye = (x: number, bend: number): string => stroke(`M${x - 10},0 q10,${bend} 20,0`, eyeInk, 3.2)

const drawEyes = (mood: FoxMood, gaze: FoxGaze): string => {
  if (mood === 'happy' || mood === 'laughing') return shutEye(-eyeSpread, -11) + shutEye(eyeSpread, -11)
  if (mood === 'closed') return shutEye(-eyeSpread, 9) + shutEye(eyeSpread, 9)
  const wide = mood === 'surprised' ? 1.25 : 1
  return openEye(-eyeSpread, gaze, wide) + openEye(eyeSpread, gaze, wide)
}

/** Brows say most: raised in surprise, slanting up to the middle in worry. */
const drawBrows = (mood: FoxMood): string => {
  if (mood === 'worried') return stroke('M-36,-14 Q-26,-20 -15,-23 M36,-14 Q26,-20 15,-23', darkCoat, 3)
  if (mood === 'surprised') return stroke('M-34,-20 q10,-9 20,-3 M34,-20 q-10,-9 -20,-3', darkCoat, 2.8)
  if (mood === 'open' || mood === 'telling')
    return stroke('M-32,-14 q8,-5 15,0 M17,-14 q8,-5 15,0', darkCoat, 2.4)
  return ''
}

const openMouth = (width: number, depth: number): string =>
  path(
    `M${-width},42 Q0,46 ${width},42 C${width},${42 + depth} ${-width},${42 + depth} ${-width},42Z`,
    '#7d2f2c',
  ) + ellipse(0, 42 + depth * 0.6, width * 0.55, depth * 0.24, '#e98a7a')

const drawMouth = (mood: FoxMood): string => {
  if (mood === 'laughing') return openMouth(12, 19)
  if (mood === 'telling') return openMouth(8, 13)
  if (mood === 'surprised') return ellipse(0, 47, 5, 6, '#7d2f2c')
  if (mood === 'worried') return stroke('M0,39 V42 M-9,49 Q-4,43 0,44 Q4,43 9,49', '#5a342b', 2.4)
  return stroke('M0,39 V43 M-12,43 Q-6,50 0,43 Q6,50 12,43', '#5a342b', 2.4)
}

/** How far a turn of the head moves what lies in front of it, and what lies at its sides. */
const turned = { muzzle: 17, mask: 9, eyes: 11, ears: -6 }

/** Squeezes the side of a drawing that turns away, so that a flat face reads as a round one. */
const squeezed = (shapes: string, shift: number, yaw: number): string =>
  `<g transform="translate(${(shift * yaw).toFixed(1)} 0) scale(${(1 - 0.08 * Math.abs(yaw)).toFixed(3)} 1)">${shapes}</g>`

/** Tale's head, about 145 units wide. `yaw` turns it from the front (0) to a side (-1, 1). Worry lays the ears back. */
export const foxHead = (pencil: Pencil, mood: FoxMood, gaze: FoxGaze, yaw = 0): string => {
  const fill = (shape: string, colour: string): string => pencil.fill(shape, colour, 'prop').shapes
  const oneEar = fill(ear, coat) + fill(earTip, sock) + fill(earInside, '#f2b9a0')
  const ears = mirror(mood === 'worried' ? place({ x: 6, y: 6, turn: 16 }, oneEar) : oneEar)
  const nose =
    path('M-9,30 C-7,24 7,24 9,30 C8,36 3,39 0,39 C-3,39 -8,36 -9,30Z', '#33201d') +
    ellipse(-2, 29, 3, 1.5, '#ffffff', 0.55)
  const tuft = stroke('M-6,-44 q4,8 0,14 M6,-44 q-2,7 2,12 M-16,-40 q3,6 1,10', darkCoat, 2.2, 0.55)
  const blush = ellipse(-38, 22, 11, 7, '#ee8d73', 0.45) + ellipse(38, 22, 11, 7, '#ee8d73', 0.45)
  const whiskers = stroke('M-46,30 q-12,0 -20,4 M46,30 q12,0 20,4', '#d9b48f', 1.4, 0.8)
  return (
    squeezed(ears, turned.ears, yaw) +
    fill(skull, coat) +
    path(cheeksAt(yaw), white) +
    squeezed(tuft, turned.mask, yaw) +
    squeezed(blush + whiskers, turned.mask, yaw) +
    squeezed(drawMouth(mood), turned.muzzle, yaw) +
    squeezed(drawEyes(mood, gaze) + drawBrows(mood), turned.eyes, yaw) +
    squeezed(nose, turned.muzzle, yaw)
  )
}

/** The head from behind: ears and skull, no face. */
export const foxHeadFromBehind = (pencil: Pencil): string => {
  const fill = (shape: string, colour: string): string => pencil.fill(shape, colour, 'prop').shapes
  const back =
    'M-52,-4 C-52,-36 -28,-48 0,-48 C28,-48 52,-36 52,-4 C56,6 62,14 70,20 C50,42 20,46 0,46 C-20,46 -50,42 -70,20 C-62,14 -56,6 -52,-4Z'
  const fringes =
    stroke(
      'M-62,22 q10,-2 16,4 M-50,32 q10,-4 16,2 M62,22 q-10,-2 -16,4 M50,32 q-10,-4 -16,2',
      darkCoat,
      2.2,
      0.5,
    ) + stroke('M-8,-36 q5,9 0,18 M8,-36 q-4,9 1,17 M-2,-12 q4,8 0,15', darkCoat, 2.2, 0.45)
  return mirror(fill(ear, darkCoat) + fill(earTip, sock)) + fill(back, coat) + fringes
}
