import type { Rgb } from '@foxetales/face-finder/lab-colour'
import type { ImageTensor, MaskTensor } from '../tensor.ts'

/** The colour of the page's blank face, 0..255: the median of each channel where the mask is full. */
export function pageSkin(page: ImageTensor, mask: MaskTensor): Rgb {
  // Plain loops: a page has a million pixels, and a function called on each takes ten times as long.
  let peak = 0
  for (const value of mask.data) if (value > peak) peak = value
  let count = 0
  for (const value of mask.data) if (value > 0.9 * peak) count++
  const inside = new Uint32Array(count)
  let next = 0
  for (let i = 0; i < mask.data.length; i++) if ((mask.data[i] ?? 0) > 0.9 * peak) inside[next++] = i
  const median = (channel: number) => {
    const values = new Float32Array(count)
    for (let k = 0; k < count; k++) values[k] = page.data[(inside[k] ?? 0) * 3 + channel] ?? 0
    return 255 * (values.sort()[count >> 1] ?? 0)
  }
  return [median(0), median(1), median(2)]
}
