import { pick, repeat, seededRandom } from '../random.ts'
import { ellipse, short, stroke } from '../svg.ts'

/** A band of the page; nearer (lower) marks are drawn larger. */
type Band = { from?: number; to?: number; top: number; bottom: number }

const inBand = (band: Band, random: () => number): { x: number; y: number; near: number } => {
  const { from = -20, to = 1020, top, bottom } = band
  const near = Math.sqrt(random())
  return { x: from + random() * (to - from), y: top + near * (bottom - top), near }
}

/** Tufts of two or three blades, so that a lawn is not a flat wash. */
export const tufts = (band: Band, colours: readonly string[], count: number, seed: number): string => {
  const random = seededRandom(seed)
  return repeat(count, (index) => {
    const { x, y, near } = inBand(band, random)
    const tall = 7 + near * 17
    const lean = (random() - 0.5) * tall
    const [left, right] = [short(x - tall * 0.45), short(x + tall * 0.4)]
    return stroke(
      `M${short(x)},${short(y)} Q${short(x + lean * 0.2)},${short(y - tall * 0.6)} ${short(x + lean)},${short(y - tall)} M${short(x - 2)},${short(y)} Q${short(x - 3)},${short(y - tall * 0.4)} ${left},${short(y - tall * 0.7)} M${short(x + 2)},${short(y)} Q${short(x + 3)},${short(y - tall * 0.4)} ${right},${short(y - tall * 0.75)}`,
      pick(colours, index),
      1.4 + near * 1.5,
      0.75,
    )
  })
}

/** Pebbles and crumbs of earth on a path or a floor of rock. */
export const pebbles = (band: Band, colours: readonly string[], count: number, seed: number): string => {
  const random = seededRandom(seed)
  return repeat(count, (index) => {
    const { x, y, near } = inBand(band, random)
    const size = 2 + near * 7 * (0.4 + random())
    return ellipse(x, y, size, size * 0.5, pick(colours, index), 0.6)
  })
}

/** Soft pools of light and shade lying on the ground; paint them with a mist brush. */
export const pools = (band: Band, colour: string, count: number, seed: number): string => {
  const random = seededRandom(seed)
  return repeat(count, () => {
    const { x, y, near } = inBand(band, random)
    const size = 60 + near * 130 * (0.5 + random())
    return ellipse(x, y, size, size * 0.16, colour, 0.8)
  })
}

/** Fallen leaves, small and flat. */
export const fallenLeaves = (band: Band, colours: readonly string[], count: number, seed: number): string => {
  const random = seededRandom(seed)
  return repeat(count, (index) => {
    const { x, y, near } = inBand(band, random)
    const size = 5 + near * 9
    const turn = short(random() * 360)
    return `<g transform="translate(${short(x)} ${short(y)}) rotate(${turn}) scale(1 .6)">${ellipse(0, 0, size, size * 0.45, pick(colours, index))}</g>`
  })
}
