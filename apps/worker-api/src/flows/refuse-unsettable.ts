import { BookTextError } from '@foxetales/book-pdf/book-errors'
import { checkBookText } from '@foxetales/book-pdf/check-book-text'
import type { BookFonts } from '@foxetales/book-pdf/open-face'
import type { BookTemplate } from '@foxetales/shared-schemas/book'
import { AppError } from '@foxetales/shared-schemas/errors'
import { bookFaces } from './book-faces.ts'
import type { BookRequest } from './build-unit-input.ts'

/**
 * Sets the whole book's text without drawing it: a name or dedication that cannot be printed is refused before anything is
 * stored, while the parent still has the form before them. Throws TEXT_NOT_PRINTABLE with the field and the problem.
 */
export function refuseUnsettable(
  fonts: readonly BookFonts[],
  template: BookTemplate,
  request: BookRequest,
): void {
  const { child, language, dedication } = request
  try {
    checkBookText({
      template,
      faces: bookFaces(fonts, request),
      language,
      childName: child.name,
      pronouns: child.pronouns,
      orderCode: '00000000',
      ...(dedication ? { dedication } : {}),
    })
  } catch (fault) {
    if (!(fault instanceof BookTextError)) throw fault
    throw new AppError('TEXT_NOT_PRINTABLE', { field: fault.field, problem: fault.limit })
  }
}
