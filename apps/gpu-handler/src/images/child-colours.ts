import type { ChildLook, Hair, MeasuredLook } from '@foxetales/shared-schemas/child'
import { parseHex, type Rgb } from './colour.ts'
import type { ColourChange } from './recolour.ts'
import { skinPreset } from './skin-presets.ts'

/** @param tone Monk tone, 1 to 10 */
export function skinColour(tone: number): Rgb {
  return skinPreset(tone).colour
}

const hairColours: Record<NonNullable<Hair['colour']>, Rgb> = {
  black: parseHex('#2e2826'),
  'dark-brown': parseHex('#4a3226'),
  brown: parseHex('#6f4a30'),
  'light-brown': parseHex('#9a6e45'),
  blonde: parseHex('#d9b26a'),
  red: parseHex('#b4552c'),
  grey: parseHex('#a8a39e'),
}

/** The parent's choice, else what the photo shows, else the colour it was painted with. */
function hairColour(look: ChildLook, measured: MeasuredLook | undefined, painted: Rgb): Rgb {
  if (look.hair?.colour) return hairColours[look.hair.colour]
  return measured?.hair ? parseHex(measured.hair.colour) : painted
}

/** How a character's painted skin and hair turn into the child's. @param painted `#rrggbb`, as the book says */
export function colourChanges(
  painted: { readonly skin: string; readonly hair: string },
  look: ChildLook,
  measured: MeasuredLook | undefined,
): { skin: ColourChange; hair: ColourChange } {
  const paintedHair = parseHex(painted.hair)
  return {
    skin: { from: parseHex(painted.skin), to: skinColour(look.skin_tone) },
    hair: { from: paintedHair, to: hairColour(look, measured, paintedHair) },
  }
}
