import type { RgbImage } from './face.ts'

/** Pixels of a photo around a point, as [red, green, blue] each 0..255; those beyond its border are left out. */
export function samplePatch(
  image: RgbImage,
  x: number,
  y: number,
  radius: number,
): (readonly [number, number, number])[] {
  const pixels: (readonly [number, number, number])[] = []
  const step = Math.max(1, Math.round(radius / 4))
  for (let row = Math.round(y - radius); row <= y + radius; row += step) {
    for (let column = Math.round(x - radius); column <= x + radius; column += step) {
      if (row < 0 || column < 0 || row >= image.height || column >= image.width) continue
      const i = (row * image.width + column) * 3
      pixels.push([image.data[i] ?? 0, image.data[i + 1] ?? 0, image.data[i + 2] ?? 0])
    }
  }
  return pixels
}

/** Channel by channel, so that a few odd pixels do not count. */
export function medianColour(
  pixels: readonly (readonly [number, number, number])[],
): [number, number, number] {
  const middle = (channel: 0 | 1 | 2): number => {
    const values = pixels.map((pixel) => pixel[channel]).sort((a, b) => a - b)
    return values[Math.floor(values.length / 2)] ?? 0
  }
  return [middle(0), middle(1), middle(2)]
}
