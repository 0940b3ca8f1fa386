import { type Field, makeField } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { CHEEKS } from './landmark-groups.ts'
import { CANVAS_PX } from './storybook-shape.ts'

/** How strongly each place of the canvas blushes, 0..1: a soft oval on either cheek. */
export function blushOf(shape: readonly Point[]): Field {
  const blush = makeField(CANVAS_PX, CANVAS_PX)
  for (const cheek of CHEEKS) {
    const [cx, cy] = middle(shape, [cheek])
    const outwards = Math.sign(cx - CANVAS_PX / 2) * 16
    for (let y = 0; y < CANVAS_PX; y++) {
      for (let x = 0; x < CANVAS_PX; x++) {
        const away = ((x - cx - outwards) / 25) ** 2 + ((y - cy - 10) / 17) ** 2
        const i = y * CANVAS_PX + x
        blush.values[i] = Math.max(blush.values[i] ?? 0, Math.exp(-away))
      }
    }
  }
  return blush
}
