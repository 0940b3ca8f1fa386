import { shade } from '../colour.ts'
import { along, type Limb, tube } from './bones.ts'
import { type Drawing, nothing, type Pencil, placeDrawing, together } from './drawing.ts'
import { hasCuffs, hasTrousers, type Outfit, sleeveColour } from './outfit.ts'

const palm = 'M-10,-7 C-2,-11 10,-11 14,-4 C16,4 8,10 -2,9 C-8,9 -11,8 -10,-7Z'
const thumb = 'M-2,-8 C2,-16 9,-15 8,-9 C7,-6 3,-5 0,-5Z'
const tights = '#5d5a78'

const degrees = (x: number, y: number): number => (Math.atan2(y, x) * 180) / Math.PI

export const drawArm = (pencil: Pencil, arm: Limb, skin: string, outfit: Outfit): Drawing => {
  const bare = tube(arm, [11.5, 9.5, 7.5])
  const wrist = along(bare.end, bare.heading, 6)
  const hand = placeDrawing(
    { ...wrist, turn: degrees(bare.heading.x, bare.heading.y) },
    together(pencil.fill(palm, skin, 'skin'), pencil.fill(thumb, skin, 'skin')),
  )
  return together(
    pencil.fill(bare.outline, skin, 'skin'),
    hand,
    pencil.fill(tube(arm, [14, 13, 12.5], 0, 0.86).outline, sleeveColour(outfit), 'clothes'),
    hasCuffs(outfit)
      ? pencil.fill(tube(arm, [14, 13.6, 13.6], 0.79, 0.88).outline, outfit.second, 'clothes')
      : nothing,
  )
}

/** `turn` points the foot: -1 left, 0 at the viewer, 1 right. */
export const drawLeg = (pencil: Pencil, leg: Limb, turn: number, outfit: Outfit): Drawing => {
  const length = 15 + 11 * Math.abs(turn)
  const shoe = together(
    pencil.fill(
      `M-12,-9 C-12,-13 8,-13 10,-8 C16,-4 ${length},-2 ${length + 2},7 C${length + 3},12 ${length},13 ${length - 3},13 L-11,13 C-15,10 -14,-2 -12,-9Z`,
      outfit.shoes,
      'clothes',
    ),
    pencil.line(`M-13,11 L${length + 1},11`, shade(outfit.shoes, -0.45), 3.4, 1),
  )
  const foot = placeDrawing({ ...leg.end, turn: -leg.endAngle * 0.8, mirrored: turn < 0 }, shoe)
  if (hasTrousers(outfit)) {
    return together(
      pencil.fill(tube(leg, [21, 17.5, 16.5], 0, 0.93).outline, outfit.main, 'clothes'),
      outfit.kind === 'dungarees'
        ? pencil.fill(tube(leg, [21, 18, 17.5], 0.86, 0.95).outline, shade(outfit.main, 0.25), 'clothes')
        : nothing,
      foot,
    )
  }
  return together(
    pencil.fill(tube(leg, [15, 12.5, 9.5]).outline, tights, 'clothes'),
    pencil.fill(tube(leg, [18, 16.5, 14.5], 0.62, 1).outline, outfit.shoes, 'clothes'),
    foot,
  )
}
