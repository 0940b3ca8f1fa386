import { circle, ellipse, path, place, stroke } from '../svg.ts'
import type { FaceEllipse } from './child.ts'

const drawnWidth = 43
const ink = '#3b2720'

/** A simple drawn face: for the village children, and for judging pages before a real child's face exists. */
export const paintedFace = (face: FaceEllipse, mood: 'awake' | 'asleep' = 'awake'): string => {
  const eye = (x: number): string =>
    mood === 'asleep'
      ? stroke(`M${x - 8},-1 q8,7 16,0`, ink, 2.8)
      : ellipse(x, 0.6, 7.6, 5.8, '#fffaf2') +
        circle(x, 0.4, 5, '#5d4030') +
        circle(x, 0.4, 3.4, ink) +
        circle(x + 1.8, -1.8, 1.7, '#ffffff') +
        stroke(`M${x - 8.4},-1 q8.4,-9 16.8,0`, ink, 2.4)
  const features =
    ellipse(-25, 15, 10, 7, '#e9796b', 0.32) +
    ellipse(25, 15, 10, 7, '#e9796b', 0.32) +
    eye(-16.5) +
    eye(16.5) +
    stroke('M-25,-14 q8,-6 15,-2 M10,-16 q8,-4 15,2', '#4a3226', 2.8, 0.75) +
    ellipse(0, 6, 6, 9, '#fff0dc', 0.1) +
    stroke('M-6,11 q-2,3 1,4 M6,11 q2,3 -1,4 M-3,14.5 q3,2 6,0', '#7d4432', 1.8, 0.7) +
    path('M-12,20 Q0,25 12,20 C10,32 -10,32 -12,20Z', '#93403a') +
    path('M-9,21.6 Q0,25 9,21.6 L8,24 Q0,26.6 -8,24Z', '#fff6ea')
  return place({ x: face.x, y: face.y, turn: face.tilt, scale: face.rx / drawnWidth }, features)
}
