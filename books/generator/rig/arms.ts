import { shade } from '../colour.ts'
import { short } from '../svg.ts'
import { along, band, type Limb, tube } from './bones.ts'
import { type Drawing, nothing, oval, type Pencil, placeDrawing, together } from './drawing.ts'
import { drawHand, type HandShape } from './hands.ts'
import { hasCuffs, type Outfit, sleeveColour } from './outfit.ts'

const degrees = (x: number, y: number): number => (Math.atan2(y, x) * 180) / Math.PI

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

const handScale = 1.12

/** Puts a drawing of a hand at the end of an arm; `side` says whose it is: -1 screen left, 1 screen right. */
const atWrist = (arm: Limb, side: -1 | 1, draw: (thumb: number) => Drawing): Drawing => {
  const { end, heading } = tube(arm, [11, 9, 7.5])
  return placeDrawing(
    { ...along(end, heading, 5), turn: degrees(heading.x, heading.y), scale: handScale },
    draw(thumbSide(heading, side)),
  )
}

/** The hand alone, to be painted once more before the thing it holds. */
export const handBefore = (
  pencil: Pencil,
  arm: Limb,
  skin: string,
  side: -1 | 1,
  shape: HandShape,
): Drawing => atWrist(arm, side, (thumb) => drawHand(pencil, skin, thumb, shape))

/** `side` says whose arm it is: -1 screen left, 1 screen right. */
export const drawArm = (
  pencil: Pencil,
  arm: Limb,
  skin: string,
  outfit: Outfit,
  side: -1 | 1,
  shape: HandShape,
): Drawing => {
  const bare = tube(arm, [11, 9, 7.5])
  const hand = handBefore(pencil, arm, skin, side, shape)
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
 * on which side of the arm the body lies; `narrow` is a chest that is half turned away.
 */
export const shoulderPatch = (
  pencil: Pencil,
  arm: Limb,
  outfit: Outfit,
  towards: -1 | 1,
  narrow: boolean,
): Drawing =>
  pencil.patch(
    narrow
      ? oval(arm.root.x + towards * 4, arm.root.y + 2, 10, 11)
      : oval(arm.root.x + towards * 7, arm.root.y + 2, 15, 13),
    sleeveColour(outfit),
    'clothes',
  )
