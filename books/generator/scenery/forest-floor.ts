import { shade } from '../colour.ts'
import { repeat, seededRandom } from '../random.ts'
import { circle, ellipse, path, place, short, stroke } from '../svg.ts'

/** A toadstool, 60 units tall at scale 1. */
export const mushroom = (x: number, y: number, scale: number, cap = '#c9604a'): string =>
  place(
    { x, y, scale },
    path('M-8,0 C-10,-14 -7,-26 -6,-36 H6 C7,-26 10,-14 8,0 C4,4 -4,4 -8,0Z', '#f1e4cc') +
      path('M-32,-34 C-30,-60 -14,-68 0,-68 C14,-68 30,-60 32,-34 C20,-28 -20,-28 -32,-34Z', cap) +
      path('M-32,-34 C-20,-28 20,-28 32,-34 C24,-24 -24,-24 -32,-34Z', shade(cap, -0.3)) +
      circle(-12, -50, 5, '#fbeedb') +
      circle(8, -56, 4, '#fbeedb') +
      circle(18, -44, 4.4, '#fbeedb'),
  )

/** A fern frond curving from its root; `reach` is its length, `turn` where it leans. */
const frond = (reach: number, turn: number, colour: string): string =>
  place(
    { x: 0, y: 0, turn },
    stroke(
      `M0,0 Q${short(reach * 0.1)},${short(-reach * 0.6)} ${short(reach * 0.4)},${short(-reach)}`,
      shade(colour, -0.2),
      3,
    ) +
      repeat(11, (index) => {
        const t = 0.16 + (index * 0.8) / 11
        const x = 2 * (1 - t) * t * reach * 0.1 + t * t * reach * 0.4
        const y = -(2 * (1 - t) * t * reach * 0.6 + t * t * reach)
        const length = reach * 0.3 * (1 - t * 0.75)
        const leaf = (side: number): string =>
          place(
            { x, y, turn: turnAt(t) + side * 62 },
            ellipse(0, -length / 2, length * 0.16, length / 2, colour),
          )
        return leaf(-1) + leaf(1)
      }),
  )

const turnAt = (t: number): number => 4 + t * 30

/** A fern of several fronds. */
export const fern = (
  x: number,
  y: number,
  size: number,
  colours: readonly string[],
  seed: number,
): string => {
  const random = seededRandom(seed)
  return place(
    { x, y },
    repeat(7, (index) => {
      const turn = -24 + Math.floor(index / 2) * 24
      const reach = size * (0.75 + random() * 0.4)
      const drawn = frond(reach, turn, colours[index % colours.length] ?? '#5d8c55')
      return index % 2 ? `<g transform="scale(-1 1)">${drawn}</g>` : drawn
    }),
  )
}

/** A snail on its way. */
export const snail = (x: number, y: number, scale: number): string =>
  place(
    { x, y, scale },
    path(
      'M-30,0 C-30,-8 -10,-8 6,-8 C14,-8 18,-20 26,-22 C34,-22 36,-12 30,-4 C26,2 10,2 -30,2Z',
      '#e3c9a0',
    ) +
      stroke('M26,-20 l-3,-13 M31,-20 l5,-12', '#b8976f', 2.4) +
      circle(-2, -20, 18, '#b9714d') +
      stroke('M-2,-20 m11,0 a11,11 0 1 0 -11,11 a8,8 0 0 0 5,-14 a5,5 0 0 0 -8,3', '#8a4f38', 2.6),
  )

/** Slanting beams of light between trees. */
export const lightShafts = (tops: readonly number[], bottom: number, lean: number, colour: string): string =>
  tops
    .map((x, index) => {
      const width = 34 + (index % 3) * 22
      return path(
        `M${x},-40 H${x + width} L${x + width * 2.2 + lean},${bottom} H${x + lean - width * 0.6}Z`,
        colour,
        'opacity="70%"',
      )
    })
    .join('')
