import { nothing, together } from '../drawing.ts'
import { type DrawHead, strands } from './head-of-hair.ts'
import { capStrands, frontStrands } from './tousled.ts'

const back =
  'M-58,-2 C-62,-48 -34,-68 0,-68 C34,-68 62,-48 58,-2 C62,24 60,42 52,52 C30,60 -30,60 -52,52 C-60,42 -62,24 -58,-2Z'
const fringe =
  'M-54,6 C-62,-40 -34,-66 2,-66 C38,-66 62,-40 54,6 C50,-8 46,-18 40,-25 C30,-20 18,-20 8,-27 C-4,-19 -20,-19 -32,-24 C-42,-16 -50,-8 -54,6Z'
const cap =
  'M-58,-2 C-62,-48 -34,-68 0,-68 C34,-68 62,-48 58,-2 C62,24 60,44 52,54 C30,64 -30,64 -52,54 C-60,44 -62,24 -58,-2Z'

/** To the chin, with a soft fringe. */
export const bob: DrawHead = (pencil, colour) => ({
  back: pencil.fill(back, colour, 'hair'),
  fringe: together(pencil.fill(fringe, colour, 'hair'), strands(pencil, frontStrands, colour)),
  fall: nothing,
  cap: together(pencil.fill(cap, colour, 'hair'), strands(pencil, capStrands, colour)),
})
