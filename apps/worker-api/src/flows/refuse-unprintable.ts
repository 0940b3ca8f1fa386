import { BookTextError } from '@foxetales/book-pdf/book-errors'
import { checkBookText } from '@foxetales/book-pdf/check-book-text'
import { checkGlyphs } from '@foxetales/book-pdf/check-glyphs'
import { type BookFonts, type OpenFaces, openFaces } from '@foxetales/book-pdf/open-face'
import type { BookTemplate } from '@foxetales/shared-schemas/book'
import { AppError } from '@foxetales/shared-schemas/errors'
import type { BookRequest } from './build-unit-input.ts'

/** Parsing a typeface takes longer than all else in a preview request, so an isolate does it once. */
let opened: { fonts: BookFonts; faces: OpenFaces } | undefined

/** Refuses a text with characters that no typeface of ours has, before anything is stored: never an empty box in a book. */
export function refuseUnprintable(fonts: BookFonts, texts: Readonly<Record<string, string>>): void {
  if (opened?.fonts.body.buffer !== fonts.body.buffer) opened = { fonts, faces: openFaces(fonts) }
  const { body, display } = opened.faces
  asAppError(() => {
    for (const [field, text] of Object.entries(texts)) {
      checkGlyphs(field, text, body.hasGlyph)
      checkGlyphs(field, text, display.hasGlyph)
    }
  })
}

/** Sets the whole book's text without drawing it: what cannot be set is refused before it is paid for. */
export function refuseUnsettable(fonts: BookFonts, template: BookTemplate, request: BookRequest): void {
  const { child, language, dedication } = request
  asAppError(() =>
    checkBookText({
      template,
      fonts,
      language,
      childName: child.name,
      pronouns: child.pronouns,
      orderCode: '00000000',
      ...(dedication ? { dedication } : {}),
    }),
  )
}

function asAppError(check: () => void): void {
  try {
    check()
  } catch (fault) {
    if (!(fault instanceof BookTextError)) throw fault
    throw new AppError('TEXT_NOT_PRINTABLE', { field: fault.field, problem: fault.limit })
  }
}
