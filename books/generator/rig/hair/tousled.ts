import { nothing, together } from '../drawing.ts'
import type { DrawHead } from './head-of-hair.ts'
import { type Lock, pointedLocks } from './lock.ts'

/** Close to the head: ears and neck stay free. */
const back =
  'M-54,-8 C-58,-44 -34,-60 0,-60 C34,-60 58,-44 54,-8 C55,0 53,6 50,12 L-50,12 C-53,6 -55,0 -54,-8Z'
const scalp =
  'M-54,2 C-61,-42 -38,-69 2,-69 C40,-69 61,-42 54,2 C52,-10 48,-20 42,-27 C34,-33 24,-36 14,-37 C-6,-36 -28,-30 -40,-22 C-47,-16 -52,-8 -54,2Z'
/** Parted on one side: long locks laid over one another along the skull, swept across the forehead. */
const overForehead: readonly Lock[] = [
  [-6, -62, -56, 10, -22, 16],
  [34, -56, 56, 10, 10, 14],
  [4, -64, -49, -8, -24, 17],
  [26, -62, 49, -12, 13, 15],
  [12, -66, -38, -15, -23, 17],
  [16, -66, -22, -19, -19, 16],
  [24, -64, 38, -21, 10, 13],
  [20, -66, -5, -22, -15, 14],
  [22, -65, 14, -27, -8, 10],
]
/** Wisps that stand away from the head. */
const tufts: readonly Lock[] = [
  [-46, -34, -58, -30, 5, 8],
  [-28, -48, -50, -56, 9, 15],
  [34, -48, 53, -50, -7, 13],
  [-4, -52, -28, -74, 14, 19],
  [14, -52, 32, -69, -10, 17],
]
const cap =
  'M-54,-4 C-60,-46 -35,-69 0,-69 C35,-69 60,-46 54,-4 C53,12 44,26 32,33 L22,30 L14,39 L5,33 L-4,40 L-13,33 L-22,37 L-32,32 C-44,26 -53,12 -54,-4Z'
const whorl: readonly Lock[] = [
  [-28, -46, -52, 4, -12, 15],
  [32, -46, 52, 4, 12, 15],
  [-20, -44, -42, 22, -12, 15],
  [24, -44, 42, 22, 12, 15],
  [-10, -44, -27, 33, -9, 15],
  [14, -44, 28, 33, 9, 15],
  [-2, -46, -8, 38, -5, 14],
  [8, -46, 12, 37, 5, 14],
]
export const capStrands = [
  'M0,-66 C-4,-30 -2,10 -6,50',
  'M-20,-62 C-36,-30 -40,10 -32,46',
  'M22,-62 C38,-30 40,10 30,46',
  'M-8,-64 C-20,-30 -22,10 -20,48',
  'M12,-64 C22,-30 22,10 16,50',
]

/** Short and a little wild, parted on one side. */
export const tousled: DrawHead = (pencil, colour) => ({
  back: pencil.fill(back, colour, 'hair'),
  fringe: together(pencil.patch(scalp, colour, 'hair'), pointedLocks(pencil, overForehead, colour)),
  fall: nothing,
  crown: pointedLocks(pencil, tufts, colour),
  cap: together(
    pointedLocks(pencil, tufts, colour),
    pencil.fill(cap, colour, 'hair'),
    pointedLocks(pencil, whorl, colour),
  ),
})
