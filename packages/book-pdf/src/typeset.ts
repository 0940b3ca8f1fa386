import fontkit from '@cantoo/fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'
import { BookTextError } from './fill-text.ts'
import type { WidthOf } from './lay-out-text.ts'

/** TrueType bytes of the two faces a book is set in: the story's, and the titles'. */
export interface BookFonts {
  readonly body: Uint8Array
  readonly display: Uint8Array
}

export interface Face {
  readonly font: PDFFont
  readonly resourceName: string
  readonly widthOf: WidthOf
  /** Throws BookTextError naming the characters the face lacks, so that no empty box is ever printed. */
  check(field: string, text: string): void
}

/** What turns TrueType bytes into glyphs. */
export const fontEngine = fontkit

/** Embeds a face as a subset under a fixed name, so that the same book is the same bytes. */
export async function embedFace(
  document: PDFDocument,
  bytes: Uint8Array,
  customName: string,
  resourceName: string,
): Promise<Face> {
  // Ligatures would join letters that a reader of the text layer wants apart.
  const font = await document.embedFont(bytes, { subset: true, customName, features: { liga: false } })
  const known = new Set(font.getCharacterSet())
  return {
    font,
    resourceName,
    widthOf: (text, sizePt) => font.widthOfTextAtSize(text, sizePt),
    check(field, text) {
      const missing = [...new Set(text)].filter(
        (char) => !/\s/.test(char) && !known.has(char.codePointAt(0) ?? 0),
      )
      if (missing.length > 0) throw new BookTextError(field, `cannot be printed: ${missing.join(' ')}`)
    },
  }
}
