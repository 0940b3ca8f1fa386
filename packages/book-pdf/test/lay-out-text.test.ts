import fc from 'fast-check'
import { describe, test } from 'vitest'
import { BookTextError } from '../src/book-errors.ts'
import { layOutText, type TextBlock } from '../src/lay-out-text.ts'

/** A face whose every character is half its size wide: what comes out can be reckoned by hand. */
const metrics = {
  widthOf: (text: string, sizePt: number) => text.length * sizePt * 0.5,
  ascent: 0.9,
  descent: 0.3,
}
const block: TextBlock = {
  field: 'page 1',
  language: 'en',
  text: 'A lantern burned.',
  metrics,
  boxPt: { width: 200, height: 100 },
  sizes: { preferred: 20, smallest: 10 },
  lineHeight: 1.4,
  align: 'centre',
  vertical: 'middle',
}
const linesOf = (changes: Partial<TextBlock>) =>
  layOutText({ ...block, ...changes }).lines.map((line) => line.text)

describe('text in its box', () => {
  test('stands in the middle, in the preferred size where that fits', ({ expect }) => {
    const layout = layOutText(block)
    // 17 characters of 10 pt are 170 pt: 15 pt are left on either side.
    // One line is 1.2 × 20 = 24 pt high, so it begins at 38 pt, and its baseline lies 18 pt lower.
    expect(layout).toEqual({ sizePt: 20, heightPt: 24, lines: [{ text: block.text, x: 15, y: 56 }] })
  })

  test('shrinks until it fits, and not further', ({ expect }) => {
    const layout = layOutText({ ...block, boxPt: { width: 100, height: 24 } })
    // 170 pt at 20 pt on one line of 100 pt: 11.5 pt makes 97.75, 12 pt would make 102.
    expect(layout.sizePt).toBe(11.5)
  })

  test('tries the smallest size even when it is no whole step away', ({ expect }) => {
    const tight = { boxPt: { width: 17 * 0.5 * 10.2, height: 13 }, sizes: { preferred: 20, smallest: 10.2 } }
    expect(layOutText({ ...block, ...tight }).sizePt).toBe(10.2)
  })

  test('that is too long names its field', ({ expect }) => {
    const write = () => layOutText({ ...block, text: 'Wolfeschlegelsteinhausenbergerdorff and the fox' })
    expect(() => write()).not.toThrow()
    const tooLong = () => layOutText({ ...block, text: 'W'.repeat(41) })
    expect(tooLong).toThrow(BookTextError)
    expect(tooLong).toThrow(/^page 1: the text is too long for its place, even at 10 pt$/)
  })

  test('does not leave one short word on the last line', ({ expect }) => {
    // Filling greedily would end in a line of its own for "so".
    const text = 'The dark was only shy, and it told her so'
    expect(linesOf({ text, boxPt: { width: 390, height: 100 } })).toEqual([
      'The dark was only shy,',
      'and it told her so',
    ])
    // Even lines alone would end in "do": the longest word rules the measure.
    expect(linesOf({ text: 'aaaaa bbbb ccccc dddd do', boxPt: { width: 100, height: 100 } })).toEqual([
      'aaaaa bbbb',
      'ccccc',
      'dddd do',
    ])
  })

  test('keeps a name on one line, unless it would become much smaller', ({ expect }) => {
    const text = 'Then came Thị Ánh again'
    const keepTogether = 'Thị Ánh'
    expect(linesOf({ text, boxPt: { width: 130, height: 100 } })).toEqual(['Then came Thị', 'Ánh again'])
    expect(linesOf({ text, keepTogether, boxPt: { width: 130, height: 100 } })).toEqual([
      'Then came',
      'Thị Ánh again',
    ])
    const long = { text: 'Maximilian Alexander', keepTogether: 'Maximilian Alexander' }
    expect(linesOf({ ...long, boxPt: { width: 110, height: 100 } })).toEqual(['Maximilian', 'Alexander'])
  })

  test.for(['A $& B', 'A $$ B', "A $' B", 'A $` B'])(
    'prints the name %s as it is written, whatever its signs mean elsewhere',
    (name, { expect }) => {
      const text = `Then ${name} came`
      expect(linesOf({ text, keepTogether: name, boxPt: { width: 400, height: 100 } })).toEqual([text])
    },
  )

  test('takes an English word apart only where it would be too long for a line', ({ expect }) => {
    const narrow = { boxPt: { width: 125, height: 200 } }
    // 20 letters of 8 pt are 160 pt: at four fifths of the size they would still be wider than a line.
    expect(linesOf({ text: 'A straightforwardness!', ...narrow })).toEqual(['A straight-', 'forwardness!'])
    expect(linesOf({ text: 'A lantern burned on', ...narrow })).toEqual(['A lantern', 'burned on'])
  })

  test('takes no Vietnamese word and no name apart', ({ expect }) => {
    const narrow = { boxPt: { width: 110, height: 200 }, text: 'A straightforwardness!' }
    for (const changes of [{ language: 'vi' as const }, { keepTogether: 'straightforwardness!' }]) {
      const { sizePt, lines } = layOutText({ ...block, ...narrow, ...changes })
      expect(lines.map((line) => line.text)).toEqual(['A', 'straightforwardness!'])
      expect(sizePt).toBe(11)
    }
  })

  test('keeps the lines and the empty lines that a family wrote', ({ expect }) => {
    expect(linesOf({ text: 'For Mai\n\nwith love' })).toEqual(['For Mai', '', 'with love'])
  })

  test('of any words lies inside its box with every word in order, or is refused', ({ expect }) => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 14 })
      .filter((text) => !/\s/.test(text))
    const words = fc.array(word, { minLength: 1, maxLength: 30 })
    const boxPt = fc.record({
      width: fc.integer({ min: 40, max: 500 }),
      height: fc.integer({ min: 15, max: 200 }),
    })
    const align = fc.constantFrom('left' as const, 'centre' as const)
    const nameLength = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(words, boxPt, align, nameLength, (list, box, side, nameWords) => {
        const keepTogether = list.slice(0, nameWords).join(' ')
        const text = list.join(' ')
        const layout = laidOutOrRefused({ ...block, text, keepTogether, boxPt: box, align: side })
        if (!layout) return
        expect(layout.lines.flatMap((line) => line.text.split(' '))).toEqual(list)
        for (const line of layout.lines) {
          const width = metrics.widthOf(line.text, layout.sizePt)
          expect(line.x).toBeGreaterThanOrEqual(-1e-9)
          expect(line.x + width).toBeLessThanOrEqual(box.width + 1e-9)
          expect(line.y - layout.sizePt * metrics.ascent).toBeGreaterThanOrEqual(-1e-9)
          expect(line.y + layout.sizePt * metrics.descent).toBeLessThanOrEqual(box.height + 1e-9)
        }
      }),
    )
  })
})

function laidOutOrRefused(wish: TextBlock) {
  try {
    return layOutText(wish)
  } catch (error) {
    if (error instanceof BookTextError) return undefined
    throw error
  }
}
