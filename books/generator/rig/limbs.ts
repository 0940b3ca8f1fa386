import { shade } from '../colour.ts'
import { short } from '../svg.ts'
import { along, band, type Limb, tube } from './bones.ts'
import { type Drawing, nothing, oval, type Pencil, placeDrawing, together } from './drawing.ts'
import { hasCuffs, hasTrousers, type Outfit, sleeveColour } from './outfit.ts'

const tights = '#5d5a78'
const sole = '#ead9bd'

const degrees = (x: number, y: number): number => (Math.atan2(y, x) * 180) / Math.PI

/** A mitten of a hand with a thumb, along +x from the wrist; `side` 1 puts the thumb at +y, -1 at -y. */
const drawHand = (pencil: Pencil, skin: string, side: number): Drawing => {
  const y = (value: number): string => short(value * side)
  const hand =
    `M-10,${y(-6.5)} C-4,${y(-8.5)} 4,${y(-10)} 10,${y(-9)} C16,${y(-8)} 19,${y(-3)} 17.5,${y(2)} ` +
    `C16,${y(7)} 9,${y(9)} 4,${y(8)} C7,${y(12)} 6,${y(16.5)} 2.5,${y(16.5)} C-1.5,${y(16.5)} -3,${y(12)} -5,${y(9)} C-7,${y(8)} -9,${y(7.5)} -10,${y(6.5)}Z`
  const fingers = `M17,${y(-4)} L10.5,${y(-3.5)} M17.8,${y(1)} L11,${y(0.8)}`
  return together(pencil.fill(hand, skin, 'skin'), pencil.line(fingers, shade(skin, -0.32), 1.2, 0.55))
}

/** Thumbs point inwards, and upwards on an arm held out level. */
const thumbSide = (heading: { x: number; y: number }, side: -1 | 1): number =>
  Math.abs(heading.y) > 0.5 ? side * Math.sign(heading.y) : -Math.sign(heading.x || 1)

const elbowFolds = (pencil: Pencil, arm: Limb, colour: string): Drawing => {
  const { joint, root, end } = arm
  const crook = { x: (root.x + end.x) / 2 - joint.x, y: (root.y + end.y) / 2 - joint.y }
  const depth = Math.hypot(crook.x, crook.y)
  if (depth < 7) return nothing
  const inwards = { x: crook.x / depth, y: crook.y / depth }
  const mouth = along(joint, inwards, 7)
  const fold = (turn: number): string => {
    const cos = Math.cos(turn)
    const sin = Math.sin(turn)
    const tip = {
      x: joint.x - (inwards.x * cos - inwards.y * sin) * 6,
      y: joint.y - (inwards.x * sin + inwards.y * cos) * 6,
    }
    return `M${short(mouth.x)},${short(mouth.y)} L${short(tip.x)},${short(tip.y)}`
  }
  return pencil.line(`${fold(0.5)} ${fold(-0.4)}`, shade(colour, -0.34), 1.5, 0.5)
}

/** `side` says whose arm it is: -1 screen left, 1 screen right. */
export const drawArm = (pencil: Pencil, arm: Limb, skin: string, outfit: Outfit, side: -1 | 1): Drawing => {
  const bare = tube(arm, [11, 9, 7.5])
  const wrist = along(bare.end, bare.heading, 5)
  const hand = placeDrawing(
    { ...wrist, turn: degrees(bare.heading.x, bare.heading.y) },
    drawHand(pencil, skin, thumbSide(bare.heading, side)),
  )
  const sleeve = sleeveColour(outfit)
  return together(
    pencil.fill(bare.outline, skin, 'skin'),
    hand,
    pencil.fill(tube(arm, [14.5, 12.5, 12], 0, 0.88).outline, sleeve, 'clothes'),
    elbowFolds(pencil, arm, sleeve),
    hasCuffs(outfit)
      ? pencil.fill(band(arm, [14, 13, 13], 0.83, 0.95), outfit.second, 'clothes')
      : pencil.line(cuffLine(arm), shade(sleeve, -0.3), 1.6, 0.6),
  )
}

const cuffLine = (arm: Limb): string => {
  const { end, heading } = tube(arm, [14, 13, 12], 0, 0.86)
  const across = { x: -heading.y, y: heading.x }
  const from = along(end, across, -11)
  const to = along(end, across, 11)
  return `M${short(from.x)},${short(from.y)} L${short(to.x)},${short(to.y)}`
}

/**
 * Hides the seam where a sleeve meets the shirt of the same colour, so that shoulder and sleeve are one form. `towards` says
 * on which side of the arm the body lies; 0 is an arm seen before the body.
 */
export const shoulderPatch = (pencil: Pencil, arm: Limb, outfit: Outfit, towards: number): Drawing =>
  pencil.patch(
    towards === 0
      ? oval(arm.root.x, arm.root.y - 2, 16, 15)
      : oval(arm.root.x + towards * 7, arm.root.y + 2, 15, 13),
    sleeveColour(outfit),
    'clothes',
  )

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

const drawFoot = (pencil: Pencil, leg: Limb, turn: number, outfit: Outfit): Drawing =>
  placeDrawing(
    { ...leg.end, turn: -leg.endAngle * 0.8, mirrored: turn < 0, scale: 1.12 },
    drawShoe(pencil, outfit, turn),
  )

/** `turn` points the foot: -1 left, 0 at the viewer, 1 right; null leaves it out. */
export const drawLeg = (pencil: Pencil, leg: Limb, turn: number | null, outfit: Outfit): Drawing => {
  const foot = turn === null ? nothing : drawFoot(pencil, leg, turn, outfit)
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
