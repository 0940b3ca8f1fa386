import type { HairStyle } from '@foxetales/shared-schemas/child'
import { shade } from '../colour.ts'
import type { Point, place } from '../svg.ts'
import { drawArm, handBefore, shoulderPatch } from './arms.ts'
import { along, bend, bones, direction, tube } from './bones.ts'
import { createPencil, type Drawing, nothing, oval, type Pencil, placeDrawing, together } from './drawing.ts'
import { hairStyles } from './hair/hair-styles.ts'
import type { HandShape } from './hands.ts'
import { drawLeg } from './legs.ts'
import { drawTorso, type Outfit } from './outfit.ts'
import type { Pose } from './pose.ts'
import { type PoseName, poses } from './poses.ts'
import { type Skeleton, skeletonOf } from './skeleton.ts'
import { wheelchairBefore, wheelchairBehind } from './wheelchair.ts'
import { drawGlasses, drawHearingAid, faceDrop, faceRadius } from './worn-on-the-head.ts'

export type ChildOptions = {
  /** Where the pelvis is, in page units; 1 scales the rig so that a standing child is 382 units tall. */
  x: number
  y: number
  scale: number
  pose: PoseName
  /** Joints that differ from the pose. */
  joints?: Partial<Pose>
  outfit: Outfit
  skin: string
  hair: string
  /** Faces the other way, or turned as a whole (degrees clockwise). */
  mirrored?: boolean
  turn?: number
  hoodUp?: boolean
}

/** The face ellipse in page units; `tilt` is degrees clockwise. */
export type FaceEllipse = { x: number; y: number; rx: number; ry: number; tilt: number }

export type ChildFigure = {
  /** Painted one above the other. */
  parts: Drawing[]
  /** Every head of hair that can be worn here, without which the head is bald. */
  hair: Partial<Record<HairStyle, { back: string; front: string }>>
  /** Over the face; empty where the face is not seen. */
  glasses: string
  hearingAid: string
  /** Hood rim and hat, over the hair. */
  headwear: string
  face: FaceEllipse | null
  /** Hands, and the arms of those that hold something: to be painted once more before what they hold. */
  hands: Drawing
  handLeft: Point
  handRight: Point
  head: Point
}

const headOutline =
  'M-50,-6 C-51,-40 -30,-54 0,-54 C30,-54 51,-40 50,-6 C50,20 31,52 0,53 C-31,52 -50,20 -50,-6Z'
const faceShiftPerYaw = 15
const hiddenEarYaw = 0.25
/** An arm raised further than this is drawn behind the head: nothing may cover the face. */
const raisedArm = 100
const farArmBehind = 8

const hoodBack =
  'M-66,-2 C-70,-54 -36,-78 0,-78 C36,-78 70,-54 66,-2 C68,30 50,58 30,62 L-30,62 C-50,58 -68,30 -66,-2Z'
const hoodRim =
  'M-66,-2 C-70,-54 -36,-78 0,-78 C36,-78 70,-54 66,-2 C67,22 58,44 44,56 C54,30 55,-8 47,-28 C34,-50 -34,-50 -47,-28 C-55,-8 -54,30 -44,56 C-58,44 -67,22 -66,-2Z'

const drawEars = (pencil: Pencil, skin: string, yaw: number, away: number): Drawing =>
  together(
    ...([-1, 1] as const).map((side) => {
      if (yaw * side > hiddenEarYaw) return nothing
      const x = side * away - yaw * faceShiftPerYaw * 0.4
      return together(
        pencil.fill(oval(x, 6, 10, 13), skin, 'skin'),
        pencil.line(`M${x + side * 3},0 q${-side * 7},5 ${-side * 2},11`, shade(skin, -0.3), 1.8, 0.7),
      )
    }),
  )

const drawHat = (pencil: Pencil, colour: string): Drawing =>
  together(
    pencil.fill(
      'M-58,-20 C-59,-62 -30,-82 0,-82 C30,-82 59,-62 58,-20 C30,-32 -30,-32 -58,-20Z',
      colour,
      'clothes',
    ),
    pencil.fill(
      'M-60,-14 C-30,-34 30,-34 60,-14 L59,-32 C30,-50 -30,-50 -59,-32Z',
      shade(colour, 0.3),
      'clothes',
    ),
    pencil.fill(oval(0, -86, 14, 14), shade(colour, 0.45), 'clothes'),
  )

