import type { Paper } from './paper.ts'
import type { Box } from './raster.ts'

/** Part of a layer after its borders have been made to wobble: straight RGBA, 0 to 1. */
export type Patch = { box: Box; rgba: Float32Array }

type WobbleOptions = { paper: Paper; size: number; offsetX: number; offsetY: number; reach: number }

/** Reads every pixel of `box` from a place a little off, as a hand would draw it; bilinear, premultiplied. */
export const wobbledPatch = (source: Buffer, box: Box, options: WobbleOptions): Patch => {
  const { paper, size, offsetX, offsetY, reach } = options
  const rgba = new Float32Array(box.width * box.height * 4)
  const last = size - 1.01
  for (let row = 0; row < box.height; row++) {
    for (let column = 0; column < box.width; column++) {
      const x = column + box.left
      const y = row + box.top
      const field = (y + offsetY) * paper.fieldSize + x + offsetX
      const fromX = Math.max(0, Math.min(last, x + (paper.wobbleX[field] ?? 0) * reach))
      const fromY = Math.max(0, Math.min(last, y + (paper.wobbleY[field] ?? 0) * reach))
      readBilinear(source, size, fromX, fromY, rgba, (row * box.width + column) * 4)
    }
  }
  return { box, rgba }
}

const readBilinear = (
  source: Buffer,
  size: number,
  x: number,
  y: number,
  target: Float32Array,
  into: number,
): void => {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const right = x - left
  const down = y - top
  let red = 0
  let green = 0
  let blue = 0
  let alpha = 0
  for (let corner = 0; corner < 4; corner++) {
    const stepX = corner & 1
    const stepY = corner >> 1
    const weight = (stepX ? right : 1 - right) * (stepY ? down : 1 - down)
    const from = ((top + stepY) * size + left + stepX) * 4
    const share = (source[from + 3] ?? 0) * weight
    alpha += share
    red += (source[from] ?? 0) * share
    green += (source[from + 1] ?? 0) * share
    blue += (source[from + 2] ?? 0) * share
  }
  if (alpha <= 0.5) return
  target[into] = red / alpha / 255
  target[into + 1] = green / alpha / 255
  target[into + 2] = blue / alpha / 255
  target[into + 3] = alpha / 255
}
