import { fromRaw, type RawImage, toRaw } from './raw-image.ts'

/** Measures of the softening at 1024 px; other sizes scale them. */
const GROW_PX = 2
const SIGMA_PX = 6
const REFERENCE_PX = 1024

/**
 * The person's mask with a soft edge: grown by 2 px, then blurred with a Gaussian of 6 px (both at 1024), which reaches
 * about 12 px to either side. Grey values of the source (antialiasing, traces of lossy coding) are cut to black or white
 * first, so that far from the person the mask is exactly 0. Growing comes before blurring: the other order differs by
 * half the range.
 */
export async function softenMask(mask: RawImage<1>): Promise<RawImage<1>> {
  const scale = mask.width / REFERENCE_PX
  const hard = { ...mask, data: mask.data.map((value) => (value >= 128 ? 255 : 0)) }
  return toRaw(
    fromRaw(hard)
      .dilate(Math.max(1, Math.round(GROW_PX * scale)))
      .blur(SIGMA_PX * scale),
    1,
  )
}
