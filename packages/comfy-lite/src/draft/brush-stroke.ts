import type { Point } from './frontal-face.ts'

/** An SVG path through all points and back to the first, smooth at each (Catmull-Rom as cubic Béziers). */
export function closedCurve(points: readonly Point[]): string {
  const at = (i: number): Point => points[(i + points.length) % points.length] ?? [0, 0]
  let path = `M${write(at(0))}`
  for (let i = 0; i < points.length; i++) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const leave: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const arrive: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    path += `C${write(leave)} ${write(arrive)} ${write(to)}`
  }
  return `${path}Z`
}

/**
 * The outline of a brush drawn along `line`, as an SVG path. `widthAt` gives its width in pixels for 0 (start) to 1
 * (end).
 */
export function brushStroke(line: readonly Point[], widthAt: (t: number) => number): string {
  const left: Point[] = []
  const right: Point[] = []
  const last = line.length - 1
  line.forEach(([x, y], i) => {
    const before = line[Math.max(0, i - 1)] ?? [x, y]
    const after = line[Math.min(last, i + 1)] ?? [x, y]
    const along = [after[0] - before[0], after[1] - before[1]] as const
    const length = Math.hypot(...along) || 1
    const half = widthAt(i / last) / 2
    left.push([x - (along[1] / length) * half, y + (along[0] / length) * half])
    right.push([x + (along[1] / length) * half, y - (along[0] / length) * half])
  })
  return closedCurve([...left, ...right.toReversed()])
}

function write([x, y]: Point): string {
  return `${x.toFixed(2)},${y.toFixed(2)}`
}
