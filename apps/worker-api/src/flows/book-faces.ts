import { chooseFamily } from '@foxetales/book-pdf/choose-family'
import { type BookFonts, type OpenFaces, openFaces } from '@foxetales/book-pdf/open-face'
import type { BookRequest } from './build-unit-input.ts'

/** Parsing a typeface takes longer than all else in a request, so an isolate does it once, and only when it is asked for. */
const opened = new WeakMap<BookFonts, OpenFaces>()

function open(fonts: BookFonts): OpenFaces {
  const known = opened.get(fonts)
  if (known) return known
  const faces = openFaces(fonts)
  opened.set(fonts, faces)
  return faces
}

/** The typefaces of a book, ready to measure text with: the first family that has every letter the parent wrote. */
export function bookFaces(families: readonly BookFonts[], { child, dedication }: BookRequest): OpenFaces {
  return chooseFamily(families, open, [child.name, dedication ?? ''])
}
