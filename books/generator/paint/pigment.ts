import type { Brush } from './brush.ts'
import type { Paper } from './paper.ts'
import { blurGrey } from './raster.ts'
import type { Patch } from './wobble.ts'

export type PigmentOptions = {
  paper: Paper
  brush: Brush
  /** Page size in pixels and pixels per page unit. */
  size: number
  unit: number
  offsetX: number
  offsetY: number
  /** Unit vector from the scene towards its light. */
  light: readonly [number, number]
}

const edgeBlur = 3.4
const lineBlur = 2.6
const edgeGain = 1.7
const borderWithoutEdge = 9
const leastDensity = -0.9
const mostDensity = 1.6

type Maps = { coverage: Buffer; softCoverage: Buffer; tone: Buffer; softTone: Buffer; form: Buffer }

/** Grey maps the pigment needs: coverage, tone, and both blurred (edges, lines, form). */
const mapsOf = async (patch: Patch, brush: Brush, unit: number): Promise<Maps> => {
  const count = patch.box.width * patch.box.height
  const coverage = Buffer.alloc(count)
  const tone = Buffer.alloc(count, 255)
  for (let index = 0; index < count; index++) {
    const alpha = patch.rgba[index * 4 + 3] ?? 0
    if (alpha === 0) continue
    const pixel = index * 4
    const grey =
      (patch.rgba[pixel] ?? 0) * 0.3 +
      (patch.rgba[pixel + 1] ?? 0) * 0.59 +
      (patch.rgba[pixel + 2] ?? 0) * 0.11
    coverage[index] = alpha * 255
    tone[index] = (grey * alpha + 1 - alpha) * 255
  }
  return {
    coverage,
    tone,
    softCoverage: brush.edge ? await blurGrey(coverage, patch.box, edgeBlur * unit) : coverage,
    softTone: brush.line ? await blurGrey(tone, patch.box, lineBlur * unit) : tone,
    form: brush.volume ? await blurGrey(coverage, patch.box, brush.volumeBlur * unit) : coverage,
  }
}

/**
 * Turns flat colour into watercolour, in place. Pigment density d darkens a colour as C' = C - (C - C*C) * d: white stays
 * paper and hue is kept (Bousseau and others, "Interactive watercolor rendering with temporal coherence", 2006).
 */
export const applyPigment = async (patch: Patch, options: PigmentOptions): Promise<void> => {
  const { brush, paper, size, unit, light } = options
  const { box, rgba } = patch
  const maps = await mapsOf(patch, brush, unit)
  const stepX = Math.round(light[0] * brush.volumeBlur * 0.8 * unit)
  const stepY = Math.round(light[1] * brush.volumeBlur * 0.8 * unit)
  const formAt = (column: number, row: number): number => {
    const x = Math.max(0, Math.min(box.width - 1, column))
    const y = Math.max(0, Math.min(box.height - 1, row))
    return (maps.form[y * box.width + x] ?? 0) / 255
  }
  for (let row = 0; row < box.height; row++) {
    for (let column = 0; column < box.width; column++) {
      const index = row * box.width + column
      const pixel = index * 4
      if ((rgba[pixel + 3] ?? 0) < 0.004) continue
      const x = column + box.left
      const y = row + box.top
      const field = (y + options.offsetY) * paper.fieldSize + x + options.offsetX
      let red = rgba[pixel] ?? 0
      let green = rgba[pixel + 1] ?? 0
      let blue = rgba[pixel + 2] ?? 0
      let density = brush.wash * (paper.wash[field] ?? 0)
      density += brush.grain * (paper.grain[y * paper.fieldSize + x] ?? 0) * (1.15 - (red + green + blue) / 3)
      const nearBorder =
        x < borderWithoutEdge ||
        y < borderWithoutEdge ||
        x >= size - borderWithoutEdge ||
        y >= size - borderWithoutEdge
      if (!nearBorder)
        density += brush.edge * edgeGain * Math.max(0, 1 - (maps.softCoverage[index] ?? 0) / 255)
      if (brush.line) {
        density += (brush.line * Math.max(0, (maps.softTone[index] ?? 0) - (maps.tone[index] ?? 0) - 5)) / 60
      }
      let lit = 0
      if (brush.volume) {
        const turned = formAt(column + stepX, row + stepY) - formAt(column - stepX, row - stepY)
        density += brush.volume * turned * (turned > 0 ? 1.1 : 0.55)
        lit = Math.max(0, -turned)
      }
      density = Math.max(leastDensity, Math.min(mostDensity, density))
      const drift = brush.hue * (paper.hue[field] ?? 0)
      red *= 1 + drift
      green *= 1 + drift * 0.25
      blue *= 1 - drift
      red -= (red - red * red) * density
      green -= (green - green * green) * density
      blue -= (blue - blue * blue) * density
      if (brush.rim && lit > 0.02) {
        const strength = Math.min(1, lit * 2) * brush.rim[3]
        red += (brush.rim[0] - red) * strength
        green += (brush.rim[1] - green) * strength
        blue += (brush.rim[2] - blue) * strength
      }
      rgba[pixel] = Math.max(0, Math.min(1, red))
      rgba[pixel + 1] = Math.max(0, Math.min(1, green))
      rgba[pixel + 2] = Math.max(0, Math.min(1, blue))
    }
  }
}
