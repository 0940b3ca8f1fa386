import { type Field, makeField } from './field.ts'

/** Gaussian blur with standard deviation `sigma` in pixels, cut at 2.6 sigma; beyond the border the border repeats. */
export function gaussianBlur(field: Field, sigma: number): Field {
  const kernel = gaussianKernel(sigma)
  return blurAlong(blurAlong(field, kernel, 'rows'), kernel, 'columns')
}

function gaussianKernel(sigma: number): Float32Array {
  const reach = Math.ceil(sigma * 2.6)
  const kernel = new Float32Array(2 * reach + 1)
  for (let i = -reach; i <= reach; i++) kernel[i + reach] = Math.exp((-i * i) / (2 * sigma * sigma))
  const total = kernel.reduce((sum, weight) => sum + weight, 0)
  return kernel.map((weight) => weight / total)
}

function blurAlong(field: Field, kernel: Float32Array, direction: 'rows' | 'columns'): Field {
  const { width, height, values } = field
  const reach = (kernel.length - 1) / 2
  const lines = direction === 'rows' ? height : width
  const length = direction === 'rows' ? width : height
  const step = direction === 'rows' ? 1 : width
  const lineStep = direction === 'rows' ? width : 1
  const padded = new Float32Array(length + 2 * reach)
  const blurred = makeField(width, height)
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep
    for (let i = 0; i < padded.length; i++) {
      const inside = Math.min(length - 1, Math.max(0, i - reach))
      padded[i] = values[start + inside * step] ?? 0
    }
    for (let i = 0; i < length; i++) {
      let sum = 0
      for (let k = 0; k < kernel.length; k++) sum += (kernel[k] ?? 0) * (padded[i + k] ?? 0)
      blurred.values[start + i * step] = sum
    }
  }
  return blurred
}
