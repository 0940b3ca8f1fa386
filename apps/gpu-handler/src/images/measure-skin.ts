import type { Rgb } from './colour.ts'
import { type FoundSkin, findSkin } from './find-skin.ts'
import type { RawImage } from './raw-image.ts'
import { houseRange, type SkinRange } from './skin-presets.ts'

/** Fewer skin pixels than this tell no tone. */
const FEWEST_PIXELS = 400

/** The median colour of the skin that is surely the person's, or undefined where there is next to none. */
export function measureSkin(
  person: RawImage<3>,
  coverage: RawImage<1>,
  skinPart: RawImage<1>,
  range: SkinRange = houseRange,
): Rgb | undefined {
  const skin = findSkin(person, coverage, skinPart, range)
  return skin && medianSkin(person, skin)
}

/** Per channel, so that eyes, teeth and lines which slipped in do not pull it; undefined for too few pixels. */
export function medianSkin(person: RawImage<3>, { mask, pixels, box }: FoundSkin): Rgb | undefined {
  if (pixels < FEWEST_PIXELS) return undefined
  const reds = new Uint32Array(256)
  const greens = new Uint32Array(256)
  const blues = new Uint32Array(256)
  for (let y = box.top; y < box.top + box.height; y++) {
    const row = y * mask.width
    for (let i = row + box.left; i < row + box.left + box.width; i++) {
      if (mask.data[i] === 0) continue
      count(reds, person.data[i * 3])
      count(greens, person.data[i * 3 + 1])
      count(blues, person.data[i * 3 + 2])
    }
  }
  return [middleOf(reds, pixels), middleOf(greens, pixels), middleOf(blues, pixels)]
}

function count(histogram: Uint32Array, value = 0): void {
  histogram[value] = (histogram[value] ?? 0) + 1
}

function middleOf(histogram: Uint32Array, pixels: number): number {
  let seen = 0
  for (const [value, count] of histogram.entries()) {
    seen += count
    if (seen * 2 >= pixels) return value
  }
  return 255
}
