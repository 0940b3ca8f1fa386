import { path } from '../../svg.ts'

const littleStar = (x: number, y: number, size: number): string =>
  path(
    `M${x},${y - size} l${size * 0.24},${size * 0.76} ${size * 0.76},${size * 0.24} ${-size * 0.76},${size * 0.24} ${-size * 0.24},${size * 0.76} ${-size * 0.24},${-size * 0.76} ${-size * 0.76},${-size * 0.24} ${size * 0.76},${-size * 0.24}Z`,
    '#fff0bd',
  )

/** Small stars at the given places: the sparkle of words. */
export const littleStars = (places: readonly (readonly [x: number, y: number, size: number])[]): string =>
  places.map(([x, y, size]) => littleStar(x, y, size)).join('')
