import { brushStroke, closedCurve } from './brush-stroke.ts'
import { bulge, type Points, pick, px } from './feature-shapes.ts'
import { type Field, sampleField } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { LIPS } from './landmark-groups.ts'
import type { Mood } from './mood.ts'

export type MouthShapes = {
  readonly lips: string
  readonly teeth: string
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
export function mouthShapes(shape: Points, tone: Field, mood: Mood): MouthShapes {
  if (mood !== undefined) return closedMouth(shape, mood)
  const curved = curveMouth(shape)
  const [upperOuter, lowerOuter] = [curved(LIPS.upperOuter), curved(LIPS.lowerOuter)]
  const [upperInner, lowerInner] = [curved(LIPS.upperInner), curved(LIPS.lowerInner)]
  const between = upperInner.map((point, i) => mix(point, lowerInner[i] ?? point, 0.5))
  const width = Math.abs((upperOuter.at(-1)?.[0] ?? 0) - (upperOuter[0]?.[0] ?? 0))
  const gap = (lowerInner[5]?.[1] ?? 0) - (upperInner[5]?.[1] ?? 0)
  const lips = `<path d="${closedCurve([...upperOuter, ...lowerOuter.slice(1, -1).toReversed()])}"/>`
  const corners = [between[0], between.at(-1)]
    .map((point) => point ?? [0, 0])
    .map(([x, y]) => `<circle cx="${px(x)}" cy="${px(y)}" r="1.6" opacity=".6"/>`)
    .join('')
  if (gap < width * OPEN_MOUTH || (gap < width * SURELY_OPEN && innerTone(shape, tone) < TEETH_TONE)) {
    const mouthLine = `<path d="${brushStroke(between, (t) => 1.3 + 2 * bulge(t, 1))}"/>`
    return { lips, teeth: '', inside: '', line: mouthLine + corners }
  }
  const opening = closedCurve([...upperInner, ...lowerInner.slice(1, -1).toReversed()])
  const teethEnd = upperInner.map((point, i) =>
    mix(point, lowerInner[i] ?? point, gap > width * 0.25 ? 0.5 : 0.85),
  )
  const teeth = closedCurve([...upperInner, ...teethEnd.slice(1, -1).toReversed()])
  const upperLine = `<path d="${brushStroke(upperInner, (t) => 0.8 + 1.2 * bulge(t, 1))}" opacity=".75"/>`
  return {
    lips,
    teeth: `<path d="${teeth}"/>`,
    inside: `<path d="${opening}"/>`,
    line: upperLine + corners,
  }
}

/** Canvas pixels by which the corners of a mouth lie above its middle. */
const CORNERS = { asleep: 3, sad: -6 }
/** A smile is wide: closed, the mouth is narrower. */
const CLOSED_WIDTH = 0.8

/** The person's own lips, at rest. */
function closedMouth(shape: Points, mood: NonNullable<Mood>): MouthShapes {
  const centre = middle(shape, [13, 14])
  const half = Math.max(1, (middle(shape, [291])[0] - middle(shape, [61])[0]) / 2)
  const rest = LIPS.upperInner.map((upper, i): Point => {
    const [x] = middle(shape, [upper, LIPS.lowerInner[i] ?? upper])
    const across = (x - centre[0]) * CLOSED_WIDTH
    return [centre[0] + across, centre[1] - CORNERS[mood] * (across / (half * CLOSED_WIDTH)) ** 2]
  })
  const thickness = (outer: readonly number[], inner: readonly number[], i: number) =>
    middle(shape, [outer[i] ?? 0])[1] - middle(shape, [inner[i] ?? 0])[1]
  const lip = (outer: readonly number[], inner: readonly number[]) =>
    rest.map(([x, y], i): Point => [x, y + thickness(outer, inner, i)])
  const [upper, lower] = [lip(LIPS.upperOuter, LIPS.upperInner), lip(LIPS.lowerOuter, LIPS.lowerInner)]
  return {
    lips: `<path d="${closedCurve([...upper, ...lower.slice(1, -1).toReversed()])}"/>`,
    teeth: '',
    inside: '',
    line: `<path d="${brushStroke(rest, (t) => 1.2 + 1.8 * bulge(t, 1))}"/>`,
  }
}

/** How bright the middle of the mouth is, against skin. */
function innerTone(shape: Points, tone: Field): number {
  const spots = [3, 4, 5, 6, 7].map((i) =>
    middle(shape, [LIPS.upperInner[i] ?? 13, LIPS.lowerInner[i] ?? 14]),
  )
  return spots.reduce((sum, [x, y]) => sum + sampleField(tone, x, y), 0) / spots.length
}

/** Lifts or lowers the mouth towards its corners. Gives the points of a lip line. */
function curveMouth(shape: Points): (line: readonly number[]) => Point[] {
  const [cornerLeft, cornerRight] = [middle(shape, [61]), middle(shape, [291])]
  const [centreX, centreY] = middle(shape, [13, 14])
  const half = Math.max(1, (cornerRight[0] - cornerLeft[0]) / 2)
  const rise = centreY - (cornerLeft[1] + cornerRight[1]) / 2
  const more = rise * (CURVE - 1) + PLEASED_PX
  return (line) =>
    line.map((index): Point => {
      const [x, y] = pick(shape, index)
      return [x, y - more * (Math.abs(x - centreX) / half) ** 2 + more * 0.35]
    })
}

function mix(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}
