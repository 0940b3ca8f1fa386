import { seededRandom } from '../random.ts'
import { pageUnits } from '../svg.ts'
import type { Brush } from './brush.ts'
import { blendPatch, type Canvas } from './canvas.ts'
import { largestOffset, type Paper } from './paper.ts'
import { applyPigment } from './pigment.ts'
import { paintedBox, rasterise } from './raster.ts'
import { wobbledPatch } from './wobble.ts'

/** One layer to paint: an SVG fragment in page units. */
export type PaintedLayer = {
  shapes: string
  definitions?: string
  brush: Brush
  /** The same shapes in label colours (red: skin, green: hair, blue: clothes), for the part map. */
  labels?: string
}

type PainterOptions = { size: number; seed: number; paper: Paper; light: readonly [number, number] }

export type Painter = {
  size: number
  paper: Paper
  /** Paints a layer on `canvas`, and its labels on `labelCanvas` with the same wobble. */
  paint: (canvas: Canvas, layer: PaintedLayer, labelCanvas?: Canvas) => Promise<void>
}

const marginBeyondWobble = 8

/** A painter for one page. Each layer looks at its own part of the noise, chosen by the seed and the layer's turn. */
export const createPainter = ({ size, seed, paper, light }: PainterOptions): Painter => {
  const unit = size / pageUnits
  let turn = 0
  const paint: Painter['paint'] = async (canvas, layer, labelCanvas) => {
    const { brush } = layer
    turn++
    const random = seededRandom(seed * 131 + turn * 17)
    const offsetX = Math.floor(random() * largestOffset)
    const offsetY = Math.floor(random() * largestOffset)
    const source = await rasterise(layer.shapes, layer.definitions ?? '', size, brush.blur * unit)
    const box = paintedBox(source, size, Math.ceil((brush.warp * 1.5 + marginBeyondWobble) * unit))
    if (box === null) return
    const wobble = { paper, size, offsetX, offsetY, reach: brush.warp * unit }
    const patch = wobbledPatch(source, box, wobble)
    await applyPigment(patch, { paper, brush, size, unit, offsetX, offsetY, light })
    blendPatch(canvas, size, patch, brush)
    if (labelCanvas && layer.labels) {
      const labels = await rasterise(layer.labels, '', size, brush.blur * unit)
      blendPatch(labelCanvas, size, wobbledPatch(labels, box, wobble), { blend: 'over', opacity: 1 })
    }
  }
  return { size, paper, paint }
}
