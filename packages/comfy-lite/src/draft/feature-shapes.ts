import { brushStroke, closedCurve } from './brush-stroke.ts'
import { clamp } from './field.ts'
import type { Point } from './frontal-face.ts'
import { middle } from './frontal-face.ts'
import { EYES, type EyeGroup, OUTLINE } from './landmark-groups.ts'
import type { Mood } from './mood.ts'

export type Points = readonly Point[]

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
  /** The upper lid's shadow on the eye. */
  readonly shade: string
  readonly iris: string
  readonly pupil: string
  readonly lash: string
  /** The fold above the lid and the edge below the eye. */
  readonly lid: string
  readonly sparkle: string
}

/** Picture-book eyes: the person's own lids, a large iris, a tapered lash line and two sparkles. */
export function eyeShapes(shape: Points, mood: Mood): EyeShapes {
  const shapes = EYES.map((eye, i) =>
    mood === 'asleep' ? closedEye(shape, eye) : drawEye(shape, eye, `eye${i}`),
  )
  const join = (part: keyof EyeShapes) => shapes.map((drawn) => drawn[part]).join('')
  return {
    white: join('white'),
    shade: join('shade'),
    iris: join('iris'),
    pupil: join('pupil'),
    lash: join('lash'),
    lid: join('lid'),
    sparkle: join('sparkle'),
  }
}

/** A sleeping eye: the lids meet in a soft arc, and the lashes lie on the cheek. */
function closedEye(shape: Points, eye: EyeGroup): EyeShapes {
  const lids = openLids(shape, eye)
  const line = lids.lower.map(([x, y], i): Point => [x, y - lids.height * 0.12 * bulge(i / 8, 1)])
  const lash = `<path d="${brushStroke(line, (t) => 1.4 + 3 * bulge(t, 1))}"/>`
  const fold = `<path d="${brushStroke(lids.upper, (t) => 0.4 + 1.2 * bulge(t, 1))}" opacity=".45"/>`
  return { white: '', shade: '', iris: '', pupil: '', lash, lid: fold, sparkle: '' }
}

function drawEye(shape: Points, eye: EyeGroup, name: string): EyeShapes {
  const lids = openLids(shape, eye)
  const opening = closedCurve([...lids.upper, ...lids.lower.slice(1, -1).toReversed()])
  const clip = `<clipPath id="${name}"><path d="${opening}"/></clipPath>`
  const clipped = (content: string) => `${clip}<g clip-path="url(#${name})">${content}</g>`
  const gaze = middle(shape, eye.iris.slice(0, 1))
  const x = lids.centre[0] + clamp((gaze[0] - lids.centre[0]) * 0.6, -0.16 * lids.width, 0.16 * lids.width)
  const y = lids.centre[1] - lids.height * 0.02
  const radius = clamp(lids.height * 0.55, lids.width * 0.25, lids.width * 0.31)
  const circle = (cx: number, cy: number, r: number) => `<circle cx="${px(cx)}" cy="${px(cy)}" r="${px(r)}"/>`
  const outer = lids.upper[0] ?? lids.centre
  const side = Math.sign(outer[0] - lids.centre[0])
  const lash = brushStroke(
    [[outer[0] + side * 4, outer[1] - 2.5], ...lids.upper],
    (t) => 1.4 + 4.2 * bulge(t * 0.94, 0.62),
  )
  const under = brushStroke(lids.lower.slice(0, 8), (t) => 0.5 + 1.2 * bulge(t, 1))
  const fold = eye.crease.map((i) => pick(shape, i))
  const lidLine = brushStroke(fold, (t) => 0.5 + 1.5 * bulge(t, 1))
  const shadow = lids.upper.map(([lidX, lidY]): Point => [lidX, lidY + lids.height * 0.24])
  return {
    white: `<path d="${opening}"/>`,
    shade: clipped(`<path d="${closedCurve([...lids.upper, ...shadow.toReversed()])}"/>`),
    iris: clipped(circle(x, y, radius)),
    pupil: clipped(circle(x, y, radius * 0.55)),
    lash: `<path d="${lash}"/>`,
    lid: `<path d="${under}" opacity=".7"/><path d="${lidLine}" opacity=".6"/>`,
    sparkle:
      circle(x - radius * 0.34, y - radius * 0.36, radius * 0.3) +
      circle(x + radius * 0.36, y + radius * 0.38, radius * 0.14),
  }
}

/** A picture-book eye is never narrower than this share of its width: lids that are closer are drawn apart. */
const MIN_OPENING = 0.36

function openLids(shape: Points, eye: EyeGroup) {
  const upper = eye.upperLid.map((i) => pick(shape, i))
  const lower = eye.lowerLid.map((i) => pick(shape, i))
  const [outer, inner] = [upper[0] ?? [0, 0], upper.at(-1) ?? [0, 0]]
  const width = Math.hypot(outer[0] - inner[0], outer[1] - inner[1])
  const heightOf = (line: Points) => middle(line, [3, 4, 5])[1]
  const height = Math.max(3, heightOf(lower) - heightOf(upper))
  const stretch = clamp((width * MIN_OPENING) / height, 1, 1.6)
  const level = (x: number) => outer[1] + ((x - outer[0]) / (inner[0] - outer[0])) * (inner[1] - outer[1])
  const apart = ([x, y]: Point): Point => [x, level(x) + (y - level(x)) * stretch]
  const [up, low] = [upper.map(apart), lower.map(apart)]
  const centre: Point = [(outer[0] + inner[0]) / 2, (heightOf(up) + heightOf(low)) / 2]
  return { upper: up, lower: low, centre, width, height: height * stretch }
}

/** 0 at both ends of a stroke, 1 within; `skew` below 1 moves the thick part to the start. */
export function bulge(t: number, skew: number): number {
  return Math.sin(Math.PI * clamp(t, 0, 1) ** skew)
}

export function pick(shape: Points, index: number): Point {
  const point = shape[index]
  if (point === undefined) throw new RangeError(`a face shape has no point ${index}`)
  return point
}

export function px(value: number): string {
  return value.toFixed(2)
}
