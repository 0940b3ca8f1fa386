import { canResample, resampleRgb } from '@foxetales/pixels/resample'
import sharp, { type Sharp } from 'sharp'

/** Bytes per pixel: 1 grey, 3 red-green-blue, 4 with straight (not premultiplied) alpha last. */
export type Channels = 1 | 3 | 4

/** Uncompressed sRGB pixels, row by row without padding. Treat as read-only: template layers are shared. */
export type RawImage<C extends Channels = Channels> = {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: C
}

/** A photo or layer of more pixels than this is refused before it is unpacked. */
export const MAX_PIXELS = 50_000_000

export function fromRaw(image: RawImage): Sharp {
  const { width, height, channels } = image
  return sharp(image.data, { raw: { width, height, channels } })
}

/** Runs a pipeline to raw pixels of `channels`; sharp answers with more bands than wanted unless told. */
export async function toRaw<C extends Channels>(pipeline: Sharp, channels: C): Promise<RawImage<C>> {
  const { data, info } = await bandsOf(pipeline, channels)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== channels) throw new Error(`sharp gave ${info.channels} bands instead of ${channels}`)
  return { data, width: info.width, height: info.height, channels }
}

function bandsOf(pipeline: Sharp, channels: Channels): Sharp {
  // Of a colour picture its red: weighing the channels would take longer than unpacking a mask does.
  if (channels === 1) return pipeline.extractChannel(0)
  if (channels === 3) return pipeline.toColourspace('srgb').removeAlpha()
  return pipeline.toColourspace('srgb').ensureAlpha()
}

/** A square copy with sides of `sizePx`, by Lanczos; the image itself when it has that size already. */
export async function resizeSquare(image: RawImage<3>, sizePx: number): Promise<RawImage<3>> {
  if (image.width === sizePx && image.height === sizePx) return image
  if (canResample(image.width, sizePx) && canResample(image.height, sizePx)) {
    return resampleRgb(image, sizePx, sizePx)
  }
  return toRaw(fromRaw(image).resize(sizePx, sizePx, { fit: 'fill', kernel: 'lanczos3' }), 3)
}

/** One channel of an image as a grey image. */
export function onlyChannel(image: RawImage, channel: number): RawImage<1> {
  const { width, height, channels } = image
  const data = new Uint8Array(width * height)
  for (let i = 0; i < data.length; i++) data[i] = image.data[i * channels + channel] ?? 0
  return { data, width, height, channels: 1 }
}
