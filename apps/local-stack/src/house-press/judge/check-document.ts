import { PdfArray, PdfDict } from '@libpdf/core'
import { arrayAt, dictAt, type OpenDocument } from './open-document.ts'
import type { ProblemCode } from './problem.ts'

/** What was found, before it is known in which file. */
export interface Finding {
  readonly code: ProblemCode
  readonly page?: number
  readonly message: string
}

const fewestPages = 24
const mostPages = 800

/** The number of pages: what binding allows, and what was ordered. */
export function checkPageCount(count: number, declared: number): Finding[] {
  const findings: Finding[] = []
  if (count % 2 !== 0) {
    findings.push({ code: 'page_count_odd', message: `${count} pages: a leaf has two sides.` })
  }
  if (count < fewestPages || count > mostPages) {
    const message = `${count} pages: this binding takes ${fewestPages} to ${mostPages}.`
    findings.push({ code: 'page_count_range', message })
  }
  if (count !== declared) {
    findings.push({
      code: 'page_count_declared',
      message: `${count} pages were found and ${declared} declared.`,
    })
  }
  return findings
}

/** Nothing in a book may act: no scripts, no forms, no attached files. */
export function checkActiveContent({ catalog, pages, resolve }: OpenDocument): Finding[] {
  const findings: Finding[] = []
  const active = (message: string) => findings.push({ code: 'pdf_active_content', message })
  const names = dictAt(catalog, 'Names', resolve)
  if (names?.has('JavaScript')) active('It contains JavaScript.')
  // A plain array only says where to open the book.
  if (resolve(catalog.get('OpenAction')) instanceof PdfDict) active('It acts when it is opened.')
  if (catalog.has('AA') || pages.some((page) => page.has('AA'))) active('It acts when it is used.')
  const form = dictAt(catalog, 'AcroForm', resolve)
  if (form && (form.has('XFA') || (arrayAt(form, 'Fields', resolve)?.length ?? 0) > 0)) {
    active('It contains a form.')
  }
  const associated = resolve(catalog.get('AF'))
  const hasAssociated = associated instanceof PdfArray && associated.length > 0
  if (names?.has('EmbeddedFiles') || hasAssociated) {
    findings.push({ code: 'pdf_attachment', message: 'A file is attached to it.' })
  }
  return findings
}

/** Notes, links and fields, which print where nobody put them. */
export function checkAnnotations({ pages, resolve }: OpenDocument): Finding[] {
  return pages.flatMap((page, index) => {
    const count = arrayAt(page, 'Annots', resolve)?.length ?? 0
    if (count === 0) return []
    return [{ code: 'annotation' as const, page: index + 1, message: 'There is an annotation on the page.' }]
  })
}
