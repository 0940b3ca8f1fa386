import { type NoiseField, noiseField } from './noise.ts'

/** One sheet of paper, the same for every layer, so that layers laid over each other show no seams. */
export type Paper = {
  /** Side of the fields in pixels: larger than the page, so that each layer can look at another part of them. */
  fieldSize: number
  /** How far a shape's border wobbles, across and down. */
  wobbleX: NoiseField
  wobbleY: NoiseField
  /** Where a wash pools. */
  wash: NoiseField
  /** Where a wash drifts towards a warmer or cooler hue. */
  hue: NoiseField
  /** The tooth of the paper, fixed to the page. */
  grain: NoiseField
}

const spareForOffsets = 256

export const makePaper = async (pageSize: number): Promise<Paper> => {
  const size = pageSize + spareForOffsets
  return {
    fieldSize: size,
    wobbleX: await noiseField({ size, cells: 34, octaves: 3, seed: 11 }),
    wobbleY: await noiseField({ size, cells: 34, octaves: 3, seed: 12 }),
    wash: await noiseField({ size, cells: 5, octaves: 6, seed: 13, gain: 0.58 }),
    hue: await noiseField({ size, cells: 4, octaves: 4, seed: 14 }),
    grain: await noiseField({ size, cells: size / 3, octaves: 2, seed: 15, gain: 0.7 }),
  }
}

/** Largest offset into the fields that still leaves a whole page. */
export const largestOffset = spareForOffsets - 6
