import { brushStroke, closedCurve } from './brush-stroke.ts'
import { clamp } from './field.ts'
import type { Point } from './frontal-face.ts'
import { middle } from './frontal-face.ts'
import { EYES, type EyeGroup, LIPS, OUTLINE } from './landmark-groups.ts'

type Points = readonly Point[]

/** White parts of the face, as SVG shapes in canvas pixels. */
export function outlineShape(shape: Points): string {
  const centre = middle(shape, OUTLINE)
  const brow = Math.min(...EYES.flatMap((eye) => eye.browTop.map((i) => pick(shape, i)[1])))
  const rim = OUTLINE.map((i): Point => {
    const [x, y] = pick(shape, i)
    return [centre[0] + (x - centre[0]) * 0.79, Math.max(brow - 16, centre[1] + (y - centre[1]) * 0.92)]
  })
  return `<path d="${closedCurve(rim)}"/>`
}

export type EyeShapes = {
  readonly white: string
  readonly iris: string
  readonly ink: string
  readonly sparkle: string
}

/** Picture-book eyes: the person's own lids, a large iris, a tapered lash line and two sparkles. */
export function eyeShapes(shape: Points): EyeShapes {
  const shapes = EYES.map((eye, i) => drawEye(shape, eye, `eye${i}`))
  const join = (part: keyof EyeShapes) => shapes.map((drawn) => drawn[part]).join('')
  return { white: join('white'), iris: join('iris'), ink: join('ink'), sparkle: join('sparkle') }
}

function drawEye(shape: Points, eye: EyeGroup, name: string): EyeShapes {
  const lids = openLids(shape, eye)
  const opening = closedCurve([...lids.upper, ...lids.lower.slice(1, -1).toReversed()])
  const clip = `<clipPath id="${name}"><path d="${opening}"/></clipPath>`
  const clipped = (content: string) => `${clip}<g clip-path="url(#${name})">${content}</g>`
  const gaze = middle(shape, eye.iris.slice(0, 1))
  const x = lids.centre[0] + clamp((gaze[0] - lids.centre[0]) * 0.5, -0.14 * lids.width, 0.14 * lids.width)
  const y = lids.centre[1] - lids.height * 0.03
  const radius = clamp(lids.height * 0.56, lids.width * 0.25, lids.width * 0.33)
  const circle = (cx: number, cy: number, r: number) => `<circle cx="${px(cx)}" cy="${px(cy)}" r="${px(r)}"/>`
  const outer = lids.upper[0] ?? lids.centre
  const side = Math.sign(outer[0] - lids.centre[0])
  const lash = brushStroke(
    [[outer[0] + side * 3.5, outer[1] - 2], ...lids.upper],
    (t) => 1.6 + 4.4 * bulge(t * 0.94, 0.62),
  )
  const under = brushStroke(lids.lower.slice(0, 7), (t) => 0.5 + 1.1 * bulge(t, 1))
  return {
    white: `<path d="${opening}"/>`,
    iris: clipped(circle(x, y, radius)),
    ink: `${clipped(circle(x, y, radius * 0.58))}<path d="${lash}"/><path d="${under}" opacity=".5"/>`,
    sparkle:
      circle(x - radius * 0.32, y - radius * 0.38, radius * 0.3) +
      circle(x + radius * 0.36, y + radius * 0.36, radius * 0.13),
  }
}

/** A picture-book eye is never narrower than this share of its width: lids that are closer are drawn apart. */
const MIN_OPENING = 0.4

function openLids(shape: Points, eye: EyeGroup) {
  const upper = eye.upperLid.map((i) => pick(shape, i))
  const lower = eye.lowerLid.map((i) => pick(shape, i))
  const [outer, inner] = [upper[0] ?? [0, 0], upper.at(-1) ?? [0, 0]]
  const width = Math.hypot(outer[0] - inner[0], outer[1] - inner[1])
  const heightOf = (line: Points) => middle(line, [3, 4, 5])[1]
  const height = Math.max(3, heightOf(lower) - heightOf(upper))
  const stretch = clamp((width * MIN_OPENING) / height, 1, 1.7)
  const level = (x: number) => outer[1] + ((x - outer[0]) / (inner[0] - outer[0])) * (inner[1] - outer[1])
  const apart = ([x, y]: Point): Point => [x, level(x) + (y - level(x)) * stretch]
  const [up, low] = [upper.map(apart), lower.map(apart)]
  const centre: Point = [(outer[0] + inner[0]) / 2, (heightOf(up) + heightOf(low)) / 2]
  return { upper: up, lower: low, centre, width, height: height * stretch }
}

export type MouthShapes = {
  readonly lips: string
  readonly teeth: string
  readonly inside: string
  readonly ink: string
}

/** From this gap between the inner lips, in shares of the mouth's width, a mouth is drawn open. */
const OPEN_MOUTH = 0.07

export function mouthShapes(shape: Points): MouthShapes {
  const line = (indices: readonly number[]) => indices.map((i) => pick(shape, i))
  const [upperOuter, lowerOuter] = [line(LIPS.upperOuter), line(LIPS.lowerOuter)]
  const [upperInner, lowerInner] = [line(LIPS.upperInner), line(LIPS.lowerInner)]
  const between = upperInner.map((point, i) => mix(point, lowerInner[i] ?? point, 0.5))
  const width = Math.abs((upperOuter.at(-1)?.[0] ?? 0) - (upperOuter[0]?.[0] ?? 0))
  const gap = (lowerInner[5]?.[1] ?? 0) - (upperInner[5]?.[1] ?? 0)
  const lips = `<path d="${closedCurve([...upperOuter, ...lowerOuter.slice(1, -1).toReversed()])}"/>`
  const corners = [between[0], between.at(-1)]
    .map((point) => point ?? [0, 0])
    .map(([x, y]) => `<circle cx="${px(x)}" cy="${px(y)}" r="1.6" opacity=".6"/>`)
    .join('')
  if (gap < width * OPEN_MOUTH) {
    const mouthLine = `<path d="${brushStroke(between, (t) => 1.2 + 1.8 * bulge(t, 1))}"/>`
    return { lips, teeth: '', inside: '', ink: mouthLine + corners }
  }
  const opening = closedCurve([...upperInner, ...lowerInner.slice(1, -1).toReversed()])
  const teethEnd = upperInner.map((point, i) =>
    mix(point, lowerInner[i] ?? point, gap > width * 0.25 ? 0.5 : 0.8),
  )
  const teeth = closedCurve([...upperInner, ...teethEnd.slice(1, -1).toReversed()])
  const upperLine = `<path d="${brushStroke(upperInner, (t) => 0.8 + 1.2 * bulge(t, 1))}" opacity=".75"/>`
  return { lips, teeth: `<path d="${teeth}"/>`, inside: `<path d="${opening}"/>`, ink: upperLine + corners }
}

/** 0 at both ends of a stroke, 1 within; `skew` below 1 moves the thick part to the start. */
function bulge(t: number, skew: number): number {
  return Math.sin(Math.PI * clamp(t, 0, 1) ** skew)
}

function pick(shape: Points, index: number): Point {
  const point = shape[index]
  if (point === undefined) throw new RangeError(`a face shape has no point ${index}`)
  return point
}

function mix(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

function px(value: number): string {
  return value.toFixed(2)
}
