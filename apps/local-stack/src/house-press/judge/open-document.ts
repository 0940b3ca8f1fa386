import { PDF, PdfArray, PdfDict, type PdfObject, PdfRef } from '@libpdf/core'

/** Follows a reference, or passes a plain object on. */
export type Resolve = (value: PdfObject | undefined) => PdfObject | undefined

export interface OpenDocument {
  readonly catalog: PdfDict
  /** In the order of the book. */
  readonly pages: readonly PdfDict[]
  readonly resolve: Resolve
}

export type Opened =
  | { readonly document: OpenDocument }
  | { readonly code: 'pdf_unreadable' | 'pdf_encrypted'; readonly message: string }

/** Opens a PDF as a printer's machine would: whole or not at all. A file that needs mending is not printed. */
export async function openDocument(bytes: Uint8Array): Promise<Opened> {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (!/^%PDF-\d\.\d/.test(head)) return unreadable('It does not begin as a PDF.')
  const end = fileEnd(bytes)
  if (end === undefined) return unreadable('Its end is missing.')
  if (/\/Encrypt\b/.test(end)) return { code: 'pdf_encrypted', message: 'It is encrypted.' }
  let pdf: PDF
  try {
    pdf = await PDF.load(bytes, { lenient: false })
  } catch (error) {
    return unreadable(`It cannot be read: ${error instanceof Error ? error.message : 'unknown fault'}.`)
  }
  const { context } = pdf
  if (pdf.isEncrypted) return { code: 'pdf_encrypted', message: 'It is encrypted.' }
  if (pdf.recoveredViaBruteForce) return unreadable('Its table of objects is damaged.')

  const resolve: Resolve = (value) => {
    let found = value
    // A reference may lead to another one, but never for ever.
    for (let hop = 0; found instanceof PdfRef && hop < 8; hop += 1)
      found = context.resolve(found) ?? undefined
    return found
  }
  const catalog = resolve(context.info.trailer.get('Root'))
  if (!(catalog instanceof PdfDict)) return unreadable('It has no catalogue.')
  const pages = context.pages.getPages().map((ref) => resolve(ref))
  const readable = pages.filter((page) => page instanceof PdfDict)
  if (readable.length !== pages.length) return unreadable('A page is missing from it.')
  return { document: { catalog, pages: readable, resolve } }
}

/**
 * From the table of objects, where `startxref` says that it lies, to the end: the trailer is in it, in plain words.
 * Undefined when there is no such end (ISO 32000-1, 7.5.5).
 */
function fileEnd(bytes: Uint8Array): string | undefined {
  const tail = Buffer.from(bytes.subarray(-1024)).toString('latin1')
  const offset = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]
  return offset === undefined ? undefined : Buffer.from(bytes.subarray(Number(offset))).toString('latin1')
}

function unreadable(message: string): Opened {
  return { code: 'pdf_unreadable', message }
}

export function dictAt(holder: PdfDict, key: string, resolve: Resolve): PdfDict | undefined {
  const value = resolve(holder.get(key))
  return value instanceof PdfDict ? value : undefined
}

export function arrayAt(holder: PdfDict, key: string, resolve: Resolve): PdfArray | undefined {
  const value = resolve(holder.get(key))
  return value instanceof PdfArray ? value : undefined
}

/** An entry of a page, or of the nearest branch of the page tree above it that has one. */
export function inherited(page: PdfDict, key: string, resolve: Resolve): PdfObject | undefined {
  let branch: PdfDict | undefined = page
  for (let depth = 0; branch !== undefined && depth < 32; depth += 1) {
    const value = resolve(branch.get(key))
    if (value !== undefined) return value
    branch = dictAt(branch, 'Parent', resolve)
  }
  return undefined
}