const drawNeck = (pencil: Pencil, skin: string, skeleton: Skeleton): Drawing => {
  const neck = {
    ...bend(skeleton.head, 0, 0, [0, 0]),
    joint: along(skeleton.neck, direction(180), 6),
    end: skeleton.neck,
  }
  return pencil.fill(tube(neck, [13, 13, 14]).outline, shade(skin, -0.1), 'skin')
}

const sideOf = { armLeft: -1, armRight: 1 } as const

const handOf = (pose: Pose, which: 'armLeft' | 'armRight'): HandShape =>
  pose.hands?.[which === 'armLeft' ? 0 : 1] ??
  (Math.abs(pose[which][0] + pose[which][1] / 2) > raisedArm ? 'open' : 'relaxed')

/** Draws a child in a pose, bald. The face is left blank: clean skin, no features. */
export const drawChild = (options: ChildOptions): ChildFigure => {
  const { x, y, scale, skin, outfit, mirrored = false, turn = 0 } = options
  const pose: Pose = { ...poses[options.pose], ...options.joints }
  const skeleton = skeletonOf(pose)
  const pencil = createPencil(scale)
  const onHead = (drawing: Drawing): Drawing =>
    placeDrawing({ ...skeleton.head, turn: skeleton.headTurn, scale: bones.headScale }, drawing)
  const onPage = (drawing: Drawing): Drawing => placeDrawing({ x, y, turn, scale, mirrored }, drawing)
  const arm = (which: 'armLeft' | 'armRight'): Drawing =>
    drawArm(pencil, skeleton[which], skin, outfit, sideOf[which], handOf(pose, which))
  const holding = (which: 'armLeft' | 'armRight'): Drawing =>
    handOf(pose, which) === 'hold'
      ? arm(which)
      : handBefore(pencil, skeleton[which], skin, sideOf[which], handOf(pose, which))
  const leg = (which: 'legLeft' | 'legRight'): Drawing =>
    drawLeg(pencil, skeleton[which], pose[which][2], outfit, pose.onToes)
  const legs = together(leg('legLeft'), leg('legRight'))
  const torso = drawTorso(pencil, outfit, skeleton)
  const fromBehind = pose.view === 'back'
  const fromSide = pose.view === 'side'
  const seated = options.pose === 'wheelchair'
  const ears = drawEars(pencil, skin, fromBehind ? 0 : pose.yaw, fromBehind ? 52 : 51)
  const head = together(
    drawNeck(pencil, skin, skeleton),
    onHead(together(ears, pencil.fill(headOutline, skin, 'skin'))),
  )
  const leftBehind = pose.armLeft[0] < -raisedArm
  // Half turned, the far arm that swings back passes behind the body.
  const rightBehind = pose.armRight[0] > raisedArm || (fromSide && pose.armRight[0] < -farArmBehind)
  const seams = together(
    leftBehind ? nothing : shoulderPatch(pencil, skeleton.armLeft, outfit, 1, fromSide),
    rightBehind ? nothing : shoulderPatch(pencil, skeleton.armRight, outfit, -1, fromSide),
  )
  const hat = outfit.hat ? drawHat(pencil, outfit.hat) : nothing
  const order = fromBehind
    ? [
        legs,
        together(arm('armLeft'), arm('armRight')),
        head,
        together(torso.body, torso.straps, torso.collar),
      ]
    : [
        options.hoodUp ? onHead(pencil.fill(hoodBack, outfit.main, 'clothes')) : nothing,
        together(leftBehind ? arm('armLeft') : nothing, rightBehind ? arm('armRight') : nothing),
        together(seated ? wheelchairBehind(pencil) : nothing, pose.kneesFirst ? nothing : legs),
        torso.body,
        pose.kneesFirst ? legs : nothing,
        seated ? wheelchairBefore(pencil) : nothing,
        together(
          leftBehind ? nothing : arm('armLeft'),
          rightBehind ? nothing : arm('armRight'),
          seams,
          torso.straps,
        ),
        head,
        torso.collar,
      ]
  const headwear = together(
    options.hoodUp && !fromBehind ? onHead(pencil.fill(hoodRim, outfit.main, 'clothes')) : nothing,
    onHead(hat),
  )
  const shift = pose.yaw * faceShiftPerYaw
  const aidSide = pose.yaw > 0 ? -1 : 1
  const worn = (drawing: Drawing): string => (fromBehind ? '' : onPage(onHead(drawing)).shapes)
  const toPage = (point: Point): Point => pointOnPage(point, { x, y, scale, turn, mirrored })
  return {
    parts: order.filter((drawing) => drawing.shapes !== '').map(onPage),
    hair: hairOf(pencil, options, pose, (drawing) => onPage(onHead(drawing)).shapes),
    glasses: worn(drawGlasses(pencil, shift)),
    hearingAid: options.hoodUp ? '' : worn(drawHearingAid(pencil, aidSide, shift)),
    headwear: onPage(headwear).shapes,
    face: fromBehind ? null : faceOf(skeleton, { x, y, scale, turn, mirrored }),
    hands: onPage(together(holding('armLeft'), holding('armRight'))),
    handLeft: toPage(skeleton.armLeft.end),
    handRight: toPage(skeleton.armRight.end),
    head: toPage(skeleton.head),
  }
}

