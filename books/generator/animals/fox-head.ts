import { shade } from '../colour.ts'
import { circle, ellipse, path, stroke } from '../svg.ts'

export const foxColours = {
  coat: '#e07f38',
  shadow: '#c4622a',
  white: '#fbf0dd',
  socks: '#4b2f2a',
  scarf: '#3f8a8c',
  innerEar: '#f2b9a0',
  blush: '#ee8d73',
  ink: '#2e1d1a',
}

/** A fox's shapes carry a pencil outline like the child's. */
export type Outliner = (shape: string, fill: string) => string

export const createOutliner = (scale: number): Outliner => {
  const width = (1.8 * Math.max(0.35, scale) ** -0.55).toFixed(2)
  return (shape, fill) =>
    path(
      shape,
      fill,
      `stroke="${shade(fill, -0.45)}" stroke-opacity="0.5" stroke-width="${width}" stroke-linejoin="round"`,
    )
}

const leftEar = 'M-45,-20 C-58,-56 -58,-84 -48,-94 C-32,-86 -16,-64 -9,-40Z'
const rightEar = 'M45,-20 C58,-56 58,-84 48,-94 C32,-86 16,-64 9,-40Z'
const leftTip = 'M-49,-70 C-54,-84 -52,-90 -48,-94 C-38,-88 -30,-78 -25,-70 C-34,-76 -42,-76 -49,-70Z'
const rightTip = 'M49,-70 C54,-84 52,-90 48,-94 C38,-88 30,-78 25,-70 C34,-76 42,-76 49,-70Z'
const leftInner = 'M-41,-34 C-48,-54 -47,-64 -43,-68 C-33,-62 -25,-52 -20,-42Z'
const rightInner = 'M41,-34 C48,-54 47,-64 43,-68 C33,-62 25,-52 20,-42Z'
const skull =
  'M-52,-4 C-52,-36 -28,-48 0,-48 C28,-48 52,-36 52,-4 C56,6 62,14 72,20 C64,26 58,28 50,29 C54,34 56,36 58,40 C40,42 28,48 16,52 C8,57 -8,57 -16,52 C-28,48 -40,42 -58,40 C-56,36 -54,34 -50,29 C-58,28 -64,26 -72,20 C-62,14 -56,6 -52,-4Z'
const cheeks =
  'M-70,20 C-56,16 -46,4 -32,4 C-20,4 -14,14 -8,22 C-4,27 4,27 8,22 C14,14 20,4 32,4 C46,4 56,16 70,20 C62,26 58,28 50,29 C54,34 56,36 58,40 C40,42 28,48 16,52 C8,57 -8,57 -16,52 C-28,48 -40,42 -58,40 C-56,36 -54,34 -50,29 C-58,28 -64,26 -70,20Z'
const nose = 'M-9,30 C-7,24 7,24 9,30 C8,36 3,39 0,39 C-3,39 -8,36 -9,30Z'
const backOfHead =
  'M-52,-4 C-52,-36 -28,-48 0,-48 C28,-48 52,-36 52,-4 C56,6 62,14 70,20 C50,42 20,46 0,46 C-20,46 -50,42 -70,20 C-62,14 -56,6 -52,-4Z'

export type Eyes = 'open' | 'happy' | 'closed'

const drawEyes = (eyes: Eyes, look: number): string => {
  if (eyes === 'open') {
    return [-24, 24]
      .map(
        (x) =>
          ellipse(x + look, -1, 6.2, 8, foxColours.ink) +
          circle(x + look + 2, -4, 2.4, '#ffffff') +
          stroke(`M${x - 8},-14 q8,-5 15,0`, foxColours.shadow, 2.4),
      )
      .join('')
  }
  const bow = eyes === 'happy' ? -11 : 9
  return [-24, 24].map((x) => stroke(`M${x - 10},0 q10,${bow} 20,0`, foxColours.ink, 3.2)).join('')
}

/** A fox's face about 144 wide, its centre the origin; `look` moves the pupils sideways. */
export const foxHead = (outlined: Outliner, eyes: Eyes, look: number): string =>
  outlined(leftEar, foxColours.coat) +
  outlined(rightEar, foxColours.coat) +
  outlined(leftTip, foxColours.socks) +
  outlined(rightTip, foxColours.socks) +
  outlined(leftInner, foxColours.innerEar) +
  outlined(rightInner, foxColours.innerEar) +
  outlined(skull, foxColours.coat) +
  path(cheeks, foxColours.white) +
  stroke('M-6,-44 q4,8 0,14 M6,-44 q-2,7 2,12 M-16,-40 q3,6 1,10', foxColours.shadow, 2.2, 0.55) +
  ellipse(-38, 22, 11, 7, foxColours.blush, 0.45) +
  ellipse(38, 22, 11, 7, foxColours.blush, 0.45) +
  drawEyes(eyes, look) +
  path(nose, '#33201d') +
  ellipse(-2, 29, 3, 1.5, '#ffffff', 0.55) +
  stroke('M0,39 V43 M-12,43 Q-6,50 0,43 Q6,50 12,43', '#5a342b', 2.4)

export const foxHeadFromBehind = (outlined: Outliner): string =>
  outlined(leftEar, foxColours.shadow) +
  outlined(rightEar, foxColours.shadow) +
  outlined(leftTip, foxColours.socks) +
  outlined(rightTip, foxColours.socks) +
  outlined(backOfHead, foxColours.coat)
