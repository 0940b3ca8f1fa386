import type { Brush } from './brush.ts'
import type { Paper } from './paper.ts'
import type { Patch } from './wobble.ts'

/** Premultiplied RGBA, 0 to 1, `size * size` pixels. */
export type Canvas = Float32Array

export const blankCanvas = (size: number): Canvas => new Float32Array(size * size * 4)

/** Lays a patch on the canvas. Multiply and screen only touch what is already painted. */
export const blendPatch = (
  canvas: Canvas,
  size: number,
  patch: Patch,
  brush: Pick<Brush, 'blend' | 'opacity'>,
): void => {
  const { box, rgba } = patch
  for (let row = 0; row < box.height; row++) {
    for (let column = 0; column < box.width; column++) {
      const from = (row * box.width + column) * 4
      const alpha = (rgba[from + 3] ?? 0) * brush.opacity
      if (alpha < 0.002) continue
      const into = ((row + box.top) * size + column + box.left) * 4
      const below = canvas[into + 3] ?? 0
      for (let channel = 0; channel < 3; channel++) {
        const colour = rgba[from + channel] ?? 0
        const old = canvas[into + channel] ?? 0
        if (brush.blend === 'over') canvas[into + channel] = colour * alpha + old * (1 - alpha)
        else if (brush.blend === 'multiply') canvas[into + channel] = old * (1 - alpha + colour * alpha)
        else canvas[into + channel] = old + colour * alpha * (below - old)
      }
      if (brush.blend === 'over') canvas[into + 3] = alpha + below * (1 - alpha)
    }
  }
}

/** Lays one canvas over another of the same size. */
export const mergeCanvas = (below: Canvas, above: Canvas): void => {
  for (let index = 0; index < above.length; index += 4) {
    const alpha = above[index + 3] ?? 0
    if (alpha === 0) continue
    for (let channel = 0; channel < 4; channel++) {
      below[index + channel] = (above[index + channel] ?? 0) + (below[index + channel] ?? 0) * (1 - alpha)
    }
  }
}

const toothDepth = 0.03
const softBlack = 0.035
const contrastKept = 0.955

/** The finished layer as straight RGBA bytes, with the paper's tooth pressed in at the same place on every layer. */
export const finishCanvas = (canvas: Canvas, size: number, paper: Paper): Buffer => {
  const bytes = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const pixel = (y * size + x) * 4
      const alpha = canvas[pixel + 3] ?? 0
      if (alpha < 0.003) continue
      const grain = y * paper.fieldSize + x
      const tooth = ((paper.grain[grain] ?? 0) - (paper.grain[grain + paper.fieldSize + 1] ?? 0)) * toothDepth
      for (let channel = 0; channel < 3; channel++) {
        const value = ((canvas[pixel + channel] ?? 0) / alpha) * (1 + tooth)
        bytes[pixel + channel] = Math.max(0, Math.min(255, (softBlack + value * contrastKept) * 255 + 0.5))
      }
      bytes[pixel + 3] = Math.min(255, alpha * 255 + 0.5)
    }
  }
  return bytes
}
