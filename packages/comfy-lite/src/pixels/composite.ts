import { createMask, type ImageTensor, type MaskTensor } from '../tensor.ts'
import { resizeImage, resizeMask } from './resize-tensor.ts'

type Overlap = { width: number; height: number }

/** How much of a source placed at x, y falls on the destination. */
function overlapOf(destination: Overlap, source: Overlap, x: number, y: number): Overlap {
  return {
    width: Math.max(0, Math.min(source.width, destination.width - x)),
    height: Math.max(0, Math.min(source.height, destination.height - y)),
  }
}

/**
 * ComfyUI's ImageCompositeMasked: `mask * source + (1 - mask) * destination` where they overlap. The mask is
 * resized to the source; the source only if `resizeSource` is set, to the destination's size.
 */
export function compositeImage(
  destination: ImageTensor,
  source: ImageTensor,
  x: number,
  y: number,
  resizeSource: boolean,
  mask: MaskTensor | undefined,
): ImageTensor {
  const placed = resizeSource
    ? resizeImage(source, destination.width, destination.height, 'bilinear')
    : source
  const weights = resizeMask(mask ?? createMask(placed.width, placed.height, 1), placed.width, placed.height)
  const { width, height } = overlapOf(destination, placed, x, y)
  const data = Float32Array.from(destination.data)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = row * placed.width + column
      const to = (row + y) * destination.width + column + x
      const weight = weights.data[from] ?? 0
      for (let channel = 0; channel < 3; channel++) {
        const sourceValue = placed.data[from * 3 + channel] ?? 0
        const oldValue = data[to * 3 + channel] ?? 0
        data[to * 3 + channel] = weight * sourceValue + (1 - weight) * oldValue
      }
    }
  }
  return { width: destination.width, height: destination.height, data }
}

export const maskOperations = ['multiply', 'add', 'subtract', 'and', 'or', 'xor'] as const

export type MaskOperation = (typeof maskOperations)[number]

/** torch rounds halves to the even neighbour, so 0.5 counts as off and everything above as on. */
function isOn(value: number): boolean {
  return value > 0.5
}

const combine: Record<MaskOperation, (destination: number, source: number) => number> = {
  multiply: (destination, source) => destination * source,
  add: (destination, source) => destination + source,
  subtract: (destination, source) => destination - source,
  and: (destination, source) => Number(isOn(destination) && isOn(source)),
  or: (destination, source) => Number(isOn(destination) || isOn(source)),
  xor: (destination, source) => Number(isOn(destination) !== isOn(source)),
}

/** ComfyUI's MaskComposite: an operation where the two masks overlap; the result is clamped to 0..1. */
export function compositeMask(
  destination: MaskTensor,
  source: MaskTensor,
  x: number,
  y: number,
  operation: MaskOperation,
): MaskTensor {
  const { width, height } = overlapOf(destination, source, x, y)
  const operate = combine[operation]
  const data = Float32Array.from(destination.data)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const to = (row + y) * destination.width + column + x
      data[to] = operate(data[to] ?? 0, source.data[row * source.width + column] ?? 0)
    }
  }
  for (let i = 0; i < data.length; i++) {
    data[i] = Math.min(1, Math.max(0, data[i] ?? 0))
  }
  return { width: destination.width, height: destination.height, data }
}

/** `base` where the mask is 0, `layer` where it is 1, a blend between; both images of one size. */
export function blendByMask(base: ImageTensor, layer: ImageTensor, mask: MaskTensor): ImageTensor {
  const { width, height } = base
  const weights = resizeMask(mask, width, height)
  const data = Float32Array.from(base.data)
  for (let i = 0; i < weights.data.length; i++) {
    const weight = weights.data[i] ?? 0
    if (weight <= 0) continue
    for (let at = i * 3; at < i * 3 + 3; at++) {
      data[at] = weight * (layer.data[at] ?? 0) + (1 - weight) * (base.data[at] ?? 0)
    }
  }
  return { width, height, data }
}
