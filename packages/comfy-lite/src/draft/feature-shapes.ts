import { closedCurve } from './brush-stroke.ts'
import { clamp } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { EYES, OUTLINE } from './landmark-groups.ts'

export type Points = readonly Point[]

/** The face without its rim, as an SVG shape in canvas pixels. */
export function outlineShape(shape: Points): string {
  const centre = middle(shape, OUTLINE)
  const brow = Math.min(...EYES.flatMap((eye) => eye.browTop.map((i) => pick(shape, i)[1])))
  const rim = OUTLINE.map((i): Point => {
    const [x, y] = pick(shape, i)
    return [centre[0] + (x - centre[0]) * 0.79, Math.max(brow - 16, centre[1] + (y - centre[1]) * 0.92)]
  })
  return path(closedCurve(rim))
}

/** The face to a little within its rim. */
export function wholeFaceShape(shape: Points): string {
  const centre = middle(shape, OUTLINE)
  const rim = OUTLINE.map((i): Point => {
    const [x, y] = pick(shape, i)
    return [centre[0] + (x - centre[0]) * 0.94, centre[1] + (y - centre[1]) * 0.97]
  })
  return path(closedCurve(rim))
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

export function path(outline: string, opacity = 1): string {
  return `<path d="${outline}"${opacity === 1 ? '' : ` opacity="${opacity.toFixed(2)}"`}/>`
}

export function circle(cx: number, cy: number, radius: number, opacity = 1): string {
  return ellipse([cx, cy], radius, radius, opacity)
}

export function ellipse([cx, cy]: Point, rx: number, ry: number, opacity = 1): string {
  const faded = opacity === 1 ? '' : ` opacity="${opacity.toFixed(2)}"`
  return `<ellipse cx="${px(cx)}" cy="${px(cy)}" rx="${px(rx)}" ry="${px(ry)}"${faded}/>`
}

export function px(value: number): string {
  return value.toFixed(2)
}
