import type { Box } from './box.ts'
import { type Channels, fromRaw, type RawImage, toRaw } from './raw-image.ts'

/** How far an enlarging filter reaches, in pixels of the enlarged picture. */
const FILTER_REACH_PX = 8

/** A copy of one rectangle of an image. */
export function cropImage<C extends Channels>(image: RawImage<C>, part: Box): RawImage<C> {
  const { channels } = image
  const data = new Uint8Array(part.width * part.height * channels)
  for (let y = 0; y < part.height; y++) {
    const from = ((part.top + y) * image.width + part.left) * channels
    data.set(image.data.subarray(from, from + part.width * channels), y * part.width * channels)
  }
  return { data, width: part.width, height: part.height, channels }
}

/** One piece of an image's square copy with sides of `sizePx`, by Lanczos, without making the rest. */
export function enlargePart<C extends Channels>(
  image: RawImage<C>,
  sizePx: number,
  part: Box,
): Promise<RawImage<C>> {
  const enlarged = fromRaw(image).resize(sizePx, sizePx, { fit: 'fill', kernel: 'lanczos3' })
  return toRaw(enlarged.extract(part), image.channels)
}

/**
 * Where a square image's last channel (a mask's values, a layer's alpha) is not 0, in pixels of its copy with sides of
 * `sizePx`; undefined where it is 0 everywhere.
 */
export function enlargedBox(image: RawImage, sizePx: number): Box | undefined {
  const box = boxOf(image)
  if (box === undefined) return undefined
  const scale = sizePx / image.width
  const from = (at: number) => Math.max(0, Math.floor(at * scale) - FILTER_REACH_PX)
  const to = (at: number) => Math.min(sizePx, Math.ceil(at * scale) + FILTER_REACH_PX)
  const [left, top] = [from(box.left), from(box.top)]
  return { left, top, width: to(box.left + box.width) - left, height: to(box.top + box.height) - top }
}

function boxOf({ data, width, height, channels }: RawImage): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[(y * width + x + 1) * channels - 1] === 0) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  }
  return right < 0 ? undefined : { left, top, width: right - left + 1, height: bottom - top + 1 }
}
