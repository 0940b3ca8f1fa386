import type { ImageTensor, MaskTensor } from '../tensor.ts'

/** torch rounds halves to the even neighbour: 0.5 is off. */
function isMasked(value: number | undefined): boolean {
  return (value ?? 0) > 0.5
}

/** Mid-grey where the mask is on, as VAEEncodeForInpaint leaves it. Both of one size. */
export function greyUnderMask(image: ImageTensor, mask: MaskTensor): ImageTensor {
  const data = Float32Array.from(image.data)
  for (let i = 0; i < mask.data.length; i++) {
    if (isMasked(mask.data[i])) data.fill(0.5, i * 3, i * 3 + 3)
  }
  return { ...image, data }
}

/** For each position of a line whether any of the `size` positions around it is on. */
function spreadLine(line: Uint8Array, size: number): Uint8Array {
  // torch pads by the ceiling, so an even window grows one pixel further to the right and down.
  const ahead = Math.ceil((size - 1) / 2)
  const result = new Uint8Array(line.length)
  for (let i = 0; i < line.length; i++) {
    if (line[i] === 0) continue
    result.fill(1, Math.max(0, i - (size - 1 - ahead)), Math.min(line.length, i + ahead + 1))
  }
  return result
}

/** VAEEncodeForInpaint's noise mask: rounded to on or off, grown by a square window of `size` pixels. */
export function growForInpaint(mask: MaskTensor, size: number): MaskTensor {
  const { width, height } = mask
  const data = Float32Array.from(mask.data, (value) => (isMasked(value) ? 1 : 0))
  if (size > 1) {
    for (let y = 0; y < height; y++) {
      data.set(spreadLine(Uint8Array.from(data.subarray(y * width, (y + 1) * width)), size), y * width)
    }
    for (let x = 0; x < width; x++) {
      const column = spreadLine(
        Uint8Array.from({ length: height }, (_, y) => data[y * width + x] ?? 0),
        size,
      )
      for (let y = 0; y < height; y++) data[y * width + x] = column[y] ?? 0
    }
  }
  return { width, height, data }
}
