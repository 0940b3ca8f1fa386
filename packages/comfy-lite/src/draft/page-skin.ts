import type { ImageTensor, MaskTensor } from '../tensor.ts'
import type { Rgb } from './lab-colour.ts'

/** The colour of the page's blank face, 0..255: the median of each channel where the mask is full. */
export function pageSkin(page: ImageTensor, mask: MaskTensor): Rgb {
  const inside: number[] = []
  const peak = mask.data.reduce((highest, value) => Math.max(highest, value), 0)
  mask.data.forEach((value, i) => {
    if (value > 0.9 * peak) inside.push(i)
  })
  const median = (channel: number) => {
    const values = Float32Array.from(inside, (i) => page.data[i * 3 + channel] ?? 0).sort()
    return 255 * (values[Math.floor(values.length / 2)] ?? 0)
  }
  return [median(0), median(1), median(2)]
}
