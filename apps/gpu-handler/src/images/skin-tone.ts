import { type Box, cutOut, growBox } from './box.ts'
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
  const place = growBox(skin.box, Math.ceil(3 * DETECTION_BLUR_PX), person)
  const soft = await toRaw(fromRaw(cutOut(skin.mask, place)).blur(DETECTION_BLUR_PX), 1)
  const red = limitedGain(target[0], median[0])
  const green = limitedGain(target[1], median[1])
  const blue = limitedGain(target[2], median[2])
  // Not slice(): of a Buffer, which sharp gives, that would be the same bytes under another name.
  const data = new Uint8Array(person.data)
  for (let y = 0; y < place.height; y++) {
    const row = (place.top + y) * person.width + place.left
    for (let x = 0; x < place.width; x++) {
      const amount = Math.min(soft.data[y * place.width + x] ?? 0, coverage.data[row + x] ?? 0)
      if (amount === 0) continue
      const at = (row + x) * 3
      data[at] = multiplied(data[at] ?? 0, red, amount)
      data[at + 1] = multiplied(data[at + 1] ?? 0, green, amount)
      data[at + 2] = multiplied(data[at + 2] ?? 0, blue, amount)
    }
  }
  return { ...person, data }
}

/** @param gain 8.8 fixed point @param amount 0..255, how much of the change is made */
function multiplied(value: number, gain: number, amount: number): number {
  return blendBytes(value, Math.min(255, (value * gain + 128) >> 8), amount)
}

/** The median colour of the skin that is surely the person's, or undefined where there is next to none. */
export function measureSkin(
  person: RawImage<3>,
  coverage: RawImage<1>,
  skinPart: RawImage<1>,
): Rgb | undefined {
  return medianColour(person, detectSkin(person, coverage, skinPart))
}

type DetectedSkin = {
  readonly mask: RawImage<1>
  readonly pixels: number
  /** What all detected pixels lie in; without meaning when there are none. */
  readonly box: Box
}

function detectSkin(person: RawImage<3>, coverage: RawImage<1>, skinPart: RawImage<1>): DetectedSkin {
  const { width, height } = coverage
  const data = new Uint8Array(width * height)
  let pixels = 0
  let [left, right, top, bottom] = [width, 0, height, 0]
  for (let y = 0; y < height; y++) {
    for (let i = y * width; i < (y + 1) * width; i++) {
      if ((skinPart.data[i] ?? 0) < 128 || (coverage.data[i] ?? 0) < 128) continue
      const at = i * 3
      if (!isSkin(person.data[at] ?? 0, person.data[at + 1] ?? 0, person.data[at + 2] ?? 0)) continue
      data[i] = 255
      pixels++
      const x = i - y * width
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = y + 1
    }
  }
  const box = { left, top, width: right - left, height: bottom - top }
  return { mask: { ...coverage, data }, pixels, box }
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

function medianColour(person: RawImage<3>, { mask, pixels, box }: DetectedSkin): Rgb | undefined {
  if (pixels < FEWEST_PIXELS) return undefined
  const reds = new Uint32Array(256)
  const greens = new Uint32Array(256)
  const blues = new Uint32Array(256)
  for (let i = box.top * mask.width; i < (box.top + box.height) * mask.width; i++) {
    if (mask.data[i] === 0) continue
    count(reds, person.data[i * 3])
    count(greens, person.data[i * 3 + 1])
    count(blues, person.data[i * 3 + 2])
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

/** As 8.8 fixed point. */
function limitedGain(wanted: number, measured: number): number {
  const gain = wanted / Math.max(1, measured)
  return Math.round(256 * Math.min(HIGHEST_GAIN, Math.max(LOWEST_GAIN, gain)))
}
