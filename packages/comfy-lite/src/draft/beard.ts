import { luma } from '@foxetales/face-finder/luma'
import { type Field, makeField, smoothStep } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { gaussianBlur } from './gaussian-blur.ts'
import { CHEEKS, LIPS } from './landmark-groups.ts'
import type { Planes } from './warp-photo.ts'

/** How much darker than the cheeks a beard is, as a share: nothing below the first, all of it from the second on. */
const SHADOW = 0.2
const BEARD = 0.42
/**
 * Shares of chin and upper lip that must be covered: no child may get a beard from a shadow. Of 210 portraits those with
 * beards had a covered chin; no other passed 0.94 and 0.16, or 0.79 and 0.49.
 */
const LEAST_COVER = { chin: 0.9, lip: 0.45 }
const EDGE_SIGMA = 4.5

/** Middle of the chin and of the upper lip. */
const CHIN_POINTS = [199, 200, 175, 208, 428] as const
const UPPER_LIP_POINTS = [164, 167, 393, 165, 391] as const

/**
 * Where the photo has a beard, 0..1 on the canvas: what below the nose is much darker than the cheeks on both sides of the
 * face. Undefined where there is none.
 *
 * @param face all of it, see `wholeFaceShape`
 */
export function findBeard(shape: readonly Point[], photo: Planes, face: Field): Field | undefined {
  const light = lighterSide(photo)
  const at = (field: Field, [x, y]: Point) => field.values[Math.round(y) * field.width + Math.round(x)] ?? 0
  const cheeks = CHEEKS.map((cheek) => at(gaussianBlur(light, 4), middle(shape, [cheek])))
  const skin = Math.max(20, ...cheeks)
  const dark = makeField(light.width, light.height)
  const bare = makeField(light.width, light.height)
  const lips = lipBox(shape)
  const nose = middle(shape, [2])[1]
  for (let y = 0; y < dark.height; y++) {
    for (let x = 0; x < dark.width; x++) {
      const i = y * dark.width + x
      // The lips move with the page's expression: what is under them is taken from around them.
      const open = insideEllipse(x, y, lips) ? 0 : 1
      bare.values[i] = open
      const below = smoothStep(nose - 1, nose + 4, y) * (face.values[i] ?? 0)
      dark.values[i] = open * below * smoothStep(SHADOW, BEARD, 1 - (light.values[i] ?? 0) / skin)
    }
  }
  const cover = gaussianBlur(dark, EDGE_SIGMA * 2)
  const known = gaussianBlur(bare, EDGE_SIGMA * 2)
  const soft = gaussianBlur(dark, EDGE_SIGMA)
  const beard = makeField(dark.width, dark.height)
  for (let i = 0; i < beard.values.length; i++) {
    const around = (cover.values[i] ?? 0) / Math.max(0.05, known.values[i] ?? 0)
    // A thin place in a beard is beard.
    beard.values[i] = smoothStep(0.12, 0.55, bare.values[i] === 1 ? (soft.values[i] ?? 0) : around)
  }
  // A long chin may reach beyond the canvas.
  const drawn = ([x, y]: Point) => x > 0 && y > 0 && x < beard.width - 1 && y < beard.height - 1
  const coverOf = (points: readonly number[]) => {
    const spots = points.map((point) => middle(shape, [point])).filter(drawn)
    return spots.reduce((sum, spot) => sum + at(beard, spot), 0) / Math.max(1, spots.length)
  }
  const grown = coverOf(CHIN_POINTS) >= LEAST_COVER.chin && coverOf(UPPER_LIP_POINTS) >= LEAST_COVER.lip
  return grown ? beard : undefined
}

/** Brightness, at every place that of the lighter half of the face: a cast shadow lies on one side, a beard on both. */
function lighterSide({ red, green, blue }: Planes): Field {
  const { width, height } = red
  const own = (i: number) => luma(red.values[i] ?? 0, green.values[i] ?? 0, blue.values[i] ?? 0)
  const light = makeField(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      light.values[y * width + x] = Math.max(own(y * width + x), own(y * width + width - 1 - x))
    }
  }
  return gaussianBlur(light, 1)
}

type Ellipse = { readonly x: number; readonly y: number; readonly rx: number; readonly ry: number }

function lipBox(shape: readonly Point[]): Ellipse {
  const points = [...LIPS.upperOuter, ...LIPS.lowerOuter].map((i) => middle(shape, [i]))
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    rx: (right - left) / 2 + 1,
    ry: (bottom - top) / 2 + 1,
  }
}

function insideEllipse(x: number, y: number, ellipse: Ellipse): boolean {
  return ((x - ellipse.x) / ellipse.rx) ** 2 + ((y - ellipse.y) / ellipse.ry) ** 2 < 1
}
