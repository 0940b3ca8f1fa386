import { shade } from '../../colour.ts'
import { seededRandom } from '../../random.ts'
import { short } from '../../svg.ts'
import { type Drawing, oval, type Pencil, together } from '../drawing.ts'

/** One curl of hair: centre and radius, in the head's units. */
export type Curl = readonly [x: number, y: number, radius: number]

/** A small spiral that turns inwards, `turned` to start anywhere on the round. */
const spiral = ([x, y, radius]: Curl, turned: number): string => {
  const points = Array.from({ length: 12 }, (_, index) => {
    const angle = turned + index * 0.62
    const reach = radius * (0.82 - index * 0.055)
    return `${short(x + Math.cos(angle) * reach)},${short(y + Math.sin(angle) * reach)}`
  })
  return `M${points.join(' L')}`
}

/** Round curls, each with its spiral; larger ones should come first. */
export const curlCluster = (
  pencil: Pencil,
  curls: readonly Curl[],
  colour: string,
  seed: number,
): Drawing => {
  const random = seededRandom(seed)
  return together(
    ...curls.map((curl, index) => {
      const [x, y, radius] = curl
      const tone = shade(colour, ((index % 3) - 1) * 0.06)
      return together(
        pencil.fill(oval(x, y, radius, radius * 0.94), tone, 'hair'),
        pencil.line(spiral(curl, random() * 6.3), shade(colour, index % 2 ? 0.2 : -0.3), 1.7, 0.6),
      )
    }),
  )
}

/** Curls on an arc round a centre, from one angle to another (degrees, 0 to the right, 90 down). */
export const curlsOnArc = (
  centre: readonly [x: number, y: number],
  radii: readonly [rx: number, ry: number],
  angles: readonly [from: number, to: number],
  count: number,
  radius: number,
): Curl[] =>
  Array.from({ length: count }, (_, index) => {
    const degrees = angles[0] + ((angles[1] - angles[0]) * index) / (count - 1)
    const angle = (degrees * Math.PI) / 180
    const own = radius * (index % 2 ? 0.9 : 1.08)
    return [centre[0] + Math.cos(angle) * radii[0], centre[1] + Math.sin(angle) * radii[1], own] as const
  })
