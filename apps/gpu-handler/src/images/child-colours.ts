import type { ChildLook, Hair, MeasuredLook } from '@foxetales/shared-schemas/child'
import { parseHex, type Rgb } from './colour.ts'
import type { ColourChange } from './recolour.ts'

/**
 * The ten Monk tones as skin painted in watercolour, lightest first. The scale's swatches (https://skintone.google) are
 * samples of real skin under even light, made to be compared with, not to be painted with:
 * - 1 to 4 (#f6ede4 #f3e7db #f7ead0 #eadaba) are nearly the colour of our paper; they are pulled towards peach, so that
 *   a fair child is not chalk white;
 * - 5 to 7 (#d7bd96 #a07e56 #825c43) gain some red, which pigment on paper loses;
 * - 8 to 10 (#604134 #3a312a #292420) are lifted until shadow, line and blush still show on them.
 * Every tone lies inside the range that `skin-tone.ts` recognises as skin, so no child's tone goes unmeasured.
 */
const paintedSkin: readonly Rgb[] = [
  '#f8dcc8',
  '#f5d3ba',
  '#f0c8a4',
  '#e6b78e',
  '#d3a176',
  '#b58058',
  '#946446',
  '#754c3a',
  '#5c3d30',
  '#4a332b',
].map(parseHex)

/** @param tone Monk tone, 1 to 10 */
export function skinColour(tone: number): Rgb {
  const colour = paintedSkin[tone - 1]
  if (colour === undefined) throw new RangeError('there are ten Monk tones')
  return colour
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
