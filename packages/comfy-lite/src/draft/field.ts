/** One number per pixel, row by row. */
export type Field = {
  readonly values: Float32Array
  readonly width: number
  readonly height: number
}

export function makeField(width: number, height: number): Field {
  return { values: new Float32Array(width * height), width, height }
}

/** The value between pixels by bilinear interpolation; beyond the border the border repeats. */
export function sampleField(field: Field, x: number, y: number): number {
  const { values, width, height } = field
  const cx = Math.min(width - 1, Math.max(0, x))
  const cy = Math.min(height - 1, Math.max(0, y))
  const left = Math.min(width - 2, Math.floor(cx))
  const top = Math.min(height - 2, Math.floor(cy))
  const right = cx - left
  const down = cy - top
  const i = top * width + left
  const upper = (values[i] ?? 0) * (1 - right) + (values[i + 1] ?? 0) * right
  const lower = (values[i + width] ?? 0) * (1 - right) + (values[i + width + 1] ?? 0) * right
  return upper * (1 - down) + lower * down
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

/** 0 below `low`, 1 above `high`, and a soft S between. */
export function smoothStep(low: number, high: number, value: number): number {
  const t = clamp((value - low) / (high - low), 0, 1)
  return t * t * (3 - 2 * t)
}
