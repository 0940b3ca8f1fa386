import { nothing, together } from '../drawing.ts'
import { type DrawHead, shine, strands } from './head-of-hair.ts'
import { type Lock, roundedLocks } from './lock.ts'
import { capStrands } from './tousled.ts'

const back =
  'M-58,-4 C-60,-44 -34,-60 0,-60 C34,-60 60,-44 58,-4 C66,22 68,46 54,62 C46,70 34,68 26,62 L-26,62 C-34,68 -46,70 -54,62 C-68,46 -66,22 -58,-4Z'
const fringe =
  'M-56,6 C-66,-40 -36,-68 2,-68 C38,-68 66,-40 56,6 C54,-8 51,-18 46,-24 C30,-22 18,-21 4,-24 C-12,-20 -30,-21 -44,-24 C-50,-16 -54,-6 -56,6Z'
/** Fringe in locks that end unevenly above the brows. */
const fringeLocks: readonly Lock[] = [
  [28, -51, 50, -10, 12, 11],
  [-27, -51, -49, -9, -12, 11],
  [23, -55, 40, -15, 11, 11],
  [-21, -55, -38, -14, -11, 11],
  [17, -58, 28, -14, 8, 12],
  [-14, -58, -25, -16, -8, 12],
  [10, -60, 15, -16, 5, 12],
  [-7, -60, -12, -13, -5, 12],
  [2, -65, 1, -17, 2, 12],
]
/** Beside the cheeks, turned in below the chin. */
const sides = [
  'M-50,-30 C-60,-14 -62,8 -62,26 C-62,46 -56,62 -40,64 C-34,64 -31,61 -30,58 C-38,54 -43,44 -43,30 C-43,12 -44,-8 -42,-20Z',
  'M50,-30 C60,-14 62,8 62,26 C62,46 56,62 40,64 C34,64 31,61 30,58 C38,54 43,44 43,30 C43,12 44,-8 42,-20Z',
]
const cap =
  'M-58,-2 C-62,-48 -34,-70 0,-70 C34,-70 62,-48 58,-2 C66,24 68,48 54,62 C34,74 -34,74 -54,62 C-68,48 -66,24 -58,-2Z'

/** To the chin and turned in, with a soft fringe. */
export const bob: DrawHead = (pencil, colour) => ({
  back: pencil.fill(back, colour, 'hair'),
  fringe: together(pencil.fill(fringe, colour, 'hair'), roundedLocks(pencil, fringeLocks, colour)),
  fall: together(
    ...sides.map((side) => pencil.fill(side, colour, 'hair')),
    strands(
      pencil,
      [
        'M-51,-16 C-56,6 -56,36 -45,56',
        'M51,-16 C56,6 56,36 45,56',
        'M-47,-12 C-50,8 -50,30 -44,46',
        'M47,-12 C50,8 50,30 44,46',
      ],
      colour,
      1.6,
    ),
  ),
  crown: nothing,
  cap: together(
    pencil.fill(cap, colour, 'hair'),
    strands(pencil, capStrands, colour),
    shine(pencil, 'M-46,-26 C-28,-40 28,-40 46,-26', colour),
  ),
})
