import { shade } from '../colour.ts'
import { pick, repeat, seededRandom } from '../random.ts'
import { circle, ellipse, short, stroke } from '../svg.ts'
import { speck } from './specks.ts'

/** Flat-bottomed clouds of overlapping ovals; `scale` 1 is about 250 units wide. */
export const cloud = (x: number, y: number, scale: number, colour: string, seed: number): string => {
  const random = seededRandom(seed)
  const puffs = 9
  return (
    repeat(puffs, (index) => {
      const across = index / (puffs - 1) - 0.5
      const radius = (46 - Math.abs(across) * 56 + random() * 14) * scale
      const height = y - radius * 0.45 + random() * 8 * scale
      return ellipse(x + across * 250 * scale, height, radius * 1.15, radius * 0.8, colour)
    }) + ellipse(x, y, 130 * scale, 15 * scale, colour)
  )
}

/** Stars over the upper part of the page, down to `bottom`. */
export const stars = (count: number, bottom: number, seed: number, colour = '#fff3cf'): string => {
  const random = seededRandom(seed)
  return repeat(count, () => {
    const radius = 0.9 + random() * random() * 3.2
    return speck(random() * 1000, random() * bottom, radius, colour, 0.5 + random() * 0.5)
  })
}

export const moon = (x: number, y: number, radius: number, colour = '#fdf0c8'): string =>
  circle(x, y, radius, colour) +
  ellipse(x - radius * 0.3, y - radius * 0.2, radius * 0.2, radius * 0.16, shade(colour, -0.09)) +
  ellipse(x + radius * 0.25, y + radius * 0.3, radius * 0.26, radius * 0.2, shade(colour, -0.08)) +
  circle(x + radius * 0.3, y - radius * 0.4, radius * 0.1, shade(colour, -0.07))

export const birds = (places: readonly (readonly [number, number])[], colour = '#5b6b80'): string =>
  places.map(([x, y]) => stroke(`M${x - 18},${y - 4} q9,-12 18,2 q9,-14 18,-2`, colour, 4)).join('')

export const rain = (count: number, seed: number, colour = '#e9f2f4'): string => {
  const random = seededRandom(seed)
  return repeat(count, () => {
    const x = random() * 1150 - 50
    const y = random() * 1000
    const length = 18 + random() * 46
    return stroke(
      `M${short(x)},${short(y)} l${short(-length * 0.2)},${short(length)}`,
      colour,
      1 + random() * 1.8,
      0.25 + random() * 0.45,
    )
  })
}

export const snowfall = (count: number, seed: number, size = 1): string => {
  const random = seededRandom(seed)
  return repeat(count, () =>
    speck(
      random() * 1000,
      random() * 1000,
      (1.2 + random() * random() * 5.5) * size,
      '#ffffff',
      0.45 + random() * 0.5,
    ),
  )
}

/** Soft discs of light out of focus, for close-ups. */
export const bokeh = (count: number, colours: readonly string[], seed: number): string => {
  const random = seededRandom(seed)
  return repeat(count, (index) =>
    circle(random() * 1000, random() * 900, 24 + random() * 60, pick(colours, index), 0.4),
  )
}

/** Fireflies, sparks, dust in a beam. */
export const sparks = (
  count: number,
  area: { x: number; y: number; width: number; height: number },
  seed: number,
  colour = '#fff0b8',
): string => {
  const random = seededRandom(seed)
  return repeat(count, () =>
    speck(
      area.x + random() * area.width,
      area.y + random() * area.height,
      1.4 + random() * 3.2,
      colour,
      0.6 + random() * 0.4,
    ),
  )
}
