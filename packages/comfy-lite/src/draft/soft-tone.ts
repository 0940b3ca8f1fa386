import { luma } from '@foxetales/face-finder/luma'
import { type Field, makeField } from './field.ts'
import { gaussianBlur } from './gaussian-blur.ts'
import type { Planes } from './warp-photo.ts'

/** Canvas pixels: shading wider than this counts as light and is taken out. */
const LIGHT_SIGMA = 31
/** Every face is brought to this brightness first, so that deep skin is read like light skin. */
const SKIN_LUMA = 165

/** The photo's shading relative to the skin around it, without its light: 1 is plain skin, 0.5 half as bright. */
export function softTone(photo: Planes, face: Field): Field {
  return withoutLight(gaussianBlur(normalisedLuma(photo, face), 1), face)
}

function normalisedLuma({ red, green, blue }: Planes, face: Field): Field {
  const grey = makeField(red.width, red.height)
  for (let i = 0; i < grey.values.length; i++) {
    grey.values[i] = luma(red.values[i] ?? 0, green.values[i] ?? 0, blue.values[i] ?? 0)
  }
  const skin = Math.max(20, quantileInside(grey, face, 0.6))
  grey.values.forEach((value, i) => {
    grey.values[i] = Math.min(255, (value * SKIN_LUMA) / skin)
  })
  return grey
}

/** Divides by the wide blur of the face alone: hair and background around it must not count as its light. */
function withoutLight(luma: Field, face: Field): Field {
  const masked = makeField(luma.width, luma.height)
  for (let i = 0; i < masked.values.length; i++)
    masked.values[i] = (luma.values[i] ?? 0) * (face.values[i] ?? 0)
  const light = gaussianBlur(masked, LIGHT_SIGMA)
  const share = gaussianBlur(face, LIGHT_SIGMA)
  for (let i = 0; i < masked.values.length; i++) {
    const around = (light.values[i] ?? 0) / Math.max(0.05, share.values[i] ?? 0)
    masked.values[i] = (luma.values[i] ?? 0) / Math.max(12, around)
  }
  // Eyes and brows darken their surroundings' average: plain skin is what most of the face has.
  const plainSkin = quantileInside(masked, face, 0.55) || 1
  masked.values.forEach((value, i) => {
    masked.values[i] = value / plainSkin
  })
  return masked
}

function quantileInside(field: Field, mask: Field, share: number): number {
  const inside = field.values.filter((_, i) => (mask.values[i] ?? 0) > 0.5).sort()
  return inside[Math.floor(inside.length * share)] ?? 0
}

/** A strand of hair, a cast shadow or the far side of a turned head darkens one half only: the lighter half mostly wins. */
export function lighterHalfWins({ width, height, values }: Field): Field {
  const mixed = makeField(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const own = values[y * width + x] ?? 0
      const other = values[y * width + width - 1 - x] ?? 0
      mixed.values[y * width + x] = 0.7 * Math.max(own, other) + 0.3 * own
    }
  }
  return mixed
}
