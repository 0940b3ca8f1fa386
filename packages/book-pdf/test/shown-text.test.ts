import { decodePDFRawStream, PDFArray, PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import { describe, test } from 'vitest'
import { type EmbeddedFace, embedFace } from '../src/embed-face.ts'
import { sampleFaces } from './sample-book.ts'

const face = (await sampleFaces()).body
const sizePt = 20

async function embedded() {
  const context = PDFContext.create()
  const names = { fontName: 'FOXETA+Test', resourceName: 'Body' }
  return { context, shown: await embedFace(context, face, names) }
}

/** Widths by glyph code, in thousandths of the size, as the file tells them to a reader. */
function widthsInFile(context: PDFContext, shown: EmbeddedFace): Map<number, number> {
  const font = context.lookup(shown.ref, PDFDict)
  const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)
  const widths = descendant.lookup(PDFName.of('W'), PDFArray)
  const known = new Map<number, number>()
  for (let at = 0; at < widths.size(); at += 2) {
    const first = widths.lookup(at, PDFNumber).asNumber()
    const list = widths.lookup(at + 1, PDFArray)
    for (let next = 0; next < list.size(); next++) {
      known.set(first + next, list.lookup(next, PDFNumber).asNumber())
    }
  }
  return known
}

/** Where a reader's pen stands after the operators, and where it stood at each glyph (§9.4.4), in points. */
function walk(operators: string, widths: ReadonlyMap<number, number>) {
  let pen = 0
  const starts: number[] = []
  for (const [, code, move] of operators.matchAll(/<([0-9a-f]{4})>|(-?[\d.]+)(?= ?[<\]])/gi)) {
    if (code === undefined) {
      pen -= Number(move)
      continue
    }
    starts.push((pen * sizePt) / 1000)
    pen += widths.get(Number.parseInt(code, 16)) ?? Number.NaN
  }
  return { end: (pen * sizePt) / 1000, starts }
}

describe('a shown line', () => {
  test.for(['AVATAR To Wave', 'Ẹ̀bùn Ọlá́', 'Nguyễn Thị Ánh'])(
    'is as wide as it was laid out to be: %s',
    async (text, { expect }) => {
      const { context, shown } = await embedded()
      const operators = shown.show(text, sizePt)
      await shown.finish()
      const { end } = walk(operators, widthsInFile(context, shown))
      expect(end).toBeCloseTo(face.metrics.widthOf(text, sizePt), 1)
    },
  )

  test('is kerned', async ({ expect }) => {
    const { shown } = await embedded()
    expect(shown.show('AV', sizePt)).toMatch(/> ?[\d.]+ ?</)
    expect(face.metrics.widthOf('AV', sizePt)).toBeLessThan(
      face.metrics.widthOf('A', sizePt) + face.metrics.widthOf('V', sizePt) - 0.5,
    )
  })

  test('puts an accent that has no letter of its own over its letter', async ({ expect }) => {
    const { context, shown } = await embedded()
    const operators = shown.show('Ẹ̀', sizePt)
    await shown.finish()
    const { starts } = walk(operators, widthsInFile(context, shown))
    const letterPt = face.metrics.widthOf('Ẹ', sizePt)
    // Literata hangs the grave by its middle: it is drawn from half a letter back, raised over the capital.
    expect(starts).toHaveLength(2)
    expect(starts[1]).toBeGreaterThan(0)
    expect(starts[1]).toBeLessThan(letterPt * 0.75)
    expect(operators).toMatch(/^3\.6 Ts$/m)
    expect(operators).toMatch(/0 Ts\n$/)
  })
})

test('more than 100 glyphs are mapped to their characters in blocks that every reader takes', async ({
  expect,
}) => {
  const { context, shown } = await embedded()
  const letters = Array.from({ length: 90 }, (_, index) => String.fromCodePoint(0x1ea0 + index))
  const capitals = Array.from({ length: 60 }, (_, index) => String.fromCodePoint(0x41 + index))
  shown.show([...letters, ...capitals].join(''), sizePt)
  await shown.finish()
  const map = context.lookup(shown.ref, PDFDict).lookup(PDFName.of('ToUnicode'))
  if (!(map instanceof PDFRawStream)) throw new Error('no map to characters')
  const text = new TextDecoder().decode(decodePDFRawStream(map).decode())
  const blocks = [...text.matchAll(/(\d+) beginbfchar/g)].map(([, entries]) => Number(entries))
  expect(blocks.length).toBeGreaterThan(1)
  expect(Math.max(...blocks)).toBeLessThanOrEqual(100)
  expect(blocks.reduce((sum, entries) => sum + entries)).toBe(150)
  for (const letter of letters) {
    expect(text).toContain(`<${letter.charCodeAt(0).toString(16)}>`)
  }
})
