import { nothing, together } from '../drawing.ts'
import { type DrawHead, locks, shine, strands } from './head-of-hair.ts'
import { capStrands } from './tousled.ts'

const back =
  'M-58,-4 C-60,-44 -34,-60 0,-60 C34,-60 60,-44 58,-4 C66,22 68,46 54,62 C46,70 34,68 26,62 L-26,62 C-34,68 -46,70 -54,62 C-68,46 -66,22 -58,-4Z'
const fringe =
  'M-56,6 C-66,-40 -36,-68 2,-68 C38,-68 66,-40 56,6 C54,-8 51,-16 46,-22 C30,-16 18,-15 4,-18 C-12,-14 -30,-15 -44,-20 C-50,-14 -54,-6 -56,6Z'
const fringeLocks = [
  'M6,-66 C34,-62 50,-44 47,-19 C40,-17 34,-16 27,-16 C28,-36 22,-54 6,-66Z',
  'M-4,-66 C-34,-62 -50,-44 -46,-18 C-39,-16 -32,-15 -25,-15 C-28,-36 -20,-54 -4,-66Z',
  'M2,-67 C16,-56 26,-36 25,-15 C16,-14 8,-15 3,-17 C-6,-15 -16,-14 -23,-15 C-24,-36 -14,-56 2,-67Z',
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
  fringe: together(
    pencil.fill(fringe, colour, 'hair'),
    locks(pencil, fringeLocks, colour),
    strands(
      pencil,
      [
        'M-10,-62 C-22,-52 -30,-36 -32,-20',
        'M2,-64 C-4,-50 -8,-34 -8,-20',
        'M10,-62 C22,-52 30,-36 33,-20',
        'M5,-62 C10,-50 13,-34 13,-20',
      ],
      colour,
      1.6,
    ),
    shine(pencil, 'M-44,-38 C-26,-52 26,-52 44,-38', colour),
  ),
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
