import type { BookTemplate, FractionBox, Language } from '@foxetales/shared-schemas/book'
import { BookTextError } from './book-errors.ts'
import { chooseInk, type InkChoice, type TextLight } from './choose-ink.ts'
import { mostPages } from './cover-geometry.ts'
import { fillText, type Pronouns } from './fill-text.ts'
import { frontMatterWords } from './front-matter-words.ts'

export type TextRole = 'title' | 'copyright' | 'dedication' | 'end' | 'colophon' | 'blank'

/** A page of front or back matter: a few centred paragraphs on tinted paper. */
export interface TextPage {
  readonly kind: 'text'
  readonly role: TextRole
  readonly paragraphs: readonly string[]
}

/** A page of the story: its picture fills the page, its text stands in the box. */
export interface PicturePage extends InkChoice {
  readonly kind: 'picture'
  /** Number of the story page, from 1. */
  readonly story: number
  readonly text: string
  readonly textBox: FractionBox
}

export type InteriorPage = TextPage | PicturePage

export interface InteriorPlan {
  readonly language: Language
  /** Kept on one line where it can be. */
  readonly childName: string
  readonly pages: readonly InteriorPage[]
}

export interface InteriorRequest {
  readonly template: BookTemplate
  readonly childName: string
  readonly pronouns: Pronouns
  readonly language: Language
  /** The family's own words; `\n` begins a new line. A default is written where there are none. */
  readonly dedication?: string
  readonly orderCode: string
  /** The family of the book's typeface, as the colophon names it. */
  readonly typeface: string
  /** How light each story page's picture is under its words, where that was measured. */
  readonly light?: ReadonlyMap<number, TextLight>
}

/** A hard cover needs at least this many pages: https://www.lulu.com/products/photo-books */
const fewestPages = 24

/**
 * The interior of a book: title, notice, dedication, the story from page 4 on, the end, the colophon. Page 1 is a
 * right-hand page. 35 story pages make 40, which every printer takes; other counts are filled with blank pages before
 * the colophon until the number is even and large enough. Throws BookTextError for a language the book lacks and for
 * unknown placeholders, RangeError for a story that no hard cover can hold.
 */
export function planInterior(request: InteriorRequest): InteriorPlan {
  const { template, language } = request
  checkLanguage(template, language)
  const childName = request.childName.normalize('NFC')
  const child = { name: childName, pronouns: request.pronouns }
  const words = frontMatterWords[language]
  const title = fillText(template.title[language], child, 'title')
  const dedication = ownWords(request.dedication) || words.dedication(childName)
  const front = [
    textPage('title', [title, words.forOneReader]),
    textPage('copyright', [words.notice, words.rights]),
    textPage('dedication', [dedication]),
  ]
  const story = template.pages.map((page): PicturePage => {
    const field = `page ${page.number}`
    const text = fillText(page.text[language], child, field)
    const ink = chooseInk(page.ink, request.light?.get(page.number))
    return { kind: 'picture', story: page.number, text, textBox: page.textBox, ...ink }
  })
  const end = textPage('end', [words.end, words.again])
  const colophon = textPage('colophon', [
    words.notice,
    words.typeface(request.typeface),
    `${words.order} ${request.orderCode}`,
  ])
  const blanks = blankPages(front.length + story.length + 2)
  return { language, childName, pages: [...front, ...story, end, ...blanks, colophon] }
}

/** As typed, without outer space; every kind of line end is one. */
function ownWords(dedication = ''): string {
  return dedication.trim().replace(/\r\n?/g, '\n').normalize('NFC')
}

function blankPages(writtenPages: number): TextPage[] {
  const total = Math.max(fewestPages, writtenPages + (writtenPages % 2))
  if (total > mostPages) {
    throw new RangeError(`a hard cover holds ${mostPages} pages; this book would have ${total}`)
  }
  return Array.from({ length: total - writtenPages }, () => textPage('blank', []))
}

/** Throws BookTextError when a book is not written in the language. */
export function checkLanguage(template: BookTemplate, language: Language): void {
  if (template.languages.includes(language)) return
  throw new BookTextError('language', `the book is not written in "${language}"`)
}

function textPage(role: TextRole, paragraphs: readonly string[]): TextPage {
  return { kind: 'text', role, paragraphs }
}
