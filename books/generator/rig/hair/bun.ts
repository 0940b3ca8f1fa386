import { shade } from '../../colour.ts'
import { oval, together } from '../drawing.ts'
import { type DrawHead, shine, strands } from './head-of-hair.ts'

const back =
  'M-54,-4 C-58,-42 -34,-60 0,-60 C34,-60 58,-42 54,-4 C54,12 52,22 48,32 L-48,32 C-52,22 -54,12 -54,-4Z'
const hairline =
  'M-56,10 C-62,-38 -36,-66 0,-66 C36,-66 62,-38 56,10 C54,-6 50,-18 43,-26 C34,-34 22,-38 8,-38 C4,-36 -2,-36 -6,-38 C-22,-38 -34,-34 -43,-26 C-50,-18 -54,-6 -56,10Z'
const knot = oval(0, -82, 27, 23)
/** Short hair that the tie does not reach, along the hairline. */
const babyHair = [
  'M-41,-28 C-39,-26 -38,-24 -39,-20',
  'M41,-28 C39,-26 38,-24 39,-20',
  'M-22,-37 C-19,-36 -18,-34 -19,-31',
  'M26,-36 C23,-35 22,-33 23,-30',
  'M-50,-12 C-48,-10 -48,-8 -49,-5',
  'M50,-12 C48,-10 48,-8 49,-5',
]
const wisps = [
  'M-54,2 C-58,14 -57,24 -52,32 C-54,22 -53,14 -51,4Z',
  'M54,2 C58,14 57,24 52,32 C54,22 53,14 51,4Z',
]
const cap =
  'M-56,-2 C-60,-46 -34,-67 0,-67 C34,-67 60,-46 56,-2 C57,22 44,46 16,52 C8,54 -8,54 -16,52 C-44,46 -57,22 -56,-2Z'
const swept = [
  'M-50,-8 C-48,-34 -28,-56 -6,-62',
  'M50,-8 C48,-34 28,-56 6,-62',
  'M-38,-28 C-30,-44 -16,-56 -3,-62',
  'M38,-28 C30,-44 16,-56 3,-62',
  'M-20,-36 C-14,-48 -6,-56 0,-62',
  'M20,-36 C14,-48 6,-56 0,-62',
  'M-45,-19 C-40,-42 -22,-58 -4,-63',
  'M45,-19 C40,-42 22,-58 4,-63',
  'M-30,-33 C-24,-46 -12,-56 -2,-62',
  'M30,-33 C24,-46 12,-56 2,-62',
  'M-8,-38 C-6,-48 -2,-56 0,-62',
  'M9,-38 C7,-48 3,-56 0,-62',
]
const knotLines = [
  'M-20,-86 C-10,-102 14,-100 20,-84',
  'M-15,-76 C-8,-92 10,-92 15,-78',
  'M-6,-72 C-2,-82 6,-82 8,-74',
]

/** Brushed up into a top knot. Its tie is as dark as the hair, since the whole layer follows the child's hair. */
export const bun: DrawHead = (pencil, colour) => {
  const tie = pencil.fill(
    'M-15,-64 C-8,-58 8,-58 15,-64 L13,-71 C6,-66 -6,-66 -13,-71Z',
    shade(colour, -0.3),
    'hair',
  )
  const topKnot = together(
    pencil.fill(knot, colour, 'hair'),
    strands(pencil, knotLines, colour, 1.8),
    shine(pencil, 'M-14,-94 C-6,-100 6,-100 14,-94', colour, 5),
    tie,
  )
  return {
    back: pencil.fill(back, colour, 'hair'),
    fringe: together(
      pencil.fill(hairline, colour, 'hair'),
      strands(pencil, swept, colour, 1.8),
      strands(pencil, babyHair, colour, 1.7),
    ),
    fall: together(...wisps.map((wisp) => pencil.fill(wisp, colour, 'hair'))),
    crown: topKnot,
    cap: together(
      pencil.fill(cap, colour, 'hair'),
      strands(
        pencil,
        [
          'M-44,22 C-42,-16 -22,-50 -4,-62',
          'M44,22 C42,-16 22,-50 4,-62',
          'M-22,44 C-24,0 -12,-44 0,-62',
          'M22,44 C24,0 12,-44 0,-62',
          'M0,50 V-60',
        ],
        colour,
      ),
      topKnot,
    ),
  }
}
