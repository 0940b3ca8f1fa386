import { kernels, layOut } from '@foxetales/pixels/pixel-kernels'
import { type Box, boxAround } from './box.ts'
import type { RawImage } from './raw-image.ts'
import { houseRange, type SkinRange } from './skin-presets.ts'

export type FoundSkin = {
  /** 255 where the person's skin is, else 0. */
  readonly mask: RawImage<1>
  readonly pixels: number
  readonly box: Box
}

/**
 * Full-range BT.601 in 8-bit integers, and the house's range of it. Integers, because at a hard threshold any other
 * rounding would flip pixels. The kernel finds the same pixels, many at a time.
 */
export function isSkin(red: number, green: number, blue: number, range: SkinRange = houseRange): boolean {
  const luma = (77 * red + 150 * green + 29 * blue + 128) >> 8
  const cb = 128 + ((-43 * red - 85 * green + 128 * blue + 128) >> 8)
  const cr = 128 + ((128 * red - 107 * green - 21 * blue + 128) >> 8)
  return luma >= 40 && cb >= 77 && cb <= range.cbHighest && cr >= range.crLowest && cr <= 173
}

/**
 * The skin of a painted person: its colour's range, inside the person's mask, where the artist put skin; that keeps brown
 * wood, hair and orange coats out. Undefined where there is none.
 *
 * @param coverage the person's soft mask; from 128 on it counts as the person's
 * @param skinPart where the artist put skin, likewise
 */
export function findSkin(
  person: RawImage<3>,
  coverage: RawImage<1>,
  skinPart: RawImage<1>,
  range: SkinRange = houseRange,
): FoundSkin | undefined {
  const { width, height } = coverage
  const count = width * height
  const whole = Math.ceil(count / 8) * 8
  const { offsets, bytes } = layOut(whole * 3, whole, whole, whole)
  const [rgb = 0, covered = 0, part = 0, found = 0] = offsets
  bytes.set(person.data, rgb)
  bytes.set(coverage.data, covered)
  // Pixels beyond the last must not count.
  bytes.fill(0, covered + count, covered + whole)
  bytes.set(skinPart.data, part)
  const pixels = kernels.findSkin(rgb, covered, part, found, whole, range.cbHighest, range.crLowest)
  const mask: RawImage<1> = { data: bytes.slice(found, found + count), width, height, channels: 1 }
  const box = pixels > 0 ? boxAround(mask) : undefined
  return box && { mask, pixels, box }
}
