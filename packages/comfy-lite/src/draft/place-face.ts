import type { Rgb } from '@foxetales/face-finder/lab-colour'
import type { ImageTensor, MaskTensor } from '../tensor.ts'
import { clamp } from './field.ts'
import type { Ellipse } from './find-ellipse.ts'
import { CANVAS_PX } from './storybook-shape.ts'

/** Samples per page pixel and direction: the canvas is up to four times finer than the page. */
const FINER = 3
/** How far the template's own grain and shading may brighten or darken the paint. */
const GRAIN = { low: 0.72, high: 1.18 }

/**
 * Paints the drawing into the page's ellipse, in place. The page's blank face counts as the paper: its grain, shading
 * and edge carry over into the paint, and where the drawing is plain skin the page stays as it was.
 *
 * @param painted see `colourFace`, made with the same `skin`
 * @param mask the face mask, of the page's size
 */
export function placeFace(
  page: ImageTensor,
  mask: MaskTensor,
  ellipse: Ellipse,
  painted: Float32Array,
  skin: Rgb,
): void {
  const reach = Math.ceil(Math.max(ellipse.rx, ellipse.ry)) + 1
  const top = Math.max(0, Math.floor(ellipse.cy - reach))
  const bottom = Math.min(page.height - 1, Math.ceil(ellipse.cy + reach))
  const left = Math.max(0, Math.floor(ellipse.cx - reach))
  const right = Math.min(page.width - 1, Math.ceil(ellipse.cx + reach))
  const colour: [number, number, number] = [0, 0, 0]
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const covered = clamp(mask.data[y * page.width + x] ?? 0, 0, 1)
      if (covered === 0) continue
      averagePaint(painted, ellipse, x, y, colour)
      const i = (y * page.width + x) * 3
      for (let channel = 0; channel < 3; channel++) {
        const own = page.data[i + channel] ?? 0
        const paper = clamp((own * 255) / Math.max(1, skin[channel] ?? 1), GRAIN.low, GRAIN.high)
        const paint = Math.min(1, ((colour[channel] ?? 0) / 255) * paper)
        page.data[i + channel] = own + (paint - own) * covered
      }
    }
  }
}

function averagePaint(
  painted: Float32Array,
  ellipse: Ellipse,
  x: number,
  y: number,
  into: [number, number, number],
) {
  const cos = Math.cos(ellipse.tilt)
  const sin = Math.sin(ellipse.tilt)
  into.fill(0)
  for (let row = 0; row < FINER; row++) {
    for (let column = 0; column < FINER; column++) {
      const dx = x + (column + 0.5) / FINER - 0.5 - ellipse.cx
      const dy = y + (row + 0.5) / FINER - 0.5 - ellipse.cy
      const across = (dx * cos + dy * sin) / ellipse.rx
      const down = (dy * cos - dx * sin) / ellipse.ry
      const cx = clamp(Math.round((1 + across) * (CANVAS_PX / 2) - 0.5), 0, CANVAS_PX - 1)
      const cy = clamp(Math.round((1 + down) * (CANVAS_PX / 2) - 0.5), 0, CANVAS_PX - 1)
      const i = (cy * CANVAS_PX + cx) * 3
      into[0] += (painted[i] ?? 0) / (FINER * FINER)
      into[1] += (painted[i + 1] ?? 0) / (FINER * FINER)
      into[2] += (painted[i + 2] ?? 0) / (FINER * FINER)
    }
  }
}
