import { kernels, layOut } from '@foxetales/pixels/pixel-kernels'
import { cutOut, growBox } from './box.ts'
import type { Rgb } from './colour.ts'
import { type FoundSkin, findSkin } from './find-skin.ts'
import { medianSkin } from './measure-skin.ts'
import { fromRaw, type RawImage, toRaw } from './raw-image.ts'
import { skinPreset } from './skin-presets.ts'
import { typologyAngle } from './typology-angle.ts'

/** A sampler that strays further than this from the tone asked for is not corrected by force: it would look painted over. */
const LOWEST_GAIN = 0.75
const HIGHEST_GAIN = 1.33
/** Softens the hard edge of what was found, in pixels at 1024, so that the change leaves no speckles. */
const SOFTENING_PX = 1.5
/** Degrees of typology angle within which the first result is left as it is. */
const CLOSE_ENOUGH = 0.5

/** Gains per channel as 8.8 fixed point. */
type Gains = readonly [red: number, green: number, blue: number]

/**
 * Brings a painted person's skin to the tone the parent picked. Its pixels are found, their median colour measured, and
 * each is multiplied per channel by `colour / median` within limits; then the result is measured, and where its
 * typology angle is still off, up or down, the gains are corrected once by what is missing, within the same limits. The
 * same for every tone, fair or dark; docs/skin-tone.md has the figures.
 *
 * No pixel changes that was not found as skin: the change fades out inside it.
 *
 * @param coverage the person's soft mask
 * @param skinPart where the artist put skin, 0..255
 * @param tone Monk tone, 1 to 10
 */
export async function toneSkin(
  person: RawImage<3>,
  coverage: RawImage<1>,
  skinPart: RawImage<1>,
  tone: number,
): Promise<RawImage<3>> {
  const { colour, range } = skinPreset(tone)
  const skin = findSkin(person, coverage, skinPart, range)
  const median = skin && medianSkin(person, skin)
  if (skin === undefined || median === undefined) return person
  const soft = await softened(skin)
  const gains = limited(colour, median)
  const toned = shiftSkin(person, skin.mask, soft, coverage, gains)
  const reached = medianSkin(toned, skin) ?? colour
  if (Math.abs(typologyAngle(reached) - typologyAngle(colour)) <= CLOSE_ENOUGH) return toned
  const corrected = limited(
    colour,
    reached.map((value, channel) => (value * 256) / (gains[channel] ?? 256)),
  )
  return shiftSkin(person, skin.mask, soft, coverage, corrected)
}

/** `wanted / measured`, kept within the limits. */
function limited(wanted: Rgb, measured: readonly number[]): Gains {
  const gain = (channel: 0 | 1 | 2) => {
    const exact = wanted[channel] / Math.max(1, measured[channel] ?? 0)
    return Math.round(256 * Math.min(HIGHEST_GAIN, Math.max(LOWEST_GAIN, exact)))
  }
  return [gain(0), gain(1), gain(2)]
}

/** The found skin with a soft edge; blurred only where it is. */
async function softened({ mask, box }: FoundSkin): Promise<RawImage<1>> {
  const place = growBox(box, Math.ceil(3 * SOFTENING_PX), mask)
  const soft = await toRaw(fromRaw(cutOut(mask, place)).blur(SOFTENING_PX), 1)
  const data = new Uint8Array(mask.data.length)
  for (let y = 0; y < place.height; y++) {
    const row = soft.data.subarray(y * place.width, (y + 1) * place.width)
    data.set(row, (place.top + y) * mask.width + place.left)
  }
  return { ...mask, data }
}

/**
 * `v' = min(255, (v × gain + 128) >> 8)` per channel, mixed into v by `min(soft, coverage)` of 255 (blendBytes), where
 * `found` is 255; elsewhere v. Exact integers, many pixels at a time.
 */
export function shiftSkin(
  person: RawImage<3>,
  found: RawImage<1>,
  soft: RawImage<1>,
  coverage: RawImage<1>,
  gains: Gains,
): RawImage<3> {
  const count = person.width * person.height
  const whole = Math.ceil(count / 8) * 8
  const { offsets, bytes } = layOut(whole * 3, whole, whole, whole)
  const [rgb = 0, foundAt = 0, softAt = 0, coveredAt = 0] = offsets
  bytes.set(person.data, rgb)
  bytes.set(found.data, foundAt)
  bytes.set(soft.data, softAt)
  bytes.set(coverage.data, coveredAt)
  const [red, green, blue] = gains
  kernels.shiftSkin(rgb, foundAt, softAt, coveredAt, whole, red - 256, green - 256, blue - 256)
  return { ...person, data: bytes.slice(rgb, rgb + count * 3) }
}
