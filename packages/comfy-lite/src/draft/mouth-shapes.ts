import { brushStroke, closedCurve } from './brush-stroke.ts'
import type { MouthPose } from './expression-pose.ts'
import { bulge, circle, ellipse, type Points, path, pick } from './feature-shapes.ts'
import { clamp, type Field, sampleField } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { LIPS } from './landmark-groups.ts'
import { posedMouth, smileOf } from './posed-mouth.ts'

/** The four lip lines of one mouth, each from the corner on the left to the one on the right. */
export type LipLines = Readonly<Record<keyof typeof LIPS, Points>>

export type MouthShapes = {
  readonly lips: string
  readonly teeth: string
  /** Between and above the teeth, as thin as they may be. */
  readonly teethShade: string
  readonly tongue: string
  readonly inside: string
  /** The line between the lips, and its corners. */
  readonly line: string
}

/** From this gap between the inner lips, in shares of the mouth's width, a mouth is drawn open. */
const OPEN_MOUTH = 0.045
/** From this gap on it is drawn open whatever is in it. */
const SURELY_OPEN = 0.13
/** Teeth are about as bright as skin, lips and the dark between them are not. */
const TEETH_TONE = 0.86
/** A mouth's curve is overdrawn, and every child in a picture book looks a little pleased. */
const CURVE = 1.35
const PLEASED_PX = 2.5

/** @param tone the photo's, see `softTone`: a mouth that is only just open is drawn open where teeth shine in it */
export function mouthShapes(shape: Points, tone: Field, pose: MouthPose | 'own'): MouthShapes {
  const own = ownMouth(shape)
  const { gap, width } = openingOf(own)
  const showsTeeth = innerTone(shape, tone) >= TEETH_TONE
  const open = gap >= width * SURELY_OPEN || (gap >= width * OPEN_MOUTH && showsTeeth)
  const smiles = open && showsTeeth && smileOf(shape) > 0.5
  if (pose === 'own' || (pose.ownSmile && smiles)) return open ? openMouth(own, true) : closedMouth(own)
  const lips = posedMouth(shape, pose)
  return pose.open === 0 ? closedMouth(lips) : openMouth(lips, pose.opening === 'bowl')
}

function closedMouth(lips: LipLines): MouthShapes {
  const between = lips.upperInner.map((point, i) => mix(point, lips.lowerInner[i] ?? point, 0.5))
  return {
    lips: lipShape(lips),
    teeth: '',
    teethShade: '',
    tongue: '',
    inside: '',
    line: path(brushStroke(between, (t) => 1.3 + 2 * bulge(t, 1))) + corners(between),
  }
}

function openMouth(lips: LipLines, teeth: boolean): MouthShapes {
  const { upperInner, lowerInner } = lips
  const { gap, width } = openingOf(lips)
  const opening = path(closedCurve([...upperInner, ...lowerInner.slice(1, -1).toReversed()]))
  const clip = `<clipPath id="mouth">${opening}</clipPath>`
  const clipped = (content: string) => `${clip}<g clip-path="url(#mouth)">${content}</g>`
  // A mouth that is hardly open shows little but teeth, a wide one the upper row and the tongue.
  const row = gap < width * 0.22 ? gap * 0.92 : Math.max(width * 0.15, gap * 0.4)
  const [middleX, lowest] = lowerInner[5] ?? [0, 0]
  return {
    lips: lipShape(lips),
    inside: opening,
    teeth: teeth ? clipped(upperTeeth(upperInner, row)) : '',
    teethShade: teeth ? clipped(betweenTeeth(upperInner, row)) : '',
    tongue:
      gap > width * 0.28 ? clipped(ellipse([middleX, lowest + gap * 0.06], width * 0.27, gap * 0.36)) : '',
    line:
      path(
        brushStroke(upperInner, (t) => 0.8 + 1.2 * bulge(t, 1)),
        0.75,
      ) + corners([upperInner[0] ?? [0, 0], upperInner.at(-1) ?? [0, 0]]),
  }
}

