import { kernels, layOut } from './pixel-kernels.ts'

/** Lobes of the Lanczos window on either side. */
const LOBES = 3
/** Weights are fixed point with 14 fractional bits, as the kernel takes them. */
const ONE = 16_384
/** The kernel keeps 32 rows, so a picture may shrink to a fifth. */
const MOST_TAPS = 32

/** Rows of red, green and blue bytes, without padding. */
export type RgbPixels<Bytes extends Uint8Array = Uint8Array> = {
  readonly data: Bytes
  readonly width: number
  readonly height: number
  readonly channels: 3
}

/** Per output pixel along one axis: the first source pixel, and `taps` weights that add up to ONE. */
export type AxisWeights = { readonly first: Int32Array; readonly weights: Int16Array; readonly taps: number }

/** Whether the kernel's windows fit: shrinking by five at most, from no fewer pixels than a window. */
export function canResample(fromPx: number, toPx: number): boolean {
  const taps = tapsOf(fromPx / toPx)
  return taps <= MOST_TAPS && taps <= fromPx
}

/**
 * An RGB picture at another size, by Lanczos with three lobes: along x into 16 bits with 6 fractional ones, then along
 * y. Ours and not sharp's, which enlarges by cubic interpolation whatever kernel is named, at four times the cost.
 */
export function resampleRgb(
  image: RgbPixels,
  width: number,
  height: number,
): RgbPixels<Uint8Array<ArrayBuffer>> {
  const across = knownWeights(image.width, width)
  const down = knownWeights(image.height, height)
  const ringStride = Math.ceil((width * 3 * 2 + 16) / 16) * 16
  const { offsets, bytes } = layOut(
    image.data.length,
    width * height * 3,
    across.first.byteLength,
    across.weights.byteLength,
    down.first.byteLength,
    down.weights.byteLength,
    MOST_TAPS * ringStride,
  )
  const [from = 0, to = 0, columns = 0, columnWeights = 0, rows = 0, rowWeights = 0, ring = 0] = offsets
  bytes.set(image.data, from)
  bytes.set(new Uint8Array(across.first.buffer), columns)
  bytes.set(new Uint8Array(across.weights.buffer), columnWeights)
  bytes.set(new Uint8Array(down.first.buffer), rows)
  bytes.set(new Uint8Array(down.weights.buffer), rowWeights)
  kernels.resampleRgb(
    from,
    image.width,
    to,
    width,
    height,
    columns,
    columnWeights,
    across.taps,
    rows,
    rowWeights,
    down.taps,
    ring,
    ringStride,
  )
  return { data: bytes.slice(to, to + width * height * 3), width, height, channels: 3 }
}

const known = new Map<string, AxisWeights>()

/** A book needs the same few sizes for every page. */
function knownWeights(fromPx: number, toPx: number): AxisWeights {
  const key = `${fromPx} ${toPx}`
  const weights = known.get(key) ?? axisWeights(fromPx, toPx)
  if (known.size < 16) known.set(key, weights)
  return weights
}

/**
 * Lanczos weights of every output pixel. Beyond the picture its edge pixel is repeated: what would fall there is added
 * to the edge's weight, and every window lies inside.
 */
export function axisWeights(fromPx: number, toPx: number): AxisWeights {
  const scale = fromPx / toPx
  const taps = tapsOf(scale)
  const stretch = Math.max(1, scale)
  const first = new Int32Array(toPx)
  const weights = new Int16Array(toPx * taps)
  for (let i = 0; i < toPx; i++) {
    const centre = (i + 0.5) * scale - 0.5
    const wanted = Math.floor(centre - LOBES * stretch) + 1
    const start = Math.min(Math.max(wanted, 0), fromPx - taps)
    const exact = new Float64Array(taps)
    for (let k = wanted; k < wanted + taps; k++) {
      const slot = Math.min(Math.max(k, 0), fromPx - 1) - start
      exact[slot] = (exact[slot] ?? 0) + lanczos((k - centre) / stretch)
    }
    first[i] = start
    weights.set(fixedPoint(exact), i * taps)
  }
  return { first, weights, taps }
}

function tapsOf(scale: number): number {
  return Math.ceil(LOBES * Math.max(1, scale)) * 2
}

function lanczos(x: number): number {
  if (x === 0) return 1
  if (Math.abs(x) >= LOBES) return 0
  const angle = Math.PI * x
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle)
}

/** Rounded so that they add up to ONE exactly: a flat colour stays what it is. What rounding leaves goes to the largest. */
function fixedPoint(exact: Float64Array): Int16Array {
  const sum = exact.reduce((total, weight) => total + weight, 0)
  const rounded = Int16Array.from(exact, (weight) => Math.round((weight / sum) * ONE))
  const total = rounded.reduce((all, weight) => all + weight, 0)
  const largest = rounded.indexOf(Math.max(...rounded))
  rounded[largest] = (rounded[largest] ?? 0) + ONE - total
  return rounded
}
