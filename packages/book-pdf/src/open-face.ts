import * as fontkit from '@cantoo/fontkit'
import type { TypeFamily } from '@foxetales/shared-schemas/typeset'
import type { HasGlyph } from './check-glyphs.ts'
import type { FontMetrics } from './lay-out-text.ts'

/**
 * TrueType bytes of the two faces a book is set in, and the family's name as the colophon gives it. The shop's families,
 * both SIL Open Font License 1.1: Literata (npm `@expo-google-fonts/literata`), which has Vietnamese, Greek and most of
 * Latin and Cyrillic, and Noto Serif (`@expo-google-fonts/noto-serif`), which has all of them.
 */
export interface BookFonts {
  readonly family: TypeFamily
  readonly name: string
  readonly body: Uint8Array
  readonly display: Uint8Array
}

/** A typeface that can be measured and asked for glyphs; enough for layout and for checks at order time. */
export interface OpenFace {
  readonly font: fontkit.Font
  readonly metrics: FontMetrics
  readonly hasGlyph: HasGlyph
}

export interface OpenFaces {
  readonly family: TypeFamily
  readonly name: string
  readonly body: OpenFace
  readonly display: OpenFace
}

/** Ligatures would join letters that a reader of the text layer wants apart. */
export const features = { liga: false }

export function openFaces({ family, name, body, display }: BookFonts): OpenFaces {
  return { family, name, body: openFace(body), display: openFace(display) }
}

function openFace(bytes: Uint8Array): OpenFace {
  const font = fontkit.create(bytes)
  if (!('layout' in font)) throw new TypeError('a font collection where one face is wanted')
  const perEm = 1 / font.unitsPerEm
  const advanceOf = measureAdvances(font)
  return {
    font,
    metrics: {
      widthOf: (text, sizePt) => advanceOf(text) * perEm * sizePt,
      ascent: font.ascent * perEm,
      descent: -font.descent * perEm,
    },
    hasGlyph: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  }
}

/** Width in font units, kerning included. Line breaking asks for the same words again and again, so answers are kept. */
function measureAdvances(font: fontkit.Font): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const { positions } = font.layout(text, features)
    const advance = (positions ?? []).reduce((sum, position) => sum + position.xAdvance, 0)
    known.set(text, advance)
    return advance
  }
}
