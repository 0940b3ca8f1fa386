import { brushes, withBrush } from './paint/brush.ts'
import { blankCanvas, type Canvas, finishCanvas, mergeCanvas } from './paint/canvas.ts'
import { createPainter, type Painter } from './paint/painter.ts'
import type { Paper } from './paint/paper.ts'
import type { Scene, SceneLight, Sheet } from './stage.ts'
import { circle, radialGradient, wholePage } from './svg.ts'

/** The painted layers of one page: straight RGBA, except `personMask` (grey) and `parts` (RGB). */
export type RenderedScene = {
  size: number
  background: Buffer
  character: Buffer
  hairFront: Buffer | null
  front: Buffer | null
  personMask: Buffer
  parts: Buffer
}

const lightSheet = async (painter: Painter, canvas: Canvas, light: SceneLight): Promise<void> => {
  if (light.grade) {
    await painter.paint(canvas, {
      shapes: wholePage(light.grade.colour),
      brush: withBrush(brushes.tint, { opacity: light.grade.opacity }),
    })
  }
  if (light.lamp) {
    const { x, y, radius, colour, opacity } = light.lamp
    await painter.paint(canvas, {
      shapes: circle(x, y, radius, 'url(#lamp)'),
      definitions: radialGradient('lamp', [
        [0, colour, opacity],
        [0.35, colour, opacity * 0.5],
        [1, colour, 0],
      ]),
      brush: brushes.glow,
    })
  }
}

const paintSheet = async (
  painter: Painter,
  canvas: Canvas,
  sheet: Sheet,
  light: SceneLight,
  labels?: Canvas,
): Promise<void> => {
  const target = sheet.lit ? blankCanvas(painter.size) : canvas
  for (const layer of sheet.layers) await painter.paint(target, layer, labels)
  if (!sheet.lit) return
  await lightSheet(painter, target, light)
  mergeCanvas(canvas, target)
}

const isEmpty = (canvas: Canvas): boolean => {
  for (let index = 3; index < canvas.length; index += 4) if ((canvas[index] ?? 0) > 0.01) return false
  return true
}

/** White where the child is seen: body and fringe, less whatever lies in front. The face belongs to the body. */
const personMaskOf = (character: Canvas, hairFront: Canvas, front: Canvas): Buffer => {
  const mask = Buffer.alloc(character.length / 4)
  for (let pixel = 0; pixel < mask.length; pixel++) {
    const body = character[pixel * 4 + 3] ?? 0
    const hair = hairFront[pixel * 4 + 3] ?? 0
    const covered = front[pixel * 4 + 3] ?? 0
    mask[pixel] = (1 - (1 - body) * (1 - hair)) * (1 - covered) * 255 + 0.5
  }
  return mask
}

/** Red skin, green hair, blue clothes: each channel is how much of the pixel is made of that. */
const partsOf = (labels: Canvas): Buffer => {
  const parts = Buffer.alloc((labels.length / 4) * 3)
  for (let pixel = 0; pixel < labels.length / 4; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      parts[pixel * 3 + channel] = Math.min(255, (labels[pixel * 4 + channel] ?? 0) * 255 + 0.5)
    }
  }
  return parts
}

export const renderScene = async (scene: Scene, paper: Paper, size: number): Promise<RenderedScene> => {
  const painter = createPainter({ size, seed: scene.seed, paper, light: scene.light.from })
  const background = blankCanvas(size)
  const character = blankCanvas(size)
  const hairFront = blankCanvas(size)
  const front = blankCanvas(size)
  const labels = blankCanvas(size)
  for (const sheet of scene.back) await paintSheet(painter, background, sheet, scene.light)
  await paintSheet(painter, character, scene.character, scene.light, labels)
  await paintSheet(painter, hairFront, scene.hairFront, scene.light)
  for (const sheet of scene.front) await paintSheet(painter, front, sheet, scene.light)
  const finish = (canvas: Canvas): Buffer => finishCanvas(canvas, size, paper)
  return {
    size,
    background: finish(background),
    character: finish(character),
    hairFront: isEmpty(hairFront) ? null : finish(hairFront),
    front: isEmpty(front) ? null : finish(front),
    personMask: personMaskOf(character, hairFront, front),
    parts: partsOf(labels),
  }
}
