import { checkBoxes, mediaBox, type Sheet } from './check-boxes.ts'
import { checkActiveContent, checkAnnotations, checkPageCount, type Finding } from './check-document.ts'
import { checkImages, checkRepeatedImages, coversPage } from './check-images.ts'
import { checkPictures } from './check-pictures.ts'
import { foreignColours, transparencies, unembeddedFonts } from './check-resources.ts'
import { coverSheet } from './cover-sheet.ts'
import { type OpenDocument, openDocument } from './open-document.ts'
import { type DrawnImage, type PageMarks, pageMarks } from './page-marks.ts'
import type { PrintFile, Problem } from './problem.ts'

/** 8.5 in to be cut from 8.75 in. */
const interiorSheet: Sheet = { widthPt: 630, heightPt: 630, insetPt: [9, 9] }
const leastInteriorPpi = 300
const leastCoverPpi = 250

export interface BookFiles {
  readonly interior: Uint8Array
  readonly cover: Uint8Array
  /** As ordered. */
  readonly declaredPages: number
}

/** Everything for which this press would send a book back; an empty list when it can be printed. */
export async function judgeBook({ interior, cover, declaredPages }: BookFiles): Promise<Problem[]> {
  const [inside, outside] = [
    await judgeInterior(interior, declaredPages),
    await judgeCover(cover, declaredPages),
  ]
  return [...inside, ...outside]
}

export async function judgeInterior(bytes: Uint8Array, declaredPages: number): Promise<Problem[]> {
  const opened = await openDocument(bytes)
  if (!('document' in opened)) return [{ file: 'interior', ...opened }]
  const { document } = opened
  const pages = readPages(document)
  const findings: Finding[] = [
    ...checkPageCount(document.pages.length, declaredPages),
    ...checkWhole(document),
    ...document.pages.flatMap((page, index) => {
      const number = index + 1
      return [
        ...checkBoxes(page, number, interiorSheet, document.resolve),
        ...checkPage(document, pages, index, leastInteriorPpi),
        ...checkComposition(document, pages, index),
      ]
    }),
    ...checkRepeatedImages(pages.map(imagesOf)),
    ...(await checkPictures(pages.map(imagesOf), document.resolve)),
  ]
  return inFile('interior', findings)
}

export async function judgeCover(bytes: Uint8Array, interiorPages: number): Promise<Problem[]> {
  const opened = await openDocument(bytes)
  if (!('document' in opened)) return [{ file: 'cover', ...opened }]
  const { document } = opened
  const findings = [...checkWhole(document)]
  const [page] = document.pages
  if (page === undefined || document.pages.length !== 1) {
    const message = `A cover is one page, and this one has ${document.pages.length}.`
    findings.push({ code: 'page_count_range', message })
  }
  const sheet = coverSheet(interiorPages)
  if (page === undefined || sheet === undefined) return inFile('cover', findings)
  const pages = readPages(document)
  findings.push(...checkBoxes(page, 1, sheet, document.resolve))
  findings.push(...checkPage(document, pages, 0, leastCoverPpi))
  findings.push(...(await checkPictures(pages.map(imagesOf), document.resolve)))
  const first = pages[0]
  if (first && 'marks' in first && isBlank(first.marks)) {
    findings.push({ code: 'page_blank', page: 1, message: 'The cover is blank.' })
  }
  return inFile('cover', findings)
}

type ReadPage = { readonly marks: PageMarks } | { readonly fault: string }

function readPages({ pages, resolve }: OpenDocument): ReadPage[] {
  return pages.map((page) => {
    try {
      return { marks: pageMarks(page, resolve) }
    } catch (error) {
      return { fault: error instanceof Error ? error.message : 'unknown fault' }
    }
  })
}

function checkWhole(document: OpenDocument): Finding[] {
  return [...checkActiveContent(document), ...checkAnnotations(document)]
}

/** Fonts, colours, transparency and pictures, which are judged alike inside and on the cover. */
function checkPage(
  { pages, resolve }: OpenDocument,
  read: readonly ReadPage[],
  index: number,
  leastPpi: number,
): Finding[] {
  const [dict, content, page] = [pages[index], read[index], index + 1]
  if (dict === undefined || content === undefined) return []
  if ('fault' in content) {
    return [{ code: 'page_unreadable', page, message: `The page cannot be drawn: ${content.fault}.` }]
  }
  const { marks } = content
  const findings: Finding[] = [
    ...unembeddedFonts(marks, resolve).map((font): Finding => {
      return { code: 'font_not_embedded', page, message: `${font} is not embedded.` }
    }),
    ...foreignColours(marks, resolve).map((space): Finding => {
      return { code: 'colour_space', page, message: `${space} is used; this press takes RGB.` }
    }),
    ...transparencies(dict, marks, resolve).map((what): Finding => {
      return { code: 'transparency', page, message: `There is ${what}; flatten it.` }
    }),
    ...checkImages(marks.images, page, leastPpi, resolve),
  ]
  if (marks.inlineImages > 0) {
    findings.push({
      code: 'image_resolution',
      page,
      message: 'A picture stands inside the page description.',
    })
  }
  return findings
}

/**
 * An inside page is one picture to its edges, with or without text, or drawn in text and lines. One that bears nothing at
 * all may stand before the pictures or after them, as a flyleaf; among them it is a picture that was lost.
 */
function checkComposition(
  { pages, resolve }: OpenDocument,
  read: readonly ReadPage[],
  index: number,
): Finding[] {
  const [dict, content, page] = [pages[index], read[index], index + 1]
  if (dict === undefined || content === undefined || 'fault' in content) return []
  const { images } = content.marks
  if (isBlank(content.marks)) {
    const isLost = read.slice(0, index).some(hasPicture) && read.slice(page).some(hasPicture)
    return isLost ? [{ code: 'page_blank', page, message: 'The page is blank among pictures.' }] : []
  }
  const sheet = mediaBox(dict, resolve)
  const isPicture = images.length === 1 && images.every((image) => sheet && coversPage(image, sheet))
  if (isPicture || images.length === 0) return []
  const message = 'The page is neither one picture to its edges nor text.'
  return [{ code: 'page_mixed', page, message }]
}

function imagesOf(page: ReadPage): readonly DrawnImage[] {
  return 'marks' in page ? page.marks.images : []
}

function hasPicture(page: ReadPage): boolean {
  return imagesOf(page).length > 0
}

function isBlank({ images, inlineImages, texts, paths }: PageMarks): boolean {
  return images.length + inlineImages + texts + paths === 0
}

function inFile(file: PrintFile, findings: readonly Finding[]): Problem[] {
  return findings.map((finding) => ({ ...finding, file }))
}
