import type { RgbImage } from '@foxetales/face-finder/face-finder'

/** Turns a square picture about its middle, counter-clockwise by `angle` radians. */
export function turnImage(image: RgbImage, angle: number): RgbImage {
  if (angle === 0) return image
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const half = image.width / 2
  const turned = new Uint8Array(image.data.length)
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const [dx, dy] = [x - half, y - half]
      sampleInto(
        image,
        half + dx * cos - dy * sin,
        half + dx * sin + dy * cos,
        turned,
        (y * image.width + x) * 3,
      )
    }
  }
  return { ...image, data: turned }
}

/** Bilinear; beyond the border the border repeats. */
function sampleInto(
  { data, width, height }: RgbImage,
  x: number,
  y: number,
  into: Uint8Array,
  at: number,
): void {
  const cx = Math.min(width - 1.001, Math.max(0, x))
  const cy = Math.min(height - 1.001, Math.max(0, y))
  const [left, top] = [Math.floor(cx), Math.floor(cy)]
  const [u, v] = [cx - left, cy - top]
  for (let channel = 0; channel < 3; channel++) {
    const i = (top * width + left) * 3 + channel
    const below = i + width * 3
    const upper = (data[i] ?? 0) * (1 - u) + (data[i + 3] ?? 0) * u
    const lower = (data[below] ?? 0) * (1 - u) + (data[below + 3] ?? 0) * u
    into[at + channel] = upper * (1 - v) + lower * v
  }
}
