import { nothing, together } from '../drawing.ts'
import { type DrawHead, strands } from './head-of-hair.ts'

const back =
  'M-57,-2 C-63,-48 -35,-70 0,-70 C35,-70 63,-48 57,-2 C60,12 58,24 52,33 L46,27 L42,38 L-42,38 L-46,27 L-52,33 C-58,24 -60,12 -57,-2Z'
const fringe =
  'M-56,6 C-64,-40 -38,-67 -8,-69 C-12,-78 -2,-86 9,-82 C5,-78 7,-73 14,-69 C44,-66 64,-40 56,6 C53,-6 50,-16 45,-23 C41,-19 36,-20 31,-27 C24,-20 12,-19 3,-28 C-6,-21 -18,-20 -26,-28 C-31,-22 -38,-19 -44,-21 C-50,-14 -53,-5 -56,6Z'
const cap =
  'M-57,-2 C-63,-48 -35,-70 -8,-70 C-12,-78 -2,-86 9,-82 C5,-78 7,-73 14,-69 C44,-66 63,-46 57,-2 C59,22 50,40 38,50 L30,42 L20,55 L8,45 L-6,56 L-18,45 L-30,53 L-38,44 C-50,36 -59,22 -57,-2Z'

export const frontStrands = [
  'M-8,-60 C-26,-54 -42,-38 -48,-14',
  'M8,-60 C30,-54 44,-38 48,-12',
  'M-4,-62 C-14,-54 -20,-44 -22,-34',
  'M14,-62 C24,-54 30,-44 32,-32',
]
export const capStrands = [
  'M0,-66 C-4,-30 -2,10 -4,46',
  'M-20,-62 C-36,-30 -38,10 -32,44',
  'M22,-62 C38,-30 40,10 32,44',
  'M-8,-64 C-20,-30 -20,10 -18,46',
  'M12,-64 C22,-30 22,10 16,46',
]

/** Short, a little wild, with a cowlick. */
export const tousled: DrawHead = (pencil, colour) => ({
  back: pencil.fill(back, colour, 'hair'),
  fringe: together(pencil.fill(fringe, colour, 'hair'), strands(pencil, frontStrands, colour)),
  fall: nothing,
  cap: together(pencil.fill(cap, colour, 'hair'), strands(pencil, capStrands, colour)),
})