/** The upper row, thinner towards the corners, its lower edge a little wavy. */
function upperTeeth(upperInner: Points, depth: number): string {
  const edge = Array.from({ length: 41 }, (_, i): Point => {
    const t = i / 40
    const [x, y] = along(upperInner, t)
    const wave = Math.abs(Math.sin(Math.PI * TEETH * t))
    return [x, y + depth * (0.55 + 0.45 * bulge(t, 1)) * (0.93 + 0.07 * wave)]
  })
  return path(closedCurve([...upperInner, ...edge.toReversed()]))
}

/** As many as a smile shows of the upper row. */
const TEETH = 8

function betweenTeeth(upperInner: Points, depth: number): string {
  const gaps = Array.from({ length: TEETH - 1 }, (_, i) => {
    const t = (i + 1) / TEETH
    const [x, y] = along(upperInner, t)
    const long = depth * (0.55 + 0.45 * bulge(t, 1))
    const line: Point[] = [
      [x, y + long * 0.35],
      [x, y + long * 0.95],
    ]
    return path(
      brushStroke(line, (at) => 0.3 + 0.8 * at),
      0.45,
    )
  })
  const underLip = upperInner.map(([x, y]): Point => [x, y + depth * 0.3])
  return path(closedCurve([...upperInner, ...underLip.toReversed()]), 0.5) + gaps.join('')
}

function lipShape({ upperOuter, lowerOuter }: LipLines): string {
  return path(closedCurve([...upperOuter, ...lowerOuter.slice(1, -1).toReversed()]))
}

function corners(line: Points): string {
  return [line[0], line.at(-1)].map((point) => circle(point?.[0] ?? 0, point?.[1] ?? 0, 1.6, 0.6)).join('')
}

function openingOf({ upperOuter, upperInner, lowerInner }: LipLines): { gap: number; width: number } {
  return {
    gap: (lowerInner[5]?.[1] ?? 0) - (upperInner[5]?.[1] ?? 0),
    width: Math.abs((upperOuter.at(-1)?.[0] ?? 0) - (upperOuter[0]?.[0] ?? 0)),
  }
}

/** How bright the middle of the mouth is, against skin. */
function innerTone(shape: Points, tone: Field): number {
  const spots = [3, 4, 5, 6, 7].map((i) =>
    middle(shape, [LIPS.upperInner[i] ?? 13, LIPS.lowerInner[i] ?? 14]),
  )
  return spots.reduce((sum, [x, y]) => sum + sampleField(tone, x, y), 0) / spots.length
}

/** The photo's own mouth, lifted or lowered a little further towards its corners. */
function ownMouth(shape: Points): LipLines {
  const [cornerLeft, cornerRight] = [middle(shape, [61]), middle(shape, [291])]
  const [centreX, centreY] = middle(shape, [13, 14])
  const half = Math.max(1, (cornerRight[0] - cornerLeft[0]) / 2)
  const rise = centreY - (cornerLeft[1] + cornerRight[1]) / 2
  const more = rise * (CURVE - 1) + PLEASED_PX
  const curved = (line: readonly number[]) =>
    line.map((index): Point => {
      const [x, y] = pick(shape, index)
      return [x, y - more * (Math.abs(x - centreX) / half) ** 2 + more * 0.35]
    })
  return {
    upperOuter: curved(LIPS.upperOuter),
    lowerOuter: curved(LIPS.lowerOuter),
    upperInner: curved(LIPS.upperInner),
    lowerInner: curved(LIPS.lowerInner),
  }
}

function along(line: Points, share: number): Point {
  const at = clamp(share, 0, 1) * (line.length - 1)
  const from = line[Math.floor(at)] ?? [0, 0]
  return mix(from, line[Math.ceil(at)] ?? from, at - Math.floor(at))
}

function mix(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}
