import { PDFDocument } from 'pdf-lib'
import { describe, test } from 'vitest'
import { coverGeometry } from '../src/cover-geometry.ts'
import { placeCoverText } from '../src/cover-text.ts'
import { sampleFaces, samplePicture, sampleTemplate } from './sample-book.ts'
import { type BookWish, writtenBook } from './written-file.ts'

const words = {
  template: sampleTemplate(3),
  childName: 'Nguyễn Thị Ánh',
  pronouns: 'she',
  language: 'vi',
} as const
const writtenCover = (wish: BookWish = {}) => writtenBook({ file: 'cover', ...wish })

describe('the cover as a file', () => {
  test('is one wrap sheet, trimmed to the boards', async ({ expect }) => {
    const { bytes, result } = await writtenCover()
    const cover = await PDFDocument.load(bytes)
    expect(result).toMatchObject({ pages: 1, bytes: bytes.length })
    const [page] = cover.getPages()
    const sheet = { x: 0, y: 0, width: 1368, height: 738 }
    expect(page?.getMediaBox()).toEqual(sheet)
    expect(page?.getBleedBox()).toEqual(sheet)
    expect(page?.getTrimBox()).toEqual({ x: 63, y: 63, width: 1242, height: 612 })
  })

  test('follows the printer’s own measures where they are given', async ({ expect }) => {
    const { bytes } = await writtenCover({ sheet: coverGeometry(200) })
    const [page] = (await PDFDocument.load(bytes)).getPages()
    expect(page?.getWidth()).toBeCloseTo(1350 + 0.75 * 72)
  })

  test('wants 3075 px for its front', async ({ expect }) => {
    const order = async (px: number) => {
      const front = await samplePicture(px, 1)
      return { image: async () => front, minimumPpi: 300 }
    }
    await expect(writtenCover(await order(3074))).rejects.toMatchObject({ page: 'cover', fault: 'too-small' })
    await expect(writtenCover(await order(3075))).resolves.toMatchObject({ result: { pages: 1 } })
  })

  test('names no child in its metadata', async ({ expect }) => {
    const { bytes } = await writtenCover({ name: 'Zebulon' })
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Zebulon')
    expect((await PDFDocument.load(bytes)).getTitle()).toBe('Picture book')
  })

  test('is the same bytes for the same order', async ({ expect }) => {
    const [first, second] = await Promise.all([writtenCover(), writtenCover()])
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })
})

describe('the words on the cover', () => {
  test('stay on the safe parts of their panels, and off the barcode', async ({ expect }) => {
    const faces = await sampleFaces()
    const sheet = coverGeometry(40)
    const wide = { ...words.template.cover, titleBox: { x: 0, y: 0, width: 1, height: 0.4 } }
    const template = { ...words.template, cover: wide }
    const placed = placeCoverText(faces, { ...words, template, childName: 'Maximilian Alexander' }, sheet)
    const boxes = placed.flatMap(({ face, left, top, layout }) =>
      layout.lines.map((line) => ({
        left: left + line.x,
        right: left + line.x + faces[face].metrics.widthOf(line.text, layout.sizePt),
        top: top - line.y + layout.sizePt,
        bottom: top - line.y - layout.sizePt * 0.3,
      })),
    )
    expect(boxes.length).toBeGreaterThan(3)
    const { safeBack, safeFront, barcode } = sheet
    for (const box of boxes) {
      const panel = box.left > sheet.spine.x ? safeFront : safeBack
      expect(box.left).toBeGreaterThanOrEqual(panel.x - 0.001)
      expect(box.right).toBeLessThanOrEqual(panel.x + panel.width + 0.001)
      const besideBarcode = box.right < barcode.x || box.left > barcode.x + barcode.width
      expect(besideBarcode || box.bottom > barcode.y + barcode.height).toBe(true)
    }
  })
})