const blownDegrees = 11

/** Leans hair with the wind: what stands up and what hangs down lean to the same side. */
const blown = (drawing: Drawing, wind: number): Drawing => {
  if (wind === 0 || drawing.shapes === '') return drawing
  const lean = (shapes: string): string =>
    shapes && `<g transform="skewX(${(-wind * blownDegrees).toFixed(1)})">${shapes}</g>`
  return { shapes: lean(drawing.shapes), labels: lean(drawing.labels) }
}

const hairOf = (
  pencil: Pencil,
  { hair: colour, hoodUp, outfit }: ChildOptions,
  { view, wind = 0 }: Pose,
  onPage: (drawing: Drawing) => string,
): ChildFigure['hair'] =>
  Object.fromEntries(
    Object.entries(hairStyles).map(([style, draw]) => {
      const { back, fringe, fall, crown, cap } = draw(pencil, colour)
      if (view === 'back') return [style, { back: '', front: onPage(blown(cap, wind)) }]
      if (hoodUp) return [style, { back: '', front: onPage(fringe) }]
      const onTop = outfit.hat ? nothing : crown
      return [
        style,
        {
          back: onPage(blown(back, -wind)),
          front: onPage(together(blown(together(onTop, fringe), wind), blown(fall, -wind))),
        },
      ]
    }),
  )

type PagePlacement = Required<Parameters<typeof place>[0]>

const pointOnPage = (point: Point, { x, y, scale, turn, mirrored }: PagePlacement): Point => {
  const angle = (turn * Math.PI) / 180
  const across = point.x * scale * (mirrored ? -1 : 1)
  const down = point.y * scale
  return {
    x: x + across * Math.cos(angle) - down * Math.sin(angle),
    y: y + across * Math.sin(angle) + down * Math.cos(angle),
  }
}

const faceOf = (skeleton: Skeleton, placement: PagePlacement): FaceEllipse => {
  const angle = (skeleton.headTurn * Math.PI) / 180
  const right = skeleton.pose.yaw * faceShiftPerYaw * bones.headScale
  const down = faceDrop * bones.headScale
  const centre = {
    x: skeleton.head.x + right * Math.cos(angle) - down * Math.sin(angle),
    y: skeleton.head.y + right * Math.sin(angle) + down * Math.cos(angle),
  }
  return {
    ...pointOnPage(centre, placement),
    rx: faceRadius.x * bones.headScale * placement.scale,
    ry: faceRadius.y * bones.headScale * placement.scale,
    tilt: placement.turn + skeleton.headTurn * (placement.mirrored ? -1 : 1),
  }
}
