import { nothing, together } from '../drawing.ts'
import { type DrawHead, locks, shine, strands } from './head-of-hair.ts'

const back =
  'M-56,-8 C-60,-44 -34,-60 0,-60 C34,-60 60,-44 56,-8 C60,6 60,20 55,34 C52,30 50,28 47,26 C48,34 46,42 41,48 L-41,48 C-46,42 -48,34 -47,26 C-50,28 -52,30 -55,34 C-60,20 -60,6 -56,-8Z'
const crown = [
  'M-14,-62 C-18,-76 -10,-88 4,-90 C0,-82 4,-76 12,-72 C8,-66 -4,-60 -14,-62Z',
  'M4,-64 C6,-76 16,-84 28,-82 C23,-77 22,-71 26,-66 C20,-60 10,-60 4,-64Z',
]
const fringe =
  'M-57,8 C-63,-24 -54,-54 -24,-65 C8,-76 46,-66 56,-34 C61,-18 60,-4 56,10 C54,0 51,-10 47,-18 C42,-24 34,-28 24,-30 C8,-32 -14,-30 -30,-24 C-44,-18 -52,-6 -57,8Z'
const frontLocks = [
  'M30,-62 C52,-54 60,-32 56,-6 C52,-16 46,-22 37,-25 C44,-36 42,-50 30,-62Z',
  'M-22,-64 C-50,-58 -64,-30 -57,9 C-54,-4 -49,-12 -41,-17 C-48,-34 -42,-52 -22,-64Z',
  'M4,-68 C28,-66 44,-46 40,-22 C34,-28 26,-30 16,-29 C24,-42 20,-58 4,-68Z',
  'M-4,-68 C-34,-62 -46,-38 -42,-15 C-36,-22 -28,-25 -19,-24 C-26,-40 -20,-58 -4,-68Z',
  'M14,-69 C-12,-66 -26,-44 -21,-20 C-12,-29 4,-32 19,-27 C6,-38 4,-56 14,-69Z',
]
const frontStrands = [
  'M-8,-62 C-26,-54 -38,-40 -38,-24',
  'M10,-64 C-6,-56 -14,-42 -12,-30',
  'M22,-62 C32,-54 36,-44 36,-32',
  'M-30,-58 C-44,-46 -52,-28 -52,-12',
  'M38,-54 C48,-44 54,-30 53,-16',
]
const cap =
  'M-57,-2 C-63,-48 -35,-70 -8,-70 C14,-74 66,-60 57,-2 C60,22 52,38 42,50 C38,46 35,44 31,42 C29,50 25,56 19,60 C15,54 12,50 7,47 C4,54 -1,60 -7,62 C-10,55 -13,51 -17,47 C-21,54 -26,58 -31,58 C-32,50 -34,46 -38,44 C-52,36 -60,22 -57,-2Z'
export const capStrands = [
  'M0,-66 C-4,-30 -2,10 -6,50',
  'M-20,-62 C-36,-30 -40,10 -32,46',
  'M22,-62 C38,-30 40,10 30,46',
  'M-8,-64 C-20,-30 -22,10 -20,48',
  'M12,-64 C22,-30 22,10 16,50',
]

/** Short, a little wild, brushed to one side, with a cowlick. */
export const tousled: DrawHead = (pencil, colour) => ({
  back: pencil.fill(back, colour, 'hair'),
  fringe: together(
    pencil.fill(fringe, colour, 'hair'),
    locks(pencil, frontLocks, colour),
    strands(pencil, frontStrands, colour, 1.6),
    shine(pencil, 'M-44,-40 C-28,-56 24,-60 44,-42', colour, 6),
  ),
  fall: nothing,
  crown: locks(pencil, crown, colour),
  cap: together(
    locks(pencil, crown, colour),
    pencil.fill(cap, colour, 'hair'),
    strands(pencil, capStrands, colour),
    shine(pencil, 'M-46,-26 C-28,-40 28,-40 46,-26', colour),
  ),
})
