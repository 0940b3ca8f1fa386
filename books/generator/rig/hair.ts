import { shade } from '../colour.ts'
import { createPencil, type Drawing, oval, type Pencil, together } from './drawing.ts'

/** Hair drawn round a head whose centre is the origin (half-width 52, half-height 54). */
export type Hair = {
  /** Behind the head. */
  back: Drawing
  /** The fringe, over the face. */
  front: Drawing
  /** The whole head of hair, seen from behind. */
  cap: Drawing
}

export type HairStyle = 'tousled' | 'bob' | 'curls'

const backOf: Record<HairStyle, string> = {
  tousled:
    'M-57,-2 C-63,-48 -35,-70 0,-70 C35,-70 63,-48 57,-2 C60,12 58,24 52,33 L46,27 L42,38 L-42,38 L-46,27 L-52,33 C-58,24 -60,12 -57,-2Z',
  bob: 'M-58,-2 C-62,-48 -34,-68 0,-68 C34,-68 62,-48 58,-2 C62,24 60,42 52,52 C30,60 -30,60 -52,52 C-60,42 -62,24 -58,-2Z',
  curls: `${oval(-46, -4, 24, 26)} ${oval(46, -4, 24, 26)} ${oval(-40, -38, 26, 25)} ${oval(40, -38, 26, 25)} ${oval(0, -52, 34, 24)} ${oval(-46, 22, 18, 18)} ${oval(46, 22, 18, 18)} ${oval(0, -10, 54, 54)}`,
}

const fringeOf: Record<HairStyle, string> = {
  tousled:
    'M-56,6 C-64,-40 -38,-67 -8,-69 C-12,-78 -2,-86 9,-82 C5,-78 7,-73 14,-69 C44,-66 64,-40 56,6 C53,-6 50,-16 45,-23 C41,-19 36,-20 31,-27 C24,-20 12,-19 3,-28 C-6,-21 -18,-20 -26,-28 C-31,-22 -38,-19 -44,-21 C-50,-14 -53,-5 -56,6Z',
  bob: 'M-54,6 C-62,-40 -34,-66 2,-66 C38,-66 62,-40 54,6 C50,-8 46,-18 40,-25 C30,-20 18,-20 8,-27 C-4,-19 -20,-19 -32,-24 C-42,-16 -50,-8 -54,6Z',
  curls: `${oval(-44, -20, 15, 16)} ${oval(-28, -36, 17, 16)} ${oval(-6, -43, 18, 16)} ${oval(18, -42, 17, 16)} ${oval(36, -30, 16, 16)} ${oval(48, -12, 13, 15)}`,
}

const capOf: Record<HairStyle, string> = {
  tousled:
    'M-57,-2 C-63,-48 -35,-70 -8,-70 C-12,-78 -2,-86 9,-82 C5,-78 7,-74 14,-69 C44,-66 63,-46 57,-2 C59,22 50,40 38,50 L30,42 L20,55 L8,45 L-6,56 L-18,45 L-30,53 L-38,44 C-50,36 -59,22 -57,-2Z',
  bob: 'M-58,-2 C-62,-48 -34,-68 0,-68 C34,-68 62,-48 58,-2 C62,24 60,44 52,54 C30,64 -30,64 -52,54 C-60,44 -62,24 -58,-2Z',
  curls: `${oval(-42, -6, 26, 28)} ${oval(42, -6, 26, 28)} ${oval(-30, -40, 28, 26)} ${oval(30, -40, 28, 26)} ${oval(0, 6, 52, 50)}`,
}

const frontStrands = [
  'M-8,-60 C-26,-54 -42,-38 -48,-14',
  'M8,-60 C30,-54 44,-38 48,-12',
  'M-4,-62 C-14,-54 -20,-44 -22,-34',
  'M14,-62 C24,-54 30,-44 32,-32',
]
const capStrands = [
  'M0,-66 C-4,-30 -2,10 -4,46',
  'M-20,-62 C-36,-30 -38,10 -32,44',
  'M22,-62 C38,-30 40,10 32,44',
  'M-8,-64 C-20,-30 -20,10 -18,46',
  'M12,-64 C22,-30 22,10 16,46',
]

const strands = (pencil: Pencil, shapes: string[], colour: string): Drawing =>
  together(
    ...shapes.map((shape, index) =>
      pencil.line(shape, index % 3 === 1 ? shade(colour, 0.22) : shade(colour, -0.28), 2),
    ),
  )

export const drawHair = (style: HairStyle, colour: string, pencil: Pencil = createPencil(1)): Hair => ({
  back: pencil.fill(backOf[style], colour, 'hair'),
  front: together(
    pencil.fill(fringeOf[style], colour, 'hair'),
    strands(pencil, style === 'curls' ? [] : frontStrands, colour),
  ),
  cap: together(
    pencil.fill(capOf[style], colour, 'hair'),
    strands(pencil, style === 'curls' ? [] : capStrands, colour),
  ),
})
