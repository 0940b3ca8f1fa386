import type { MaskTensor } from '../tensor.ts'

/** How far the fade reaches in from each border of the image, in pixels. */
export type FeatherEdges = { left: number; top: number; right: number; bottom: number }

/** The fade at `distance` pixels from a border that fades over `reach` pixels: 1/reach at the border itself. */
function fadeAt(distance: number, reach: number): number {
  return distance < reach ? (distance + 1) / reach : 1
}

function fades(length: number, before: number, after: number): Float32Array {
  const near = Math.min(before, length)
  const far = Math.min(after, length)
  const factors = new Float32Array(length)
  for (let i = 0; i < length; i++) {
    factors[i] = fadeAt(i, near) * fadeAt(length - 1 - i, far)
  }
  return factors
}

/**
 * ComfyUI's FeatherMask: multiplies linear ramps into the four borders OF THE IMAGE. It does not soften the
 * contour of what the mask shows; a person in the middle of a page comes out unchanged.
 *
 * Up to v0.3.64 the right and bottom ramps were one pixel off (their first, darkest factor landed on the left
 * column and the top row); this follows the corrected node of later versions.
 */
export function featherMask(mask: MaskTensor, edges: FeatherEdges): MaskTensor {
  const { width, height } = mask
  const across = fades(width, edges.left, edges.right)
  const down = fades(height, edges.top, edges.bottom)
  const data = new Float32Array(mask.data.length)
  for (let y = 0; y < height; y++) {
    const rowFade = down[y] ?? 1
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      data[i] = (mask.data[i] ?? 0) * (across[x] ?? 1) * rowFade
    }
  }
  return { width, height, data }
}
