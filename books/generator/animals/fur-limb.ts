import { at, type Point } from '../svg.ts'

/** A station of a limb, a trunk or a tail: where its middle is, and half its width. */
export type Station = readonly [x: number, y: number, half: number]

type Slice = { middle: Point; half: number; heading: Point }

const stepsPerPart = 9

/** Catmull-Rom: the curve goes through every station. */
const between = (a: number, b: number, c: number, d: number, t: number): number =>
  0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)

const slicesOf = (stations: readonly Station[]): Slice[] => {
  const station = (index: number): Station => {
    const found = stations[Math.max(0, Math.min(stations.length - 1, index))]
    if (!found) throw new Error('a limb needs stations')
    return found
  }
  const parts = stations.length - 1
  const points = Array.from({ length: parts * stepsPerPart + 1 }, (_, step) => {
    const part = Math.min(parts - 1, Math.floor(step / stepsPerPart))
    const t = step / stepsPerPart - part
    const value = (which: 0 | 1 | 2): number =>
      between(
        station(part - 1)[which],
        station(part)[which],
        station(part + 1)[which],
        station(part + 2)[which],
        t,
      )
    return { middle: { x: value(0), y: value(1) }, half: Math.max(0.5, value(2)) }
  })
  return points.map((point, index) => {
    const next = points[Math.min(points.length - 1, index + 1)] ?? point
    const last = points[Math.max(0, index - 1)] ?? point
    const x = next.middle.x - last.middle.x
    const y = next.middle.y - last.middle.y
    const length = Math.hypot(x, y) || 1
    return { ...point, heading: { x: x / length, y: y / length } }
  })
}

const edge = ({ middle, half, heading }: Slice, side: number): Point => ({
  x: middle.x - heading.y * half * side,
  y: middle.y + heading.x * half * side,
})

const cap = ({ middle, half, heading }: Slice, way: number): Point[] =>
  [-75, -60, -45, -30, -15, 0, 15, 30, 45, 60, 75].map((degrees) => {
    const angle = (degrees * Math.PI) / 180
    const ahead = Math.cos(angle) * half * way
    const across = -Math.sin(angle) * half
    return {
      x: middle.x + heading.x * ahead - heading.y * across,
      y: middle.y + heading.y * ahead + heading.x * across,
    }
  })

/** A jagged seam between two colours of fur, across the limb. */
const seam = (slice: Slice, teeth: number, depth: number): Point[] =>
  Array.from({ length: teeth * 2 + 1 }, (_, index) => {
    const across = (1 - (index * 2) / (teeth * 2)) * slice.half
    const ahead = index % 2 ? depth : 0
    return {
      x: slice.middle.x - slice.heading.y * across + slice.heading.x * ahead,
      y: slice.middle.y + slice.heading.x * across + slice.heading.y * ahead,
    }
  }).reverse()

const joined = (points: readonly Point[]): string => `M${points.map(at).join(' L')}Z`

/** The outline of a limb through its stations, rounded at both ends. */
export const furLimb = (stations: readonly Station[]): string => {
  const slices = slicesOf(stations)
  const first = slices[0]
  const last = slices.at(-1)
  if (!first || !last) throw new Error('a limb needs stations')
  return joined([
    ...slices.map((slice) => edge(slice, 1)),
    ...cap(last, 1),
    ...slices.map((slice) => edge(slice, -1)).reverse(),
    ...cap(first, -1).reverse(),
  ])
}

/** The end of a limb from `from` (0 to 1) on, in other fur: a sock, the tip of a tail. Its seam is jagged. */
export const furEnd = (stations: readonly Station[], from: number, teeth = 2, depth = 5): string => {
  const slices = slicesOf(stations)
  const kept = slices.slice(Math.round(from * (slices.length - 1)))
  const first = kept[0]
  const last = kept.at(-1)
  if (!first || !last) throw new Error('a limb needs stations')
  return joined([
    ...kept.map((slice) => edge(slice, 1)),
    ...cap(last, 1),
    ...kept.map((slice) => edge(slice, -1)).reverse(),
    ...seam(first, teeth, depth),
  ])
}
