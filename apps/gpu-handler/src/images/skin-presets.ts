import { parseHex, type Rgb } from './colour.ts'

/** Which colours count as skin beside the house's fixed limits; see find-skin.ts. */
export type SkinRange = { readonly cbHighest: number; readonly crLowest: number }

export const houseRange: SkinRange = { cbHighest: 127, crLowest: 133 }
/** Fair skin in too much light is white paper, without any hue: inside the artist's skin it is skin nevertheless. */
const paleRange: SkinRange = { cbHighest: 128, crLowest: 128 }

export type SkinPreset = {
  /** What the median of the child's skin shall be. */
  readonly colour: Rgb
  readonly range: SkinRange
}

/**
 * The ten Monk tones as skin painted in watercolour, lightest first. The scale's swatches (https://skintone.google) are
 * samples of real skin under even light, made to be compared with, not to be painted with:
 * - 1 to 4 (#f6ede4 #f3e7db #f7ead0 #eadaba) are nearly the colour of our paper; they are pulled towards peach, so that
 *   a fair child is not chalk white;
 * - 5 to 7 (#d7bd96 #a07e56 #825c43) gain some red, which pigment on paper loses;
 * - 8 to 10 (#604134 #3a312a #292420) are lifted until shadow, line and blush still show on them.
 * Every tone lies inside the range that `find-skin.ts` recognises as skin, so no child's tone goes unmeasured. How well
 * each is reached is in docs/skin-tone.md.
 */
const presets: readonly SkinPreset[] = [
  { colour: parseHex('#f8dcc8'), range: paleRange },
  { colour: parseHex('#f5d3ba'), range: paleRange },
  { colour: parseHex('#f0c8a4'), range: houseRange },
  { colour: parseHex('#e6b78e'), range: houseRange },
  { colour: parseHex('#d3a176'), range: houseRange },
  { colour: parseHex('#b58058'), range: houseRange },
  { colour: parseHex('#946446'), range: houseRange },
  { colour: parseHex('#754c3a'), range: houseRange },
  { colour: parseHex('#5c3d30'), range: houseRange },
  { colour: parseHex('#4a332b'), range: houseRange },
]

/** @param tone Monk tone, 1 to 10 */
export function skinPreset(tone: number): SkinPreset {
  const preset = presets[tone - 1]
  if (preset === undefined) throw new RangeError('there are ten Monk tones')
  return preset
}
