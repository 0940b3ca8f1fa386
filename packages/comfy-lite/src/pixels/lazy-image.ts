import type { ImageTensor } from '../tensor.ts'

/** An image whose floats are made when somebody first looks at them. */
export function lazyImage(width: number, height: number, makeData: () => Float32Array): ImageTensor {
  let made: Float32Array | undefined
  return {
    width,
    height,
    get data() {
      made ??= makeData()
      return made
    },
  }
}
