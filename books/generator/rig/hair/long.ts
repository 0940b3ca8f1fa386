import { nothing, together } from '../drawing.ts'
import { type DrawHead, locks, shine, strands } from './head-of-hair.ts'

const back =
  'M-56,-6 C-60,-44 -34,-60 0,-60 C34,-60 60,-44 56,-6 C66,28 70,70 66,112 C58,118 50,118 44,114 C40,120 30,122 22,118 L-22,118 C-30,122 -40,120 -44,114 C-50,118 -58,118 -66,112 C-70,70 -66,28 -56,-6Z'
/** Parted a little beside the middle and drawn to both temples. */
const fringe = [
  'M-12,-67 C-44,-66 -62,-36 -57,12 C-54,2 -50,-8 -44,-14 C-30,-22 -16,-36 -8,-56Z',
  'M-14,-67 C18,-74 64,-50 57,12 C54,0 50,-9 44,-15 C24,-22 2,-36 -8,-56Z',
]
const falls = [
  'M-50,-28 C-60,-8 -58,18 -62,42 C-66,62 -65,82 -58,98 C-51,96 -47,90 -45,82 C-47,62 -44,46 -43,30 C-42,14 -44,-4 -42,-18Z',
  'M50,-28 C60,-8 58,18 62,42 C66,62 65,82 58,98 C51,96 47,90 45,82 C47,62 44,46 43,30 C42,14 44,-4 42,-18Z',
]
const fallStrands = [
  'M-50,-12 C-55,20 -59,60 -56,90',
  'M50,-12 C55,20 59,60 56,90',
  'M-46,-8 C-49,26 -52,56 -50,80',
  'M46,-8 C49,26 52,56 50,80',
]
const cap =
  'M-57,-2 C-62,-46 -34,-70 0,-70 C34,-70 62,-46 57,-2 C66,30 68,74 60,112 C52,120 46,114 40,122 C32,114 24,124 14,122 C6,118 -4,124 -14,122 C-24,124 -32,114 -40,122 C-46,114 -52,120 -60,112 C-68,74 -66,30 -57,-2Z'
const capStrands = [
  'M-2,-66 C-6,0 -4,60 -8,112',
  'M-20,-62 C-40,-10 -42,60 -44,110',
  'M18,-64 C40,-10 42,60 44,110',
  'M-10,-64 C-24,0 -24,60 -26,112',
  'M8,-64 C22,0 20,60 20,112',
]

/** Straight, past the shoulders, parted beside the middle. */
export const long: DrawHead = (pencil, colour) => ({
  back: pencil.fill(back, colour, 'hair'),
  fringe: together(
    locks(pencil, fringe, colour),
    strands(
      pencil,
      [
        'M-18,-62 C-36,-52 -48,-32 -50,-12',
        'M-4,-62 C20,-54 42,-38 50,-14',
        'M-14,-58 C-24,-44 -36,-30 -44,-20',
        'M4,-64 C30,-58 50,-40 54,-14',
        'M-4,-54 C8,-40 24,-30 40,-22',
      ],
      colour,
      1.6,
    ),
  ),
  fall: together(
    ...falls.map((side) => pencil.fill(side, colour, 'hair')),
    strands(pencil, fallStrands, colour, 1.6),
  ),
  crown: nothing,
  cap: together(
    pencil.fill(cap, colour, 'hair'),
    strands(pencil, capStrands, colour),
    shine(pencil, 'M-46,-26 C-28,-40 28,-40 46,-26', colour),
  ),
})
