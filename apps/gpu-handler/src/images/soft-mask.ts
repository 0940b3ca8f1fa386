import { fromRaw, type RawImage, toRaw } from './raw-image.ts'

/** Measures of the softening at 1024 px; other sizes scale them. */
const GROW_PX = 2
const SIGMA_PX = 6
const REFERENCE_PX = 1024
/** The Gaussian is cut off where it falls below this share of its peak: 2.1 standard deviations, 12 px. */
const WEAKEST_WEIGHT = 0.1

/**
 * The person's mask with a soft edge: grown by 2 px, then blurred with a Gaussian of 6 px (both at 1024), which reaches
 * about 12 px to either side. Grey values of the source (antialiasing, traces of lossy coding) are cut to black or white
 * first, so that far from the person the mask is exactly 0.
 */
export async function softenMask(mask: RawImage<1>): Promise<RawImage<1>> {
  const scale = mask.width / REFERENCE_PX
  const grown = growMask(mask, Math.round(GROW_PX * scale))
  return toRaw(fromRaw(grown).blur({ sigma: SIGMA_PX * scale, minAmplitude: WEAKEST_WEIGHT }), 1)
}

/**
 * The mask in black and white, the white grown by a square of `radius` to every side: along the rows, then along the
 * columns. Not left to sharp, whose `dilate` (0.35.5) grows the black instead; a release that mends it would turn every
 * mask inside out.
 */
function growMask(mask: RawImage<1>, radius: number): RawImage<1> {
  const { width, height } = mask
  const widened = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) growLine(mask.data, widened, y * width, 1, width, radius)
  const grown = new Uint8Array(width * height)
  for (let x = 0; x < width; x++) growLine(widened, grown, x, width, height, radius)
  return { ...mask, data: grown }
}

/** One row or column, `length` pixels from `start`, `step` bytes apart. */
function growLine(
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  step: number,
  length: number,
  radius: number,
): void {
  let paintedUntil = 0
  for (let i = 0; i < length; i++) {
    if ((from[start + i * step] ?? 0) < 128) continue
    const end = Math.min(length, i + radius + 1)
    for (let k = Math.max(paintedUntil, i - radius); k < end; k++) to[start + k * step] = 255
    paintedUntil = end
  }
}
