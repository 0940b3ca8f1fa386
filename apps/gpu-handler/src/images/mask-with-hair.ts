import { blendBytes } from './colour.ts'
import type { RawImage } from './raw-image.ts'

/**
 * The mask of the person as this child wears their hair: the body's, and the hair wherever nothing stands before it. A
 * template has one mask for all heads of hair.
 */
export function maskWithHair(
  bodyMask: RawImage<1>,
  hair: readonly (RawImage<4> | undefined)[],
  front: RawImage<4> | undefined,
): RawImage<1> {
  const data = Uint8Array.from(bodyMask.data)
  for (const layer of hair) {
    if (!layer) continue
    for (let i = 0; i < data.length; i++) {
      const covered = layer.data[i * 4 + 3] ?? 0
      if (covered === 0) continue
      const seen = blendBytes(covered, 0, front?.data[i * 4 + 3] ?? 0)
      if (seen > (data[i] ?? 0)) data[i] = seen
    }
  }
  return { ...bodyMask, data }
}
