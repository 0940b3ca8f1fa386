import { shade } from '../colour.ts'
import { type Drawing, oval, type Pencil, together } from './drawing.ts'

const frame = '#4d5a70'
const tyre = '#3c3a44'
const seatColour = '#c8604a'

const hub = { x: -6, y: 42 }
const wheelRadius = 60

/** A tube of the frame: a thick line with a lighter one along it. */
const bar = (pencil: Pencil, shape: string, width: number): Drawing =>
  together(pencil.line(shape, frame, width, 1), pencil.line(shape, shade(frame, 0.35), width * 0.35, 0.8))

const spokes = (pencil: Pencil): Drawing =>
  together(
    ...Array.from({ length: 10 }, (_, index) => {
      const angle = (index * Math.PI) / 5 + 0.2
      const x = hub.x + Math.cos(angle) * (wheelRadius - 6)
      const y = hub.y + Math.sin(angle) * (wheelRadius - 6)
      return pencil.line(`M${hub.x},${hub.y} L${x.toFixed(1)},${y.toFixed(1)}`, '#9aa5b5', 1.8, 0.9)
    }),
  )

/** What lies behind the one who sits: far wheel, back rest, handle. Round the pelvis, facing right, soles at y 102. */
export const wheelchairBehind = (pencil: Pencil): Drawing =>
  together(
    pencil.line(oval(hub.x + 14, hub.y - 3, wheelRadius - 3, wheelRadius - 2), shade(tyre, 0.25), 6, 1),
    bar(pencil, 'M-42,24 L-46,-62 L-62,-66', 7),
    pencil.fill('M-48,-54 C-40,-58 -32,-54 -31,-48 L-27,18 C-30,24 -38,25 -43,22Z', seatColour, 'prop'),
    pencil.fill(
      'M-44,16 C-20,8 24,8 44,14 C48,20 46,28 40,30 L-36,30 C-44,28 -46,22 -44,16Z',
      seatColour,
      'prop',
    ),
    bar(pencil, 'M38,28 L60,92 L92,92', 6),
  )

/** What lies before: arm rest, near wheel with its spokes and hand rim, castor. The lap stays free. */
export const wheelchairBefore = (pencil: Pencil): Drawing =>
  together(
    bar(pencil, 'M-38,28 H38', 5),
    spokes(pencil),
    pencil.line(oval(hub.x, hub.y, wheelRadius, wheelRadius), tyre, 8, 1),
    pencil.line(oval(hub.x, hub.y, wheelRadius - 8, wheelRadius - 8), '#c9d1da', 3, 1),
    pencil.fill(oval(hub.x, hub.y, 8, 8), frame, 'prop'),
    pencil.line(oval(58, 88, 12, 12), tyre, 6, 1),
    pencil.fill(oval(58, 88, 4, 4), '#9aa5b5', 'prop'),
  )
