import { mixRgb, type Rgb, toLab, toRgb } from '@foxetales/face-finder/lab-colour'

/** The paints of one face, all mixed from the page's own skin colour so that face and body are one child. */
export type SkinPalette = {
  readonly light: Rgb
  readonly skin: Rgb
  readonly deep: Rgb
  readonly brow: Rgb
  readonly ink: Rgb
  readonly lip: Rgb
  readonly blush: Rgb
  readonly eyeWhite: Rgb
  readonly teeth: Rgb
  readonly mouthInside: Rgb
  readonly tongue: Rgb
  readonly pupil: Rgb
}

export function skinPalette(skin: Rgb): SkinPalette {
  const [lightness, a, b] = toLab(skin)
  const shade = (share: number, redder: number, chroma: number): Rgb =>
    toRgb([lightness * share, a * chroma + redder, b * chroma])
  const ink = mixRgb(shade(0.2, 6, 0.5), [34, 20, 22], 0.5)
  const depth = 1 - lightness / 100
  const white = toRgb([Math.min(97, 86 + lightness * 0.12), 1, 4])
  return {
    // Form on light skin is painted with shade, on deep skin with light.
    light: toRgb([Math.min(97, lightness + 4 + 0.12 * (100 - lightness)), a * 0.85, b * 0.9]),
    skin,
    deep: shade(0.8, 6, 1.12),
    brow: shade(0.45, 5, 0.8),
    ink,
    lip: toRgb([lightness * 0.76, a * 0.8 + 22, b * 0.72]),
    blush: toRgb([lightness * 0.9, a + 17, b + 2]),
    // White beside skin glares, and the more the deeper the skin is.
    eyeWhite: mixRgb(white, skin, 0.08 + 0.06 * depth),
    teeth: mixRgb(white, skin, 0.1 + 0.12 * depth),
    mouthInside: [112, 44, 48],
    tongue: [205, 104, 100],
    pupil: [36, 24, 21],
  }
}

/** The paint for a tone relative to plain skin (1): lighter than 1 towards `light`, darker over `deep`, `brow` to `ink`. */
export function toneColour(palette: SkinPalette, tone: number): Rgb {
  if (tone >= 1) return mixRgb(palette.skin, palette.light, Math.min(1, (tone - 1) * 9))
  if (tone >= 0.78) return mixRgb(palette.deep, palette.skin, (tone - 0.78) / 0.22)
  if (tone >= 0.42) return mixRgb(palette.brow, palette.deep, (tone - 0.42) / 0.36)
  return mixRgb(palette.ink, palette.brow, Math.max(0, (tone - 0.15) / 0.27))
}
