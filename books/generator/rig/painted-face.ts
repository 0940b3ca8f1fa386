import { circle, ellipse, place, stroke } from '../svg.ts'
import type { FaceEllipse } from './child.ts'

const drawnWidth = 41
const ink = '#3b2720'

/** A simple drawn face: for the village children, and for judging pages before a real child's face exists. */
export const paintedFace = (face: FaceEllipse, mood: 'awake' | 'asleep' = 'awake'): string => {
  const eye = (x: number): string =>
    mood === 'asleep'
      ? stroke(`M${x - 8},-1 q8,7 16,0`, ink, 2.8)
      : ellipse(x, 0, 4.6, 6, ink) + circle(x + 1.6, -2.2, 1.7, '#ffffff')
  const features =
    ellipse(-26, 14, 10, 7, '#e9796b', 0.38) +
    ellipse(26, 14, 10, 7, '#e9796b', 0.38) +
    eye(-17) +
    eye(17) +
    stroke('M-22,-14 q6,-5 12,-2 M10,-16 q6,-3 12,2', '#5a3d2c', 2.2, 0.7) +
    stroke('M-2,9 q3,4 6,0', '#b5694f', 2.2) +
    stroke('M-10,20 Q0,29 10,20', '#8c3b35', 2.6)
  return place({ x: face.x, y: face.y, turn: face.tilt, scale: face.rx / drawnWidth }, features)
}
