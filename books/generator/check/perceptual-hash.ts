import sharp from 'sharp'

const imageSide = 32
const hashSide = 8

/** cosines[frequency][position] of the discrete cosine transform (DCT-II) of 32 values, frequencies 1 to 8. */
const cosines = Array.from({ length: hashSide }, (_, index) =>
  Array.from({ length: imageSide }, (_, position) =>
    Math.cos((Math.PI / imageSide) * (position + 0.5) * (index + 1)),
  ),
)

/** The strength of one pair of frequencies in a grey square image. */
const coefficient = (grey: Uint8Array, across: readonly number[], down: readonly number[]): number => {
  let sum = 0
  for (const [y, weightDown] of down.entries()) {
    for (const [x, weightAcross] of across.entries()) {
      sum += (grey[y * imageSide + x] ?? 0) * weightAcross * weightDown
    }
  }
  return sum
}

/**
 * What a picture looks like from afar, in 64 bits: shrunk to 32 × 32 greys, the 8 × 8 lowest frequencies of its cosine
 * transform without the constant ones, each 1 where it is above their median (Zauner, "Implementation and benchmarking of
 * perceptual image hash functions", 2010).
 */
export async function perceptualHash(image: Buffer): Promise<readonly boolean[]> {
  const grey = await sharp(image)
    .removeAlpha()
    .resize(imageSide, imageSide, { fit: 'fill' })
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer()
  const strengths = cosines.flatMap((down) => cosines.map((across) => coefficient(grey, across, down)))
  const sorted = strengths.toSorted((first, second) => first - second)
  const middle = sorted.length / 2
  const median = ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return strengths.map((strength) => strength > median)
}

/** In how many of the 64 bits two hashes differ: 0 is the same picture, about 32 two unlike ones. */
export const hashDistance = (first: readonly boolean[], second: readonly boolean[]): number =>
  first.filter((bit, index) => bit !== second[index]).length
