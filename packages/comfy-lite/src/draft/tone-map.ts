import { clamp, type Field, makeField, smoothStep } from './field.ts'
import { gaussianBlur } from './gaussian-blur.ts'
import { kuwahara } from './kuwahara.ts'
import type { Planes } from './warp-photo.ts'

export type ToneOptions = {
  /** 0 mirrors the lighter half onto the darker one, which removes cast shadows; 1 keeps every tone where it was. */
  readonly likeness: number
  /** Canvas pixels: shading wider than this counts as light and is taken out. */
  readonly lightSigma: number
}

export type ToneMap = {
  /** Tone relative to the skin around it: 1 is plain skin, 0.5 half as bright. */
  readonly tone: Field
  /** 0..1: thin dark lines that brush marks would swallow (lids, lip line, spectacle frames). */
  readonly line: Field
}

/** Every face is brought to this brightness before brush marks are made, so that deep skin gets as many as light skin. */
const SKIN_LUMA = 165

/** The photo's shading as a painter would lay it down: brush marks, no lighting, little asymmetry. */
export function toneMap(photo: Planes, face: Field, options: ToneOptions): ToneMap {
  const luma = normalisedLuma(photo, face)
  const brushed = kuwahara(kuwahara(luma, 4), 2)
  const relative = withoutLight(brushed, face, options.lightSigma)
  const fine = gaussianBlur(luma, 1.2)
  const coarse = gaussianBlur(luma, 3.6)
  const line = makeField(luma.width, luma.height)
  for (let i = 0; i < line.values.length; i++) {
    line.values[i] = clamp(((coarse.values[i] ?? 0) - (fine.values[i] ?? 0) - 4) / 30, 0, 1)
  }
  return { tone: lighterHalfWins(relative, options.likeness), line: fainterHalfWins(line, options.likeness) }
}

function normalisedLuma({ red, green, blue }: Planes, face: Field): Field {
  const luma = makeField(red.width, red.height)
  for (let i = 0; i < luma.values.length; i++) {
    luma.values[i] =
      0.299 * (red.values[i] ?? 0) + 0.587 * (green.values[i] ?? 0) + 0.114 * (blue.values[i] ?? 0)
  }
  const skin = Math.max(20, quantileInside(luma, face, 0.6))
  luma.values.forEach((value, i) => {
    luma.values[i] = Math.min(255, (value * SKIN_LUMA) / skin)
  })
  return luma
}

/** Divides by the wide blur of the face alone: hair and background around it must not count as its light. */
function withoutLight(luma: Field, face: Field, sigma: number): Field {
  const masked = makeField(luma.width, luma.height)
  for (let i = 0; i < masked.values.length; i++)
    masked.values[i] = (luma.values[i] ?? 0) * (face.values[i] ?? 0)
  const light = gaussianBlur(masked, sigma)
  const share = gaussianBlur(face, sigma)
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

/** A strand of hair, a cast shadow or the far side of a turned head darkens one half only. */
function lighterHalfWins(tone: Field, likeness: number): Field {
  return mirroredMix(tone, (own, other) => 0.65 * Math.max(own, other) + 0.175 * (own + other), likeness)
}

function fainterHalfWins(line: Field, likeness: number): Field {
  return mirroredMix(line, (own, other) => Math.min(own, other), likeness)
}

function mirroredMix(field: Field, join: (own: number, other: number) => number, likeness: number): Field {
  const { width, height, values } = field
  const mixed = makeField(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const own = values[y * width + x] ?? 0
      const other = values[y * width + width - 1 - x] ?? 0
      mixed.values[y * width + x] = join(own, other) * (1 - likeness) + own * likeness
    }
  }
  return mixed
}

/** Deepens the darks by `contrast` and holds back the lights, which on a photo are shine and not paint. */
export function paintedTone(tone: number, contrast: number): number {
  if (tone >= 1) return 1 + 0.4 * Math.min(0.25, tone - 1)
  const depth = (1 - tone) * contrast
  // The faintest shades are skin texture: they fade to plain skin.
  return 1 - depth * smoothStep(0, 0.07, depth)
}

/** Presses tones darker than `1 - depth` together, softly; light tones stay. */
export function limitDepth(tone: number, depth: number): number {
  return tone >= 1 ? tone : 1 - depth * Math.tanh((1 - tone) / depth)
}
