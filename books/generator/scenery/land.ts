import { shade } from '../colour.ts'
import { pick, repeat, seededRandom } from '../random.ts'
import { circle, path, short } from '../svg.ts'

type RidgeOptions = { bumps?: number; sharp?: boolean; slope?: number }

/** A hill or mountain line across the page, filled down to its foot. */
export const ridge = (
  y: number,
  height: number,
  seed: number,
  colour: string,
  options: RidgeOptions = {},
): string => {
  const { bumps = 5, sharp = false, slope = 0 } = options
  const random = seededRandom(seed)
  const points = Array.from({ length: bumps + 2 }, (_, index) => ({
    x: -90 + (index * 1180) / bumps,
    y: y + (random() - 0.5) * 2 * height + slope * (index / bumps - 0.5),
  }))
  const first = points[0] ?? { x: -90, y }
  let shape = `M-90,1100 L${short(first.x)},${short(first.y)}`
  for (const [index, to] of points.slice(1, bumps + 1).entries()) {
    const from = points[index] ?? first
    const reach = (to.x - from.x) * (sharp ? 0.12 : 0.45)
    shape += ` C${short(from.x + reach)},${short(from.y)} ${short(to.x - reach)},${short(to.y)} ${short(to.x)},${short(to.y)}`
  }
  return path(`${shape} L1100,1100Z`, colour)
}

/** Fields in perspective, seen from high above, with hedges. */
export const patchwork = (top: number, colours: readonly string[], hedge: string, seed: number): string => {
  const random = seededRandom(seed)
  let shapes = ''
  for (let row = 0; row < 6; row++) {
    const upper = top + row * row * 9 + row * 20
    const lower = top + (row + 1) ** 2 * 9 + (row + 1) * 20 + 2
    const spread = 1 + row * 0.25
    for (let column = -1; column < 7; column++) {
      const x = (at: number, scale: number) => short(500 + (at - 3) * 178 * scale + row * 30)
      const colour = pick(colours, column + row * 2 + 7)
      shapes += path(
        `M${x(column, spread)},${short(upper + random() * 8)} L${x(column + 1, spread)},${short(upper + random() * 8)} ` +
          `L${x(column + 1, spread + 0.25)},${short(lower + 8)} L${x(column, spread + 0.25)},${short(lower + 8)}Z`,
        colour,
      )
      if ((column + row) % 3 !== 0) continue
      shapes += repeat(6, (index) =>
        circle(
          500 + (column - 3) * 178 * spread + row * 30 + 12 + index * 24 * spread,
          upper + 6,
          7 + row * 2.4,
          hedge,
        ),
      )
    }
  }
  return shapes
}

/** A rough rock face with a hole: everything outside a jagged oval. `jag` 0.12 is worn, 0.24 is craggy. */
export const rockArch = (
  hole: { x: number; y: number; rx: number; ry: number },
  seed: number,
  jag: number,
  colour: string,
): string => {
  const random = seededRandom(seed)
  const corners = 26
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = (Math.PI * 2 * index) / corners
    const reach = 1 - jag / 2 + random() * jag
    const tooth = Math.sin(angle) < 0 && random() > 0.66 ? 1 - jag : 1
    return {
      x: hole.x + Math.cos(angle) * hole.rx * reach,
      y: hole.y + Math.sin(angle) * hole.ry * reach * tooth,
    }
  })
  const outline = points
    .map((point, index) => {
      const next = points[(index + 1) % corners] ?? point
      return `${short(point.x)},${short(point.y)} Q${short((point.x * 2 + next.x) / 3)},${short((point.y * 2 + next.y) / 3 - 6)} `
    })
    .join('')
  const start = points[0] ?? hole
  return path(
    `M-90,-90 H1090 V1090 H-90Z M${outline}${short(start.x)},${short(start.y)}Z`,
    colour,
    'fill-rule="evenodd"',
  )
}

export const crystal = (x: number, y: number, scale: number, colour: string, turn: number): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">` +
  path('M-16,0 L-20,-70 L0,-104 L20,-70 L16,0Z', colour) +
  path('M-4,0 L-4,-66 L0,-104 L20,-70 L16,0Z', shade(colour, -0.2)) +
  path('M-16,0 L-20,-70 L-4,-66 L-4,0Z', shade(colour, 0.3)) +
  '</g>'

export const stone = (x: number, y: number, width: number, colour: string): string =>
  path(
    `M${x - width},${y} C${x - width},${y - width * 0.55} ${x - width * 0.4},${y - width * 0.7} ${x},${y - width * 0.66} ` +
      `C${x + width * 0.6},${y - width * 0.64} ${x + width},${y - width * 0.4} ${x + width},${y} C${x + width * 0.6},${y + width * 0.24} ${x - width * 0.6},${y + width * 0.24} ${x - width},${y}Z`,
    colour,
  ) +
  path(
    `M${x - width * 0.6},${y - width * 0.42} C${x - width * 0.2},${y - width * 0.62} ${x + width * 0.3},${y - width * 0.6} ${x + width * 0.5},${y - width * 0.44} C${x + width * 0.1},${y - width * 0.5} ${x - width * 0.3},${y - width * 0.48} ${x - width * 0.6},${y - width * 0.42}Z`,
    shade(colour, 0.25),
  )
