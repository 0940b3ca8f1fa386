import { boxAround, growBox } from './box.ts'
import type { RawImage } from './raw-image.ts'

/** A model upscaler looks about this far around each pixel; what it would see beyond the person shall not change them. */
const MARGIN_PX = 32

/**
 * The painted person alone, black beyond a margin around the soft mask: nothing else of the painting is ever used again,
 * and stored it would take three times the bytes.
 */
export function keepPerson(painted: RawImage<3>, softMask: RawImage<1>): RawImage<3> {
  const data = new Uint8Array(painted.data.length)
  const person = boxAround(softMask)
  if (person === undefined) return { ...painted, data }
  const kept = growBox(person, MARGIN_PX, painted)
  for (let y = kept.top; y < kept.top + kept.height; y++) {
    const from = (y * painted.width + kept.left) * 3
    data.set(painted.data.subarray(from, from + kept.width * 3), from)
  }
  return { ...painted, data }
}
