import type { PageArt } from '@foxetales/shared-schemas/book'
import {
  defaultHairStyle,
  type Hair,
  type HairStyle,
  type MeasuredHair,
} from '@foxetales/shared-schemas/child'

type Length = NonNullable<Hair['length']>
type Texture = NonNullable<Hair['texture']>

const styles: Record<Texture, Record<Length, HairStyle>> = {
  straight: { short: 'tousled', medium: 'bob', long: 'long' },
  wavy: { short: 'tousled', medium: 'bob', long: 'long' },
  curly: { short: 'curls', medium: 'curls', long: 'curls' },
  coily: { short: 'coils', medium: 'coils', long: 'locs' },
}

/** The head of hair a child is drawn with: as the parent chose, else by what they told of it, else as the photo shows. */
export function hairStyleOf(chosen: Hair | undefined, measured: MeasuredHair | undefined): HairStyle {
  if (chosen?.style) return chosen.style
  const length = chosen?.length ?? measured?.length
  if (!length && !chosen?.texture) return defaultHairStyle
  return styles[chosen?.texture ?? 'straight'][length ?? 'short']
}

/** The style's layers on one page, or the default's where a book does not draw that style. */
export function hairArtOf(
  art: PageArt,
  style: HairStyle,
): { art: PageArt['hair'][HairStyle]; tinted: boolean } {
  const drawn = art.hair[style] ? style : defaultHairStyle
  return { art: art.hair[drawn], tinted: drawn !== 'headscarf' }
}
