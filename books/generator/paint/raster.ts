import sharp from 'sharp'
import { pageUnits } from '../svg.ts'

export type Box = { left: number; top: number; width: number; height: number }

/** Draws an SVG fragment in page units as straight RGBA bytes, `size` pixels square. */
export const rasterise = async (
  fragment: string,
  definitions: string,
  size: number,
  blur: number,
): Promise<Buffer> => {
  const document =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${pageUnits} ${pageUnits}">` +
    `<defs>${definitions}</defs>${fragment}</svg>`
  const flat = await sharp(Buffer.from(document), { unlimited: true }).ensureAlpha().raw().toBuffer()
  if (blur === 0) return flat
  return sharp(flat, { raw: { width: size, height: size, channels: 4 } })
    .blur(blur)
    .raw()
    .toBuffer()
}

const leastSigma = 0.4

/** Gaussian blur of one grey channel. */
export const blurGrey = (grey: Buffer, box: Box, sigma: number): Promise<Buffer> =>
  sharp(grey, { raw: { width: box.width, height: box.height, channels: 1 } })
    .blur(Math.max(leastSigma, sigma))
    .extractChannel(0)
    .raw()
    .toBuffer()

const visibleAlpha = 2

/** The smallest box round everything visible, grown by `margin` and kept on the page; null for an empty layer. */
export const paintedBox = (rgba: Buffer, size: number, margin: number): Box | null => {
  let left = size
  let right = -1
  let top = size
  let bottom = -1
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if ((rgba[(y * size + x) * 4 + 3] ?? 0) <= visibleAlpha) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  if (right < 0) return null
  left = Math.max(0, left - margin)
  top = Math.max(0, top - margin)
  right = Math.min(size - 1, right + margin)
  bottom = Math.min(size - 1, bottom + margin)
  return { left, top, width: right - left + 1, height: bottom - top + 1 }
}
