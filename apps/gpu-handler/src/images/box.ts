import type { RawImage } from './raw-image.ts'

/** A rectangle of whole pixels. */
export type Box = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The box with a margin to every side, as far as the image reaches. */
export function growBox(box: Box, margin: number, image: RawImage): Box {
  const left = Math.max(0, box.left - margin)
  const top = Math.max(0, box.top - margin)
  const right = Math.min(image.width, box.left + box.width + margin)
  const bottom = Math.min(image.height, box.top + box.height + margin)
  return { left, top, width: right - left, height: bottom - top }
}

/** The smallest box around all that is not 0; undefined where nothing is. */
export function boxAround({ data, width, height }: RawImage<1>): Box | undefined {
  let [left, right, top, bottom] = [width, 0, height, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] === 0) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = y + 1
    }
  }
  return right > left ? { left, top, width: right - left, height: bottom - top } : undefined
}

/** A copy of one rectangle of a grey image. */
export function cutOut(image: RawImage<1>, box: Box): RawImage<1> {
  const data = new Uint8Array(box.width * box.height)
  for (let y = 0; y < box.height; y++) {
    const from = (box.top + y) * image.width + box.left
    data.set(image.data.subarray(from, from + box.width), y * box.width)
  }
  return { data, width: box.width, height: box.height, channels: 1 }
}
