import { shade } from '../colour.ts'
import { type Point, short } from '../svg.ts'
import { band, type Limb, tube } from './bones.ts'
import { type Drawing, nothing, oval, type Pencil, placeDrawing, together } from './drawing.ts'
import { hasTrousers, type Outfit } from './outfit.ts'

const tights = '#5d5a78'
const sole = '#ead9bd'

/** Degrees by which a foot on its toes points down. */
const toeDrop = 34

const drawShoe = (pencil: Pencil, outfit: Outfit, turn: number): Drawing => {
  const toe = 15 + 12 * Math.abs(turn)
  const upper = `M-13,-10 C-13,-14 7,-14 9,-9 C14,-5 ${toe - 2},-4 ${toe + 1},5 C${toe + 2},9 ${toe},11 ${toe - 3},11 L-12,11 C-15,8 -15,-3 -13,-10Z`
  const under = `M-14,8 C-4,10 ${toe - 8},10 ${toe + 2},8 C${toe + 4},13 ${toe},15 ${toe - 4},15 L-12,15 C-15,14 -15,10 -14,8Z`
  return together(
    pencil.fill(upper, outfit.shoes, 'clothes'),
    pencil.fill(under, sole, 'clothes'),
    pencil.line(`M${toe * 0.3},-6 q4,3 3,7 M${toe * 0.52},-4 q3,3 2,6`, shade(outfit.shoes, 0.5), 1.8, 0.85),
    pencil.line(`M${toe - 6},9 q-2,-7 5,-9`, shade(outfit.shoes, -0.35), 1.5, 0.6),
  )
}

const kneeFolds = (pencil: Pencil, leg: Limb, colour: string): Drawing => {
  const { x, y } = leg.joint
  return pencil.line(
    `M${short(x - 11)},${short(y - 3)} q7,5 13,1 M${short(x - 7)},${short(y + 5)} q6,4 12,0`,
    shade(colour, -0.3),
    1.5,
    0.4,
  )
}

/** A leg that is bent further than this is drawn as thigh and shin, one over the other. */
const foldedKnee = 100

/** Past this the shin lies on the ground, and so does the foot, its toes the way the shin goes. */
const lyingShin = 45
const lyingFoot = 24

const drawFoot = (pencil: Pencil, leg: Limb, turn: number, outfit: Outfit, drop: number): Drawing =>
  Math.abs(leg.bend) > foldedKnee && Math.abs(leg.endAngle) > lyingShin
    ? placeDrawing(
        {
          ...leg.end,
          turn: lyingFoot * Math.sign(leg.endAngle),
          mirrored: leg.endAngle < 0,
          scale: 1.05,
        },
        drawShoe(pencil, outfit, 0.6),
      )
    : placeDrawing(
        {
          ...leg.end,
          turn: -leg.endAngle * 0.8 + Math.sign(turn || 1) * drop,
          mirrored: turn < 0,
          scale: 1.12,
        },
        drawShoe(pencil, outfit, turn),
      )

/** A shorter shin points away from the viewer: somebody kneels. */
const shortestShin = 24

const straight = (from: Point, to: Point, endAngle: number): Limb => ({
  root: from,
  joint: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
  end: to,
  endAngle,
  bend: 0,
})

const legColour = (outfit: Outfit): string =>
  hasTrousers(outfit) ? outfit.main : (outfit.trousers ?? tights)

/** Sitting cross-legged or with the knees drawn up: a round knee, and the shin before the thigh. */
const drawFoldedLeg = (pencil: Pencil, leg: Limb, foot: Drawing, outfit: Outfit): Drawing => {
  const colour = legColour(outfit)
  const thigh = straight(leg.root, leg.joint, leg.endAngle)
  const shin = straight(leg.joint, leg.end, leg.endAngle)
  const trousers = together(
    pencil.fill(tube(thigh, [20, 20, 18.5]).outline, colour, 'clothes'),
    pencil.fill(tube(shin, [18.5, 17, 15], 0, 0.94).outline, colour, 'clothes'),
    kneeFolds(pencil, leg, colour),
  )
  if (hasTrousers(outfit))
    return together(
      foot,
      trousers,
      outfit.kind === 'dungarees'
        ? pencil.fill(band(shin, [18, 17.5, 16.5], 0.72, 0.92), shade(outfit.main, 0.25), 'clothes')
        : nothing,
    )
  return together(
    trousers,
    foot,
    pencil.fill(tube(shin, [18, 16, 14.5], 0.4, 1, 'flat').outline, outfit.shoes, 'clothes'),
    pencil.fill(band(shin, [18.5, 17.6, 17], 0.36, 0.54), shade(outfit.shoes, 0.28), 'clothes'),
  )
}

/** Kneeling, seen from the front: a round knee on the ground, and the foot that peeps out behind it. */
const drawKneelingLeg = (pencil: Pencil, leg: Limb, outfit: Outfit): Drawing => {
  const colour = legColour(outfit)
  const outwards = Math.sign(leg.joint.x) || 1
  const { x, y } = leg.joint
  return together(
    pencil.fill(oval(x + outwards * 13, y + 8, 18, 10), outfit.shoes, 'clothes'),
    pencil.line(`M${short(x + outwards * 26 - 6)},${short(y + 15)} h12`, sole, 3.4, 0.9),
    pencil.fill(tube(straight(leg.root, leg.joint, 0), [20, 20, 18.5]).outline, colour, 'clothes'),
    kneeFolds(pencil, leg, colour),
  )
}

/** `turn` points the foot: -1 left, 0 at the viewer, 1 right; null leaves it out. */
export const drawLeg = (
  pencil: Pencil,
  leg: Limb,
  turn: number | null,
  outfit: Outfit,
  onToes = false,
): Drawing => {
  const foot = turn === null ? nothing : drawFoot(pencil, leg, turn, outfit, onToes ? toeDrop : 0)
  const shinLength = Math.hypot(leg.end.x - leg.joint.x, leg.end.y - leg.joint.y)
  if (turn === null && shinLength < shortestShin) return drawKneelingLeg(pencil, leg, outfit)
  if (Math.abs(leg.bend) > foldedKnee) return drawFoldedLeg(pencil, leg, foot, outfit)
  if (hasTrousers(outfit)) {
    return together(
      foot,
      pencil.fill(tube(leg, [21, 17.5, 16.5], 0, 0.9, 'flat').outline, outfit.main, 'clothes'),
      outfit.kind === 'dungarees'
        ? pencil.fill(band(leg, [21, 18, 17.5], 0.83, 0.94), shade(outfit.main, 0.25), 'clothes')
        : nothing,
      kneeFolds(pencil, leg, outfit.main),
    )
  }
  const trousers = pencil.fill(
    tube(leg, [20, 17, 15], 0, 0.94, 'flat').outline,
    outfit.trousers ?? tights,
    'clothes',
  )
  if (turn === null) return together(trousers, kneeFolds(pencil, leg, outfit.trousers ?? tights))
  return together(
    trousers,
    foot,
    pencil.fill(tube(leg, [19, 17, 14.5], 0.64, 1, 'flat').outline, outfit.shoes, 'clothes'),
    pencil.fill(band(leg, [19, 18.2, 17.6], 0.62, 0.71), shade(outfit.shoes, 0.28), 'clothes'),
  )
}
