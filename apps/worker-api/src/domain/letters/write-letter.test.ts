import { describe, test } from 'vitest'
import { englishLetters } from './english.ts'
import type { LetterKind } from './letter.ts'
import { vietnameseLetters } from './vietnamese.ts'
import { writeAlert, writeLetter } from './write-letter.ts'

const kinds = Object.keys(englishLetters).filter(
  (key) => !['signature', 'orderLine', 'linkLine'].includes(key),
) as LetterKind[]
const facts = {
  title: 'The Lantern <and> the Fox',
  code: 'ABCD1234',
  copies: 2,
  amount: '$51.80',
  refund: '$51.80',
  proofUntil: '1 December 2026',
  linkUntil: '30 December 2026',
  tracking: { carrier: 'Post', number: '1Z' },
}
const link = 'https://foxetales.example/orders/ord_1?token=a&b=c'

describe('every letter', () => {
  test.for(kinds)(
    '%s says the same in words and in HTML, in both languages, with one link at most',
    (kind, { expect }) => {
      for (const language of ['en', 'vi'] as const) {
        const { subject, text, html } = writeLetter(kind, language, facts, link)
        const { paragraphs, button } = (language === 'en' ? englishLetters : vietnameseLetters)[kind](facts)
        expect(subject.length).toBeLessThan(60)
        for (const paragraph of paragraphs) {
          expect(text).toContain(paragraph)
          expect(html).toContain(paragraph.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
        }
        const links = html.match(/<a /g)?.length ?? 0
        expect(links).toBe(button ? 1 : 0)
        expect(text.includes(link)).toBe(button !== undefined)
        expect(html).not.toMatch(/<img|<script|undefined/)
        expect(text).not.toContain('undefined')
        expect(html).toContain(`lang="${language}"`)
      }
    },
  )

  test('is written in each language by itself', ({ expect }) => {
    for (const kind of kinds) {
      const [english, vietnamese] = [englishLetters[kind](facts), vietnameseLetters[kind](facts)]
      expect(vietnamese.subject, kind).not.toBe(english.subject)
      expect(vietnamese.paragraphs.join(' '), kind).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵđêếềểễệôơưỏọ]/)
    }
  })

  test('of an alert names what it is about and leads to the desk', ({ expect }) => {
    const alert = { kind: 'print_on_hold', subject: 'ord_1', detail: 'the printer asks' }
    const { subject, text } = writeAlert(alert, 'https://foxetales.example/desk/')
    expect(subject).toBe('[desk] print on hold: ord_1')
    expect(text).toContain('the printer asks.')
    expect(text).toContain('https://foxetales.example/desk/')
  })
})
