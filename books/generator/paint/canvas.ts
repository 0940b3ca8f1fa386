import { parseHex } from '../colour.ts'
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

/** Multiplies one colour onto all that is painted: the light of dusk, of snow, of a lamp-lit room. */
export const tintCanvas = (canvas: Canvas, colour: string, opacity: number): void => {
  const factors = parseHex(colour).map((channel) => 1 - opacity + (channel / 255) * opacity)
  for (let index = 0; index < canvas.length; index += 4) {
    if (canvas[index + 3] === 0) continue
    for (let channel = 0; channel < 3; channel++) {
      canvas[index + channel] = (canvas[index + channel] ?? 0) * (factors[channel] ?? 1)
    }
  }
}

/** A halo in pixels; its strength is halved at about a third of the radius and gone at its rim. */
export type PixelHalo = { x: number; y: number; radius: number; colour: string; opacity: number }

export const halfwayOfHalo = 0.35

/** Screens a lamp's light onto what is painted within its halo. */
export const lightCanvas = (canvas: Canvas, size: number, halo: PixelHalo): void => {
  const { x, y, radius, opacity } = halo
  const colour = parseHex(halo.colour).map((channel) => channel / 255)
  const [top, bottom] = [Math.max(0, Math.floor(y - radius)), Math.min(size, Math.ceil(y + radius))]
  const [left, right] = [Math.max(0, Math.floor(x - radius)), Math.min(size, Math.ceil(x + radius))]
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const index = (row * size + column) * 4
      const below = canvas[index + 3] ?? 0
      if (below === 0) continue
      const away = Math.hypot(column - x, row - y) / radius
      if (away >= 1) continue
      const strength =
        opacity *
        (away < halfwayOfHalo ? 1 - (0.5 * away) / halfwayOfHalo : (0.5 * (1 - away)) / (1 - halfwayOfHalo))
      for (let channel = 0; channel < 3; channel++) {
        const old = canvas[index + channel] ?? 0
        canvas[index + channel] = old + (colour[channel] ?? 0) * strength * (below - old)
      }
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

/** Glass is half seen through, and yet fingers before it are not. */
const opaqueFrom = 0.5

/** Keeps of a canvas only what lies over what is painted on another of the same size. */
export const maskCanvas = (canvas: Canvas, over: Canvas): void => {
  for (let index = 0; index < canvas.length; index += 4) {
    const share = Math.min(1, (over[index + 3] ?? 0) / opaqueFrom)
    for (let channel = 0; channel < 4; channel++)
      canvas[index + channel] = (canvas[index + channel] ?? 0) * share
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
