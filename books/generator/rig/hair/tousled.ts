import { shade } from '../../colour.ts'
import { type Drawing, nothing, type Pencil, together } from '../drawing.ts'
import { type DrawHead, strands } from './head-of-hair.ts'
import { type Lock, roundedLocks } from './lock.ts'

/** Close to the head: ears and neck stay free. */
const back =
  'M-54,-8 C-58,-44 -34,-60 0,-60 C34,-60 58,-44 54,-8 C55,0 53,6 50,12 L-50,12 C-53,6 -55,0 -54,-8Z'
const scalp =
  'M-54,6 C-62,-42 -38,-70 2,-70 C40,-70 62,-42 54,6 C53,-6 50,-15 45,-21 C32,-34 -30,-34 -45,-20 C-50,-14 -53,-6 -54,6Z'
/** Parted on one side: a few broad locks, swept across the forehead. */
const overForehead: readonly Lock[] = [
  [-42, -34, -53, 4, 5, 13],
  [44, -34, 53, 4, -6, 12],
  [-6, -44, -45, -13, -15, 20],
  [36, -40, 48, -13, 8, 14],
  [8, -48, -29, -20, -17, 20],
  [28, -46, 37, -22, 10, 15],
  [18, -50, -9, -25, -15, 18],
  [24, -50, 19, -27, 8, 14],
]
/** A few large waves along the skull, swept to one side, and a small cowlick: no thorns. */
const waves =
  'M-55,-14 C-62,-30 -59,-46 -49,-52 C-50,-64 -36,-72 -24,-68 C-22,-80 -4,-84 4,-77 C7,-80 12,-81 16,-79 C15,-77 15,-75 17,-73 C28,-76 40,-69 43,-58 C54,-54 60,-36 55,-14 C40,-40 -40,-40 -55,-14Z'
const waveStrands = [
  'M-48,-52 C-46,-44 -48,-34 -52,-22',
  'M-24,-68 C-26,-58 -34,-50 -42,-40',
  'M4,-77 C-2,-66 -12,-58 -22,-50',
  'M17,-73 C22,-66 30,-58 34,-48',
  'M43,-58 C48,-50 50,-40 51,-28',
  'M-10,-77 C-18,-66 -28,-56 -36,-46',
]
/** From behind: over all of the skull and down the nape into the scarf. The ears stand out beside it. */
const cap =
  'M-51,-8 C-60,-48 -35,-70 0,-70 C35,-70 60,-48 51,-8 C55,12 51,32 38,47 C30,55 28,60 24,64 C16,70 9,65 2,69 C-6,65 -14,71 -24,64 C-28,60 -30,55 -38,47 C-51,32 -55,12 -51,-8Z'
/** The nape, and over it what falls from the whorl. */
const nape: readonly Lock[] = [
  [-38, -2, -37, 36, -3, 12],
  [38, -2, 37, 36, 3, 12],
  [-28, 6, -28, 50, -4, 13],
  [30, 6, 29, 50, 4, 13],
  [-14, 8, -16, 60, -4, 13],
  [16, 8, 17, 60, 4, 13],
  [0, 8, 1, 63, 3, 13],
]
const whorl: readonly Lock[] = [
  [-32, -38, -44, 12, -6, 14],
  [34, -38, 44, 12, 6, 14],
  [-26, -44, -34, 24, -12, 17],
  [28, -44, 36, 22, 12, 17],
  [22, -48, 20, 28, 8, 16],
  [-14, -50, -18, 30, -12, 17],
  [6, -52, 2, 24, 8, 17],
]
export const capStrands = [
  'M0,-66 C-4,-30 -2,10 -6,50',
  'M-20,-62 C-36,-30 -40,10 -32,46',
  'M22,-62 C38,-30 40,10 30,46',
  'M-8,-64 C-20,-30 -22,10 -20,48',
  'M12,-64 C22,-30 22,10 16,50',
]

const crown = (pencil: Pencil, colour: string): Drawing =>
  together(pencil.patch(waves, colour, 'hair'), strands(pencil, waveStrands, colour, 1.4))

/** Short and a little wild, parted on one side. */
export const tousled: DrawHead = (pencil, colour) => ({
  back: pencil.fill(back, colour, 'hair'),
  fringe: together(pencil.patch(scalp, colour, 'hair'), roundedLocks(pencil, overForehead, colour)),
  fall: nothing,
  crown: crown(pencil, colour),
  cap: together(
    crown(pencil, colour),
    pencil.patch(cap, shade(colour, -0.04), 'hair'),
    roundedLocks(pencil, nape, shade(colour, -0.05)),
    roundedLocks(pencil, whorl, colour),
  ),
})
