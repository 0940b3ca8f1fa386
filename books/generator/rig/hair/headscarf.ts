import { shade } from '../../colour.ts'
import { nothing, together } from '../drawing.ts'
import { type DrawHead, shine } from './head-of-hair.ts'

/** The cloth's own colour: it never follows the child's hair. */
const headscarfColour = '#3f8a8c'

const back =
  'M-58,-4 C-60,-44 -34,-60 0,-60 C34,-60 60,-44 58,-4 C64,26 68,52 62,78 C40,92 -40,92 -62,78 C-68,52 -64,26 -58,-4Z'
/** Wound against the frame, so that it stays open. */
const opening = 'M-44,8 C-44,32 -28,53 0,53 C28,53 44,32 44,8 C44,-20 28,-36 0,-36 C-28,-36 -44,-20 -44,8Z'
const frame = `M-62,6 C-64,-46 -36,-70 0,-70 C36,-70 64,-46 62,6 C62,34 46,60 26,68 C12,72 -12,72 -26,68 C-46,60 -62,34 -62,6Z ${opening}`
const band =
  'M-40,-14 C-30,-30 -16,-36 0,-36 C16,-36 30,-30 40,-14 C32,-34 18,-43 0,-43 C-18,-43 -32,-34 -40,-14Z'
const drape =
  'M-52,40 C-40,58 -18,66 0,66 C20,66 42,58 53,38 C68,58 70,78 60,90 C48,86 40,92 28,104 C14,112 -2,104 -16,98 C-34,98 -52,96 -64,84 C-70,70 -64,52 -52,40Z'
const folds = [
  'M-50,52 C-30,76 4,82 40,66',
  'M-56,70 C-30,92 4,94 34,84',
  'M48,50 C44,66 36,82 26,98',
  'M-54,-30 C-58,-8 -56,20 -46,42',
  'M54,-30 C58,-8 56,20 46,42',
  'M-34,-58 C-14,-66 20,-66 38,-56',
]
const cap =
  'M-60,0 C-64,-48 -36,-70 0,-70 C36,-70 64,-48 60,0 C64,30 72,60 66,86 C44,100 22,96 0,110 C-22,96 -44,100 -66,86 C-72,60 -64,30 -60,0Z'
const capFolds = [
  'M-50,-20 C-30,10 -10,50 -2,100',
  'M50,-20 C30,10 10,50 2,100',
  'M-56,20 C-44,50 -24,76 -6,92',
  'M56,20 C44,50 24,76 6,92',
]

/** A hijab: it frames the face and falls in folds over the shoulders. No hair is seen. */
export const headscarf: DrawHead = (pencil) => {
  const cloth = (shape: string, lighter = 0) => pencil.fill(shape, shade(headscarfColour, lighter), 'prop')
  const foldLines = (shapes: readonly string[]) =>
    shapes.map((shape) => pencil.line(shape, shade(headscarfColour, -0.34), 2, 0.5))
  return {
    back: cloth(back, -0.1),
    fringe: together(
      cloth(frame),
      cloth(band, 0.22),
      shine(pencil, 'M-46,-40 C-30,-58 28,-60 46,-42', headscarfColour, 7),
    ),
    fall: together(cloth(drape, 0.04), ...foldLines(folds)),
    crown: nothing,
    cap: together(cloth(cap), ...foldLines(capFolds)),
  }
}
