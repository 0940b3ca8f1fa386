import type { BookTemplate, FractionBox, Language } from '@foxetales/shared-schemas/book'
import { fillText, type Pronouns } from './fill-text.ts'

/** A page of front or back matter: a few centred paragraphs on tinted paper. */
export interface TextPage {
  readonly kind: 'text'
  readonly role: 'title' | 'copyright' | 'dedication' | 'end' | 'colophon' | 'blank'
  readonly paragraphs: readonly {
    readonly text: string
    readonly sizePt: number
    readonly face: 'body' | 'display'
  }[]
  readonly ornament: boolean
}

/** A page of the story: its picture fills the page, its text stands in the box. */
export interface PicturePage {
  readonly kind: 'picture'
  readonly story: number
  readonly text: string
  readonly textBox: FractionBox
  readonly ink: string
}

export interface InteriorPlan {
  readonly title: string
  readonly language: Language
  readonly pages: readonly (TextPage | PicturePage)[]
}

export interface InteriorRequest {
  readonly template: BookTemplate
  readonly childName: string
  readonly pronouns: Pronouns
  readonly language: Language
  readonly dedication?: string
  readonly orderCode: string
}

const words = {
  en: {
    notice: 'Illustrations created with AI from a photo supplied by the family.',
    printed: 'Made and printed for one reader.',
    dedication: (name: string) => `For ${name},\nwho is the hero of this story.`,
    end: 'The End',
    again: 'Every good story wants to be told again.',
    order: 'Order',
  },
  vi: {
    notice: 'Tranh minh họa do AI tạo từ ảnh gia đình cung cấp.',
    printed: 'Làm và in riêng cho một bạn đọc.',
    dedication: (name: string) => `Tặng ${name},\nnhân vật chính của câu chuyện này.`,
    end: 'Hết',
    again: 'Chuyện hay thì ai cũng muốn nghe lại lần nữa.',
    order: 'Đơn hàng',
  },
} as const

/** Printers take even numbers of pages, and a hard cover needs at least this many. */
const leastPages = 24

/**
 * The interior of a book: title, notice, dedication, the story from page 4 on, the end, the colophon. With 35 story pages
 * that makes 40, which every printer takes; blank pages before the colophon make the number even and large enough.
 * Page 1 is a right-hand page. Source of the plan: the rules of Lulu, Gelato and Prodigi for hard covers.
 */
export function planInterior(request: InteriorRequest): InteriorPlan {
  const { template, language } = request
  const say = words[language]
  const child = { name: request.childName, pronouns: request.pronouns }
  const localised = (texts: Partial<Record<Language, string>>) => fillText(texts[language] ?? '', child)
  const title = localised(template.title)
  const front: TextPage[] = [
    textPage('title', true, [[title, 34, 'display']]),
    textPage('copyright', false, [
      [say.notice, 11, 'body'],
      [say.printed, 11, 'body'],
      ['Foxetales', 11, 'body'],
    ]),
    textPage('dedication', true, [[request.dedication || say.dedication(request.childName), 20, 'body']]),
  ]
  const story = template.pages.map(
    (page): PicturePage => ({
      kind: 'picture',
      story: page.number,
      text: localised(page.text),
      textBox: page.textBox,
      ink: page.ink,
    }),
  )
  const end = textPage('end', true, [
    [say.end, 32, 'display'],
    [say.again, 14, 'body'],
  ])
  const colophon = textPage('colophon', false, [
    [say.notice, 11, 'body'],
    [`${say.order} ${request.orderCode}`, 11, 'body'],
  ])
  const written = front.length + story.length + 2
  const total = Math.max(leastPages, written + (written % 2))
  const blanks = Array.from({ length: total - written }, () => textPage('blank', false, []))
  return { title, language, pages: [...front, ...story, end, ...blanks, colophon] }
}

function textPage(
  role: TextPage['role'],
  ornament: boolean,
  paragraphs: readonly (readonly [string, number, 'body' | 'display'])[],
): TextPage {
  return {
    kind: 'text',
    role,
    ornament,
    paragraphs: paragraphs.map(([text, sizePt, face]) => ({ text, sizePt, face })),
  }
}
