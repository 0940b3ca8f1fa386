import type { CoverSheet, PrintFormat } from '@foxetales/shared-schemas/print-format'
import type { CoverWords } from '../cover-text.ts'
import type { PrintedPage } from '../print-plan.ts'
import type { BookProblem, BookProblemCode, Find } from './book-problem.ts'
import { checkBoxes } from './check-boxes.ts'
import { checkFile, dictAt, type Resolve, resolver } from './check-file.ts'
import { checkPicture } from './check-picture.ts'
import { checkWords, inflated } from './check-words.ts'
import { expectedPage } from './expected-page.ts'
import { type PageMarks, readMarks } from './page-marks.ts'
import { type PdfDict, PdfName, PdfRef, PdfSyntaxError } from './pdf-values.ts'
import { type PdfFile, readPdf } from './read-pdf.ts'

/** What a file was meant to be. */
export interface ExpectedFile {
  readonly pages: readonly PrintedPage[]
  readonly declaredPages: number
  readonly format: PrintFormat
  readonly sheet: CoverSheet
  readonly cover: CoverWords
  readonly dedication?: string
  readonly bytes: number
  readonly minimumPpi?: number
  /** Share of very vivid pixels of a picture, by its story page, where it was measured. */
  readonly vivid?: ReadonlyMap<number | 'cover', number>
}

/** Above this share of pixels of more than 0.9 saturation a press lays on more ink than paper likes. */
const mostVivid = 0.35

/**
 * Reads a written file back, an object at a time, and holds every page against what was planned. Nothing is thrown for what
 * is wrong with the file: it is all in the answer, with page numbers.
 */
export async function preflight(
  chunks: AsyncIterable<Uint8Array>,
  expected: ExpectedFile,
): Promise<BookProblem[]> {
  const problems: BookProblem[] = []
  const findAt =
    (page?: number): Find =>
    (code, message) =>
      problems.push({ code, message, ...(page === undefined ? {} : { page }), ...severity(code) })
  const find = findAt()
  const { declaredPages, format } = expected
  const isBook = expected.pages.some((page) => page.kind !== 'cover-sheet')
  const { fewest, most, multiple } = format.pages
  if (isBook && (declaredPages < fewest || declaredPages > most || declaredPages % multiple !== 0))
    find('page_rule', `${declaredPages} pages: ${format.id} takes ${fewest} to ${most}, in ${multiple}s.`)
  let file: PdfFile
  try {
    file = await readPdf(chunks)
  } catch (fault) {
    if (!(fault instanceof PdfSyntaxError)) throw fault
    find('object_damaged', `The file cannot be read: ${fault.message}.`)
    return problems
  }
  if (!file.version) find('not_pdf', 'The file is not a PDF.')
  if (file.bytes !== expected.bytes)
    find('file_changed', `The file has ${file.bytes} bytes instead of ${expected.bytes}.`)
  checkFile(file, expected.cover.childName, find)
  const resolve = resolver(file)
  const pages = pagesOf(file, resolve, find)
  if (pages.length !== expected.pages.length)
    find('page_count', `The file has ${pages.length} pages instead of ${expected.pages.length}.`)
  const seen = new Map<string, number>()
  for (const [index, page] of pages.entries()) {
    const wanted = expected.pages[index]
    if (!wanted) break
    const looked: Looked = { file, resolve, page, wanted, expected, seen, number: index + 1 }
    await checkPage(looked, findAt(index + 1))
  }
  return problems
}

const severity = (code: BookProblemCode) => (code === 'ink_heavy' ? { warning: true as const } : {})

function pagesOf(file: PdfFile, resolve: Resolve, find: Find): PdfDict[] {
  const tree = dictAt(resolve, dictAt(resolve, file.trailer, 'Root'), 'Pages')
  const kids = resolve(tree?.get('Kids'))
  const pages = (Array.isArray(kids) ? kids : []).flatMap((kid) => {
    const page = resolve(kid)
    const type = page instanceof Map ? page.get('Type') : undefined
    return page instanceof Map && type instanceof PdfName && type.name === 'Page' ? [page] : []
  })
  const isWhole = Array.isArray(kids) && kids.length === pages.length && tree?.get('Count') === pages.length
  if (!isWhole) find('page_tree', 'The list of pages does not agree with itself.')
  return pages
}

interface Looked {
  readonly file: PdfFile
  readonly resolve: Resolve
  readonly page: PdfDict
  readonly number: number
  readonly wanted: PrintedPage
  readonly expected: ExpectedFile
  /** The page that first showed a picture, by its hash. */
  readonly seen: Map<string, number>
}

async function checkPage(looked: Looked, find: Find): Promise<void> {
  const { file, resolve, page, wanted, expected } = looked
  const plan = expectedPage(expected, wanted)
  checkBoxes(resolve, page, plan, find)
  const marks = await marksOf(file, page, find)
  if (!marks) return
  if (marks.foreign.length > 0)
    find(
      'foreign_operator',
      `The page uses ${marks.foreign.slice(0, 3).join(', ')}, which our books never do.`,
    )
  if (marks.graphicsStates.length > 0) find('transparency', 'The page is not flat.')
  const isEmpty = marks.images.length === 0 && marks.shown.length === 0 && !marks.paints
  if (isEmpty !== plan.empty)
    find('page_blank', plan.empty ? 'An endpaper is not blank.' : 'The page is blank.')
  if (isEmpty) return
  const own = [expected.cover.childName, ...(expected.dedication ? [expected.dedication] : [])]
  await checkWords(file, resolve, page, marks, { words: plan.words, own }, find)
  checkPictures(looked, marks, plan.picture, find)
}

async function marksOf(file: PdfFile, page: PdfDict, find: Find): Promise<PageMarks | undefined> {
  const ref = page.get('Contents')
  const object = ref instanceof PdfRef ? file.objects.get(ref.number) : undefined
  try {
    if (object?.stream) return readMarks(await inflated(object.value, object.stream.head))
  } catch {
    // Said below, with the page's number.
  }
  find('content_unreadable', 'What is drawn on the page cannot be read.')
  return undefined
}

function checkPictures(
  { file, resolve, page, number, wanted, expected, seen }: Looked,
  marks: PageMarks,
  area: ReturnType<typeof expectedPage>['picture'],
  find: Find,
): void {
  if (marks.images.length > (area ? 1 : 0)) find('picture_extra', 'There is a picture that was not planned.')
  if (!area) return
  const [drawn] = marks.images
  const listed = dictAt(resolve, dictAt(resolve, page, 'Resources'), 'XObject')
  const ref = drawn ? listed?.get(drawn.name) : undefined
  const object = ref instanceof PdfRef ? file.objects.get(ref.number) : undefined
  if (!drawn || !object?.stream || !(object.value instanceof Map)) {
    find('picture_missing', 'The page’s picture is missing.')
    return
  }
  const minimumPpi = expected.minimumPpi ?? expected.format.minimumPpi
  const picture = { dict: object.value, stream: object.stream, matrix: drawn.matrix }
  checkPicture(resolve, picture, { area, minimumPpi }, find)
  const before = seen.get(object.stream.sha256)
  if (before !== undefined) find('page_repeated', `The picture is that of page ${before}.`)
  seen.set(object.stream.sha256, before ?? number)
  const story = wanted.kind === 'interior' && wanted.page.kind === 'picture' ? wanted.page.story : 'cover'
  const vivid = expected.vivid?.get(story) ?? 0
  if (vivid > mostVivid)
    find('ink_heavy', `${Math.round(vivid * 100)} % of the picture is very vivid: it may print darker.`)
}
