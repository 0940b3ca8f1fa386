import { blendBytes, type Rgb } from './colour.ts'
import { fromRaw, type RawImage, toRaw } from './raw-image.ts'

/** A sampler that strays further than this from the tone asked for is not corrected by force: it would look painted over. */
const LOWEST_GAIN = 0.8
const HIGHEST_GAIN = 1.25
/** Fewer skin pixels than this tell no tone. */
const FEWEST_PIXELS = 400
/** Softens the hard edge of detection, in pixels at 1024, so that the change leaves no speckles. */
const DETECTION_BLUR_PX = 1.5

/**
 * Brings a painted person's skin to the tone the parent picked: skin is detected by its YCbCr range inside the person's
 * mask, its median measured, and the detected pixels multiplied per channel by `target / median` within limits. The
 * same for every tone, fair or dark.
 *
 * @param coverage the person's soft mask
 * @param skinPart where the artist put skin (0..255); keeps brown wood, hair and orange coats out
 */
export async function toneSkin(
  person: RawImage<3>,
  coverage: RawImage<1>,
  skinPart: RawImage<1>,
  target: Rgb,
): Promise<RawImage<3>> {
  const skin = detectSkin(person, coverage, skinPart)
  const median = medianColour(person, skin)
  if (median === undefined) return person
  const soft = await toRaw(fromRaw(skin).blur(DETECTION_BLUR_PX), 1)
  const gains = target.map((wanted, channel) => limitedGain(wanted, median[channel] ?? wanted))
  const data = Uint8Array.from(person.data)
  for (let i = 0; i < soft.data.length; i++) {
    const amount = Math.min(soft.data[i] ?? 0, coverage.data[i] ?? 0)
    if (amount === 0) continue
    for (let channel = 0; channel < 3; channel++) {
      const before = data[i * 3 + channel] ?? 0
      const after = Math.min(255, (before * (gains[channel] ?? 256) + 128) >> 8)
      data[i * 3 + channel] = blendBytes(before, after, amount)
    }
  }
  return { ...person, data }
}

/** The median colour of the skin that is surely the person's, or undefined where there is next to none. */
export function measureSkin(
  person: RawImage<3>,
  coverage: RawImage<1>,
  skinPart: RawImage<1>,
): Rgb | undefined {
  return medianColour(person, detectSkin(person, coverage, skinPart))
}

function detectSkin(person: RawImage<3>, coverage: RawImage<1>, skinPart: RawImage<1>): RawImage<1> {
  const data = new Uint8Array(coverage.data.length)
  for (let i = 0; i < data.length; i++) {
    if ((coverage.data[i] ?? 0) < 128 || (skinPart.data[i] ?? 0) < 128) continue
    const red = person.data[i * 3] ?? 0
    const green = person.data[i * 3 + 1] ?? 0
    const blue = person.data[i * 3 + 2] ?? 0
    if (isSkin(red, green, blue)) data[i] = 255
  }
  return { ...coverage, data }
}

/**
 * Full-range BT.601 in 8-bit integers, and the house's range of it. Integers, because at a hard threshold any other
 * rounding would flip pixels.
 */
export function isSkin(red: number, green: number, blue: number): boolean {
  const luma = (77 * red + 150 * green + 29 * blue + 128) >> 8
  const cb = 128 + ((-43 * red - 85 * green + 128 * blue + 128) >> 8)
  const cr = 128 + ((128 * red - 107 * green - 21 * blue + 128) >> 8)
  return luma >= 40 && cb >= 77 && cb <= 127 && cr >= 133 && cr <= 173
}

function medianColour(person: RawImage<3>, skin: RawImage<1>): Rgb | undefined {
  const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const
  let pixels = 0
  for (let i = 0; i < skin.data.length; i++) {
    if (skin.data[i] === 0) continue
    pixels++
    for (const [channel, histogram] of counts.entries()) {
      const value = person.data[i * 3 + channel] ?? 0
      histogram[value] = (histogram[value] ?? 0) + 1
    }
  }
  if (pixels < FEWEST_PIXELS) return undefined
  return [middleOf(counts[0], pixels), middleOf(counts[1], pixels), middleOf(counts[2], pixels)]
}

function middleOf(histogram: Uint32Array, pixels: number): number {
  let seen = 0
  for (const [value, count] of histogram.entries()) {
    seen += count
    if (seen * 2 >= pixels) return value
  }
  return 255
}

/** As 8.8 fixed point. */
function limitedGain(wanted: number, measured: number): number {
  const gain = wanted / Math.max(1, measured)
  return Math.round(256 * Math.min(HIGHEST_GAIN, Math.max(LOWEST_GAIN, gain)))
}
