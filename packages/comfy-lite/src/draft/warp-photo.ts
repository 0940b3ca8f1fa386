import type { RgbImage } from '@foxetales/face-finder/face-finder'
import { clamp, type Field, makeField, sampleField } from './field.ts'
import type { Point } from './frontal-face.ts'
import { SKIN_POINTS } from './landmark-groups.ts'
import type { PhotoFace } from './photo-face.ts'
import { CANVAS_PX } from './storybook-shape.ts'

const GRID_PX = 5
/** How far a landmark pulls, in canvas pixels (standard deviation). */
const PULL_PX = 6.5

export type Planes = { readonly red: Field; readonly green: Field; readonly blue: Field }

/**
 * Brings the photo's pixels to where `shape` wants the mesh points: the best affine map, and on a coarse grid the rest,
 * averaged over near landmarks with a Gaussian weight.
 */
export function warpPhoto(face: PhotoFace, shape: readonly Point[]): Planes {
  const across = fitAffine(
    shape,
    face.mesh.map(([x]) => x),
  )
  const down = fitAffine(
    shape,
    face.mesh.map(([, y]) => y),
  )
  const gridPx = Math.ceil(CANVAS_PX / GRID_PX) + 2
  const fromX = makeField(gridPx, gridPx)
  const fromY = makeField(gridPx, gridPx)
  for (let row = 0; row < gridPx; row++) {
    for (let column = 0; column < gridPx; column++) {
      const x = column * GRID_PX
      const y = row * GRID_PX
      const [dx, dy] = residualAt(x, y, face, shape, across, down)
      fromX.values[row * gridPx + column] = affine(across, x, y) + dx
      fromY.values[row * gridPx + column] = affine(down, x, y) + dy
    }
  }
  return pullPixels(face.image, fromX, fromY)
}

type Affine = readonly [number, number, number]

function affine([a, b, c]: Affine, x: number, y: number): number {
  return a * x + b * y + c
}

function residualAt(
  x: number,
  y: number,
  face: PhotoFace,
  shape: readonly Point[],
  across: Affine,
  down: Affine,
): [number, number] {
  let dx = 0
  let dy = 0
  // Far from every landmark the affine map alone decides.
  let total = 0.02
  for (let i = 0; i < SKIN_POINTS; i++) {
    const [px, py] = shape[i] ?? [0, 0]
    const distance = ((x - px) ** 2 + (y - py) ** 2) / (2 * PULL_PX * PULL_PX)
    if (distance > 9) continue
    const weight = Math.exp(-distance)
    const [photoX, photoY] = face.mesh[i] ?? [0, 0]
    dx += weight * (photoX - affine(across, px, py))
    dy += weight * (photoY - affine(down, px, py))
    total += weight
  }
  return [dx / total, dy / total]
}

/** Least squares for value = a x + b y + c over the skin points, by the normal equations and Cramer's rule. */
function fitAffine(points: readonly Point[], values: readonly number[]): Affine {
  const rows = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]
  const sums = [0, 0, 0]
  for (let i = 0; i < SKIN_POINTS; i++) {
    const [x, y] = points[i] ?? [0, 0]
    const basis = [x, y, 1]
    basis.forEach((left, r) => {
      sums[r] = (sums[r] ?? 0) + left * (values[i] ?? 0)
      basis.forEach((right, c) => {
        const row = rows[r]
        if (row !== undefined) row[c] = (row[c] ?? 0) + left * right
      })
    })
  }
  const whole = determinant(rows)
  const solve = (column: number) =>
    determinant(rows.map((row, r) => row.map((value, c) => (c === column ? (sums[r] ?? 0) : value)))) / whole
  return [solve(0), solve(1), solve(2)]
}

function determinant(rows: readonly (readonly number[])[]): number {
  const [[a = 0, b = 0, c = 0] = [], [d = 0, e = 0, f = 0] = [], [g = 0, h = 0, i = 0] = []] = rows
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
}

function pullPixels(image: RgbImage, fromX: Field, fromY: Field): Planes {
  const planes = [0, 1, 2].map(() => makeField(CANVAS_PX, CANVAS_PX))
  const [red, green, blue] = planes
  if (red === undefined || green === undefined || blue === undefined)
    throw new Error('three planes were made')
  const { data, width, height } = image
  for (let y = 0; y < CANVAS_PX; y++) {
    for (let x = 0; x < CANVAS_PX; x++) {
      const photoX = clamp(sampleField(fromX, x / GRID_PX, y / GRID_PX), 0, width - 1.01)
      const photoY = clamp(sampleField(fromY, x / GRID_PX, y / GRID_PX), 0, height - 1.01)
      const left = Math.floor(photoX)
      const top = Math.floor(photoY)
      const u = photoX - left
      const v = photoY - top
      const i = (top * width + left) * 3
      const below = i + width * 3
      planes.forEach((plane, channel) => {
        const upper = (data[i + channel] ?? 0) * (1 - u) + (data[i + 3 + channel] ?? 0) * u
        const lower = (data[below + channel] ?? 0) * (1 - u) + (data[below + 3 + channel] ?? 0) * u
        plane.values[y * CANVAS_PX + x] = upper * (1 - v) + lower * v
      })
    }
  }
  return { red, green, blue }
}
