import { type BookFonts, type OpenFaces, openFaces } from '@foxetales/book-pdf/open-face'

/** Parsing a typeface takes longer than all else in a request, so an isolate does it once. */
let opened: { fonts: BookFonts; faces: OpenFaces } | undefined

/** The book's typefaces, ready to measure text with. */
export function bookFaces(fonts: BookFonts): OpenFaces {
  if (opened?.fonts.body.buffer !== fonts.body.buffer) opened = { fonts, faces: openFaces(fonts) }
  return opened.faces
}
