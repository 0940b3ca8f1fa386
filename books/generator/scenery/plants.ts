import { shade } from '../colour.ts'
import { pick, repeat, seededRandom } from '../random.ts'
import { circle, ellipse, path, place, rect, short, stroke } from '../svg.ts'

type LeafColours = readonly [dark: string, middle: string, light: string]

const crown = [
  [0, -195, 64],
  [-48, -165, 48],
  [50, -168, 50],
  [-24, -230, 46],
  [28, -228, 44],
  [0, -150, 46],
] as const

/** A broad tree, 300 units tall at scale 1; its foot is at (x, y). Light comes from the upper left. */
export const tree = (
  x: number,
  y: number,
  scale: number,
  colours: LeafColours,
  seed: number,
  trunk = '#7b5a45',
): string => {
  const random = seededRandom(seed)
  const [dark, middle, light] = colours
  const stem =
    path('M-13,0 C-8,-50 -12,-90 -5,-150 L7,-150 C12,-80 8,-40 17,0Z', trunk) +
    stroke('M0,-90 q20,-24 34,-50 M-2,-80 q-18,-20 -34,-54', trunk, 7)
  const masses = [
    { colour: dark, size: 1, dx: 6, dy: 9, opacity: 0.85 },
    { colour: middle, size: 0.86, dx: -3, dy: -5, opacity: 0.85 },
    { colour: light, size: 0.5, dx: -15, dy: -22, opacity: 0.4 },
  ]
    .map(({ colour, size, dx, dy, opacity }) =>
      crown
        .map(([cx, cy, radius]) =>
          repeat(5, () => {
            const angle = random() * 6.28
            const away = random() * radius * 0.5 * size
            const rx = radius * (0.42 + random() * 0.2) * size
            const ry = radius * (0.36 + random() * 0.18) * size
            return ellipse(
              cx + dx + Math.cos(angle) * away,
              cy + dy + Math.sin(angle) * away,
              rx,
              ry,
              colour,
              opacity,
            )
          }),
        )
        .join(''),
    )
    .join('')
  const dabs = repeat(Math.round(40 + 150 * scale), (index) => {
    const [cx, cy, radius] = pick(crown, index)
    const angle = random() * 6.28
    const away = radius * (0.1 + random() * 0.72)
    const lit = Math.sin(angle) + Math.cos(angle) < 0.2
    const size = (0.55 + random() * 0.5) * Math.max(0.5, scale ** 0.6)
    const colour = lit ? (index % 3 ? light : middle) : index % 3 ? dark : middle
    const spot = { x: cx + Math.cos(angle) * away, y: cy + Math.sin(angle) * away, turn: random() * 180 }
    return place(spot, ellipse(0, 0, (8 * size) / scale, (4.4 * size) / scale, colour, 0.7))
  })
  return place({ x, y, scale }, stem + masses + dabs)
}

/** A fir of overlapping drooping tiers, 250 units tall at scale 1, with snow if a colour is given. */
export const fir = (
  x: number,
  y: number,
  scale: number,
  colour: string,
  seed: number,
  snow?: string,
): string => {
  const random = seededRandom(seed)
  const hem = (half: number, height: number, scallops: number) =>
    repeat(scallops, (index) => {
      const end = half - (2 * half * (index + 1)) / scallops
      const middle = half - (2 * half * (index + 0.5)) / scallops
      return ` Q${short(middle)},${short(height + 5 + random() * 5)} ${short(end)},${short(height - (index < scallops - 1 ? 4 : 0))}`
    })
  const tier = (half: number, foot: number, height: number, fill: string, scallops: number) =>
    path(
      `M0,${short(foot - height)} Q${short(half * 0.34)},${short(foot - height * 0.4)} ${short(half)},${short(foot)}` +
        `${hem(half, foot, scallops)} Q${short(-half * 0.34)},${short(foot - height * 0.4)} 0,${short(foot - height)}Z`,
      fill,
    )
  const tiers = Array.from({ length: 5 }, (_, index) => {
    const half = (76 - index * 13.5) * (0.94 + random() * 0.12)
    const foot = -14 - index * 37
    const height = 104 - index * 9
    const cap = snow ? tier(half * 0.62, foot - height * 0.34, height * 0.62, snow, 4) : ''
    return tier(half, foot, height, shade(colour, index * 0.05 - 0.06), 6) + cap
  })
  return place({ x, y, scale }, rect(-6, -24, 12, 26, shade(colour, -0.35)) + tiers.join(''))
}

/** A row of firs along a line; `spread` is how much their sizes differ. */
export const firRow = (
  line: { from: number; to: number; y: number; count: number },
  scale: number,
  colour: string,
  seed: number,
  snow?: string,
): string => {
  const random = seededRandom(seed)
  return repeat(line.count, (index) => {
    const x =
      line.from + ((line.to - line.from) * index) / Math.max(1, line.count - 1) + (random() - 0.5) * 30
    return fir(x, line.y + random() * 8, scale * (0.8 + random() * 0.4), colour, seed + index, snow)
  })
}

/** Blades from `from` to `to`, rooted around `y`. */
export const grass = (
  from: number,
  to: number,
  y: number,
  height: number,
  colours: readonly string[],
  count: number,
  seed: number,
  slope = 0,
): string => {
  const random = seededRandom(seed)
  return repeat(count, (index) => {
    const share = random()
    const x = from + (to - from) * share
    const root = y + slope * (share - 0.5) + random() * height * 0.3
    const tall = height * (0.5 + random() * 0.7)
    const lean = (random() - 0.5) * tall * 0.8
    return path(
      `M${short(x - 2.6)},${short(root)} Q${short(x + lean * 0.2)},${short(root - tall * 0.6)} ${short(x + lean)},${short(root - tall)} ` +
        `Q${short(x + lean * 0.35 + 3)},${short(root - tall * 0.5)} ${short(x + 3)},${short(root)}Z`,
      pick(colours, index),
    )
  })
}

