import type { Font, Glyph } from '@cantoo/fontkit'
import { CustomFontSubsetEmbedder, type PDFContext, PDFDict, PDFName, PDFRef } from 'pdf-lib'
import { features, type OpenFace } from './open-face.ts'
import { toUnicodeMap } from './to-unicode-map.ts'

/** A face in a file that is being written: it collects the glyphs that were shown, and embeds those at the end. */
export interface EmbeddedFace {
  readonly resourceName: string
  readonly ref: PDFRef
  /** The operators that show a line at the current point (§9.4.3), kerned, with accents at their places. */
  show(text: string, sizePt: number): string
  finish(): Promise<void>
}

/** `fontName` needs a subset's tag (six capitals and a plus sign, §9.6.4); it is fixed, so that bytes can be repeated. */
export async function embedFace(
  context: PDFContext,
  face: OpenFace,
  names: { fontName: string; resourceName: string },
): Promise<EmbeddedFace> {
  const engine = { create: () => face.font }
  const embedder = await CustomFontSubsetEmbedder.for(engine, new Uint8Array(), names.fontName, features)
  const ref = context.nextRef()
  const characters = new Map<string, readonly number[]>()
  const perThousand = 1000 / face.font.unitsPerEm

  return {
    resourceName: names.resourceName,
    ref,

    show(text, sizePt) {
      const codes = glyphCodes(embedder.encodeText(text).asString())
      const { glyphs, positions } = face.font.layout(text, features)
      if (!positions || codes.length !== glyphs.length) throw new Error('glyphs and codes do not agree')
      const meant = charactersOf(face.font, text, glyphs)
      const line = glyphs.map((glyph, index) => {
        const code = codes[index] ?? ''
        if (!characters.has(code)) characters.set(code, meant[index] ?? [])
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
        return {
          code,
          before: -xOffset * perThousand,
          after: (xOffset + glyph.advanceWidth - xAdvance) * perThousand,
          risePt: (yOffset / face.font.unitsPerEm) * sizePt,
        }
      })
      return showGlyphs(line)
    },

    async finish() {
      await embedder.embedIntoContext(context, ref)
      const map = context.lookup(ref, PDFDict).get(PDFName.of('ToUnicode'))
      if (!(map instanceof PDFRef)) throw new Error('an embedded face without a map to Unicode')
      context.assign(map, context.flateStream(toUnicodeMap(characters)))
    },
  }
}

/**
 * The characters that each glyph of a line stands for. Not the glyph's own `codePoints`: the library keeps one object per
 * glyph, with the characters of whichever text first led to it, and for a part of a taken-apart letter with none.
 */
function charactersOf(font: Font, text: string, glyphs: readonly Glyph[]): (readonly number[])[] {
  const typed = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const byGlyph = new Map(typed.map((codePoint) => [font.glyphForCodePoint(codePoint)?.id, codePoint]))
  return glyphs.map((glyph, index) => {
    const own = byGlyph.get(glyph.id) ?? (glyphs.length === typed.length ? typed[index] : undefined)
    return own === undefined ? glyph.codePoints : [own]
  })
}

interface ShownGlyph {
  readonly code: string
  /** Thousandths of the size that the pen goes back before and after the glyph. */
  readonly before: number
  readonly after: number
  readonly risePt: number
}

/** One TJ for each run of glyphs on the same height. */
function showGlyphs(line: readonly ShownGlyph[]): string {
  let operators = ''
  let run = ''
  let rise = 0
  const endRun = () => {
    if (run !== '') operators += `[${run}] TJ\n`
    run = ''
  }
  for (const glyph of line) {
    if (glyph.risePt !== rise) {
      endRun()
      rise = glyph.risePt
      operators += `${short(rise)} Ts\n`
    }
    run += `${move(glyph.before)}<${glyph.code}>${move(glyph.after)}`
  }
  endRun()
  return rise === 0 ? operators : `${operators}0 Ts\n`
}

const move = (thousandths: number) => (Math.abs(thousandths) < 0.5 ? '' : short(thousandths))

const short = (value: number) => String(Math.round(value * 100) / 100)

/** Two bytes, four hex digits each. */
function glyphCodes(hex: string): string[] {
  return hex.match(/.{4}/g) ?? []
}
