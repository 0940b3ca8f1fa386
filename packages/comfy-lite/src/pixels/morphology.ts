import type { MaskTensor } from '../tensor.ts'

type Pick = (a: number, b: number) => number

/** Each row's value picked from itself and its left and right neighbours. */
function pickAcross(
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  pick: Pick,
): void {
  for (let y = 0; y < height; y++) {
    const start = y * width
    for (let x = 0; x < width; x++) {
      const i = start + x
      let value = source[i] ?? 0
      if (x > 0) value = pick(value, source[i - 1] ?? 0)
      if (x < width - 1) value = pick(value, source[i + 1] ?? 0)
      target[i] = value
    }
  }
}

/** Each value picked from `across` (its own row) and from `source` one row up and one down. */
function pickDown(
  across: Float32Array,
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  pick: Pick,
): void {
  for (let y = 0; y < height; y++) {
    const start = y * width
    for (let x = 0; x < width; x++) {
      const i = start + x
      let value = across[i] ?? 0
      if (y > 0) value = pick(value, source[i - width] ?? 0)
      if (y < height - 1) value = pick(value, source[i + width] ?? 0)
      target[i] = value
    }
  }
}

/**
 * ComfyUI's GrowMask: one step of grey dilation (erosion when `expand` is negative) for each unit of `expand`.
 * With tapered corners a step reaches the 4 direct neighbours, so a point grows into a diamond; without, all 8,
 * and it grows into a square. Beyond the border there is nothing to pick (scipy's `reflect` gives the same).
 */
export function growMask(mask: MaskTensor, expand: number, taperedCorners: boolean): MaskTensor {
  const { width, height } = mask
  const pick: Pick = expand < 0 ? Math.min : Math.max
  let current = Float32Array.from(mask.data)
  let next = new Float32Array(current.length)
  const across = new Float32Array(current.length)
  for (let step = 0; step < Math.abs(expand); step++) {
    pickAcross(current, across, width, height, pick)
    pickDown(across, taperedCorners ? current : across, next, width, height, pick)
    const spare = current
    current = next
    next = spare
  }
  return { width, height, data: current }
}