/** Daisies and tulips in a band; nearer ones are larger. */
export const flowers = (
  from: number,
  to: number,
  top: number,
  bottom: number,
  colours: readonly string[],
  count: number,
  seed: number,
): string => {
  const random = seededRandom(seed)
  const spots = Array.from({ length: count }, () => ({
    x: from + random() * (to - from),
    y: top + random() * (bottom - top),
    kind: random(),
  }))
  return spots
    .sort((first, second) => first.y - second.y)
    .map(({ x, y, kind }, index) => {
      const colour = pick(colours, index)
      const stem =
        stroke(`M0,0 q${short((kind - 0.5) * 10)},18 0,34`, '#5f8a55', 2.6) +
        path('M0,24 q9,-9 14,-8 q-4,8 -14,12Z', '#6f9a5c')
      const petals = [0, 72, 144, 216, 288]
        .map((turn) => place({ x: 0, y: 0, turn: turn + kind * 90 }, ellipse(0, -6.5, 4.6, 7, colour)))
        .join('')
      const daisy = petals + circle(0, 0, 3.4, '#f4c352')
      const tulip = path('M-7,2 C-9,-8 -5,-13 -3,-13 L0,-8 L3,-13 C6,-13 9,-8 7,2 C4,6 -4,6 -7,2Z', colour)
      const scale = 0.7 + ((y - top) / (bottom - top + 1)) * 0.8
      return place({ x, y, scale }, stem + (kind < 0.5 ? daisy : tulip))
    })
    .join('')
}

/** One leaf from its stalk at (x, y), `turn` degrees clockwise from upright. */
export const leaf = (
  x: number,
  y: number,
  length: number,
  turn: number,
  colour: string,
  veins = true,
): string => {
  const width = length * 0.24
  const blade = path(
    `M0,0 C${short(width)},${short(-length * 0.25)} ${short(width * 0.9)},${short(-length * 0.75)} 0,${short(-length)} ` +
      `C${short(-width * 0.9)},${short(-length * 0.75)} ${short(-width)},${short(-length * 0.25)} 0,0Z`,
    colour,
  )
  const rib = stroke(
    `M0,0 Q${short(width * 0.08)},${short(-length * 0.5)} 0,${short(-length * 0.94)}`,
    shade(colour, -0.25),
    Math.max(1.4, length * 0.014),
  )
  return place({ x, y, turn }, blade + (veins ? rib : ''))
}

/** A fan of leaves from one place: the corner of a page, a bush. */
export const spray = (
  x: number,
  y: number,
  count: number,
  length: number,
  fromTurn: number,
  toTurn: number,
  colours: readonly string[],
  seed: number,
): string => {
  const random = seededRandom(seed)
  return repeat(count, (index) => {
    const turn = fromTurn + ((toTurn - fromTurn) * index) / Math.max(1, count - 1) + (random() - 0.5) * 12
    return leaf(
      x + (random() - 0.5) * 50,
      y + (random() - 0.5) * 40,
      length * (0.65 + random() * 0.5),
      turn,
      pick(colours, index),
    )
  })
}

/** A branch from (x, y) by (dx, dy) with leaves on both sides. */
export const branch = (
  x: number,
  y: number,
  dx: number,
  dy: number,
  bark: string,
  leaves: readonly string[],
  seed: number,
  count = 12,
  length = 74,
): string => {
  const random = seededRandom(seed)
  const wood = stroke(`M${x},${y} Q${x + dx * 0.5},${y + dy * 0.2} ${x + dx},${y + dy}`, bark, 9)
  const heading = (Math.atan2(dy, dx) * 180) / Math.PI + 90
  const foliage = repeat(count, (index) => {
    const t = 0.12 + (0.88 * index) / (count - 1)
    const px = x + 2 * (1 - t) * t * dx * 0.5 + t * t * dx
    const py = y + 2 * (1 - t) * t * dy * 0.2 + t * t * dy
    const turn = heading + (index % 2 ? 52 : -52) + (random() - 0.5) * 30
    return leaf(px, py, length * (0.7 + random() * 0.5), turn, pick(leaves, index))
  })
  return wood + foliage
}

/** A bare trunk from top to bottom of the page, for a forest near by. */
export const trunk = (x: number, width: number, colour: string): string =>
  path(
    `M${x - width},-60 C${x - width * 0.7},300 ${x - width * 0.9},700 ${x - width * 1.4},1070 H${x + width * 1.4} C${x + width},700 ${x + width * 0.7},300 ${x + width},-60Z`,
    colour,
  ) +
  stroke(
    `M${x - width * 0.3},60 q8,160 -4,300 M${x + width * 0.35},300 q-8,180 6,330`,
    shade(colour, -0.22),
    4,
    0.5,
  )

export const reeds = (
  from: number,
  to: number,
  foot: number,
  height: number,
  colours: readonly string[],
  seed: number,
): string => {
  const random = seededRandom(seed)
  const heads = repeat(5, (index) => {
    const x = from + ((to - from) * (index + 0.5)) / 5 + random() * 20
    const top = foot - height * (0.75 + random() * 0.4)
    return (
      stroke(
        `M${short(x)},${foot} Q${short(x + 6)},${short((foot + top) / 2)} ${short(x)},${short(top)}`,
        pick(colours, index),
        5,
      ) + rect(x - 7, top - 20, 14, 56, '#6b4a4f', 7)
    )
  })
  return grass(from, to, foot, height, colours, 46, seed) + heads
}
