import { PDFName, PDFString } from 'pdf-lib'
import sharp from 'sharp'
import { test } from 'vitest'
import { judgeInterior } from '../../src/house-press/judge/judge-book.ts'
import type { Problem } from '../../src/house-press/judge/problem.ts'
import {
  type Draft,
  type DraftOptions,
  draftInterior,
  helvetica,
  jpegObject,
  pageOf,
  picture,
  saved,
  setContent,
  setFonts,
  setResource,
} from './make-pdf.ts'

const pageCount = 24

/** What the judge says, shortly: the code, and the page where there is one. */
async function judged(
  spoil: (draft: Draft) => void | Promise<void>,
  options: DraftOptions = {},
  declared = options.pages ?? pageCount,
): Promise<string[]> {
  const draft = await draftInterior(options)
  await spoil(draft)
  return shortly(await judgeInterior(await saved(draft), declared))
}

function shortly(problems: readonly Problem[]): string[] {
  return problems.map(({ code, page }) => (page === undefined ? code : `${code} ${page}`))
}

const asItIs = () => undefined

function setBox(draft: Draft, page: number, name: string, box: number[]): void {
  pageOf(draft, page).node.set(PDFName.of(name), draft.document.context.obj(box))
}

/** Puts a picture of `sizePx` in place of that of page 5. */
async function replacePicture(
  draft: Draft,
  jpeg: Uint8Array,
  sizePx: number,
  more: Parameters<typeof jpegObject>[3] = {},
): Promise<void> {
  const ref = jpegObject(draft.document, jpeg, sizePx, more)
  pageOf(draft, 5).node.setXObject(PDFName.of('Picture'), ref)
}

test('a sound interior has no problem', async ({ expect }) => {
  expect(await judged(asItIs)).toEqual([])
})

test('every problem names its file and says in a sentence what is wrong', async ({ expect }) => {
  const draft = await draftInterior()
  setBox(draft, 7, 'TrimBox', [0, 0, 630, 630])
  const [problem] = await judgeInterior(await saved(draft), pageCount)
  expect(problem).toEqual({
    code: 'trim_box',
    file: 'interior',
    page: 7,
    message: "TrimBox lies 0 pt inside the page's edge instead of 9 pt.",
  })
})

test('an odd number of pages is refused', async ({ expect }) => {
  expect(await judged(asItIs, { pages: 25 })).toEqual(['page_count_odd'])
})

test('fewer pages than the binding holds are refused', async ({ expect }) => {
  expect(await judged(asItIs, { pages: 22 })).toEqual(['page_count_range'])
})

test('another number of pages than was declared is refused', async ({ expect }) => {
  expect(await judged(asItIs, {}, 26)).toEqual(['page_count_declared'])
})

test('a page of another size is refused', async ({ expect }) => {
  const problems = await judged((draft) => {
    setBox(draft, 2, 'MediaBox', [0, 0, 612, 612])
    setBox(draft, 2, 'BleedBox', [0, 0, 612, 612])
    setBox(draft, 2, 'TrimBox', [9, 9, 603, 603])
  })
  expect(problems).toEqual(['page_size 2'])
})

test('a CropBox that hides the bleed is refused', async ({ expect }) => {
  expect(await judged((draft) => setBox(draft, 2, 'CropBox', [9, 9, 621, 621]))).toEqual(['page_size 2'])
})

test('a turned page is refused', async ({ expect }) => {
  const problems = await judged((draft) =>
    pageOf(draft, 3).node.set(PDFName.of('Rotate'), draft.document.context.obj(90)),
  )
  expect(problems).toEqual(['page_rotated 3'])
})

test('a page without a TrimBox is refused', async ({ expect }) => {
  const problems = await judged((draft) => {
    pageOf(draft, 4).node.delete(PDFName.of('TrimBox'))
  })
  expect(problems).toEqual(['trim_box 4'])
})

test('a TrimBox that is off by a millimetre is refused', async ({ expect }) => {
  expect(await judged((draft) => setBox(draft, 4, 'TrimBox', [9, 9, 624, 621]))).toEqual(['trim_box 4'])
})

test('a BleedBox that is not the whole page, and an ArtBox, are refused', async ({ expect }) => {
  const problems = await judged((draft) => {
    setBox(draft, 8, 'BleedBox', [9, 9, 621, 621])
    setBox(draft, 9, 'ArtBox', [9, 9, 621, 621])
  })
  expect(problems).toEqual(['bleed_box 8', 'art_box 9'])
})

test('a font without its file is refused', async ({ expect }) => {
  const problems = await judged(async (draft) => {
    setFonts(pageOf(draft, 10), { Body: await helvetica(draft.document) })
  })
  expect(problems).toEqual(['font_not_embedded 10'])
})

test('a picture of fewer than 300 ppi is refused', async ({ expect }) => {
  const problems = await judged(async (draft) => replacePicture(draft, await picture(2000, 5), 2000))
  expect(problems).toEqual(['image_resolution 5'])
})

test('a picture inside a form is measured as it comes to lie on the page', async ({ expect }) => {
  const problems = await judged(async (draft) => {
    const { document } = draft
    const image = jpegObject(document, await picture(1300, 5), 1300)
    const form = document.context.stream('q 315 0 0 315 0 0 cm /Inner Do Q', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 315, 315],
      Matrix: [2, 0, 0, 2, 0, 0],
      Resources: { XObject: { Inner: image } },
    })
    pageOf(draft, 5).node.setXObject(PDFName.of('Picture'), document.context.register(form))
    setContent(document, pageOf(draft, 5), 'q /Picture Do Q')
  })
  expect(problems).toEqual(['image_resolution 5'])
})

test('a picture in CMYK is refused, whatever its dictionary says', async ({ expect }) => {
  const cmyk = await sharp(await picture(2625, 5))
    .toColourspace('cmyk')
    .jpeg({ quality: 60 })
    .toBuffer()
  const honest = await judged((draft) => replacePicture(draft, cmyk, 2625, { ColorSpace: 'DeviceCMYK' }))
  expect(honest).toEqual(['colour_space 5'])
  const disguised = await judged((draft) => replacePicture(draft, cmyk, 2625))
  expect(disguised).toEqual(['colour_space 5'])
})

test('text in CMYK is refused', async ({ expect }) => {
  const problems = await judged((draft) =>
    setContent(draft.document, pageOf(draft, 2), 'BT /Body 18 Tf 0 0 0 1 k (Black) Tj ET'),
  )
  expect(problems).toEqual(['colour_space 2'])
})

test('a spot colour is refused', async ({ expect }) => {
  const problems = await judged((draft) => {
    const { context } = draft.document
    const tint = { FunctionType: 2, Domain: [0, 1], C0: [1, 1, 1], C1: [1, 0, 0], N: 1 }
    const space = context.obj(['Separation', 'Gold', 'DeviceRGB', tint])
    setResource(draft, pageOf(draft, 2), 'ColorSpace', 'Spot', context.register(space))
  })
  expect(problems).toEqual(['colour_space 2'])
})

test('a picture with a soft mask is refused', async ({ expect }) => {
  const problems = await judged(async (draft) => {
    const mask = jpegObject(draft.document, await picture(64, 1), 64)
    await replacePicture(draft, await picture(2625, 5), 2625, { SMask: mask })
  })
  expect(problems).toEqual(['transparency 5'])
})

test('opacity below 1 and a blend mode are refused', async ({ expect }) => {
  const problems = await judged((draft) => {
    const { context } = draft.document
    setResource(draft, pageOf(draft, 2), 'ExtGState', 'Pale', context.obj({ Type: 'ExtGState', ca: 0.5 }))
    setResource(draft, pageOf(draft, 3), 'ExtGState', 'Dark', context.obj({ BM: 'Multiply' }))
  })
  expect(problems).toEqual(['transparency 2', 'transparency 3'])
})

test('a blank page among the pictures is refused', async ({ expect }) => {
  const problems = await judged((draft) => setContent(draft.document, pageOf(draft, 5), 'q Q'))
  expect(problems).toEqual(['page_blank 5'])
})

test('a picture of one flat colour is refused', async ({ expect }) => {
  const flat = await sharp({ create: { width: 2625, height: 2625, channels: 3, background: '#eeddcc' } })
    .jpeg()
    .toBuffer()
  expect(await judged((draft) => replacePicture(draft, flat, 2625))).toEqual(['page_blank 5'])
})

test('a picture that breaks off is refused', async ({ expect }) => {
  const whole = await picture(2625, 5)
  const half = whole.subarray(0, whole.length / 2)
  expect(await judged((draft) => replacePicture(draft, half, 2625))).toEqual(['page_unreadable 5'])
})

test('the same picture on two pages is refused, as one object and as a copy', async ({ expect }) => {
  const shared = await judged((draft) => {
    const first = draft.pictureRefs.get(pageOf(draft, 4))
    if (first) pageOf(draft, 6).node.setXObject(PDFName.of('Picture'), first)
  })
  expect(shared).toEqual(['image_repeated 6'])
  const copied = await judged(async (draft) => replacePicture(draft, await picture(2625, 4), 2625))
  expect(copied).toEqual(['image_repeated 5'])
})

test('a picture that does not reach the edges is refused', async ({ expect }) => {
  const problems = await judged((draft) =>
    setContent(draft.document, pageOf(draft, 5), 'q 612 0 0 612 9 9 cm /Picture Do Q'),
  )
  expect(problems).toEqual(['page_mixed 5'])
})

test('a page whose content cannot be read is refused', async ({ expect }) => {
  const problems = await judged((draft) =>
    setContent(draft.document, pageOf(draft, 5), 'q 630 0 0 630 0 0 cm /Nowhere Do Q'),
  )
  expect(problems).toEqual(['page_unreadable 5'])
})

test('an annotation is refused', async ({ expect }) => {
  const problems = await judged((draft) => {
    const note = draft.document.context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [0, 0, 20, 20],
      Contents: PDFString.of('note'),
    })
    pageOf(draft, 11).node.addAnnot(draft.document.context.register(note))
  })
  expect(problems).toEqual(['annotation 11'])
})

test('JavaScript, an action at opening and an attached file are refused', async ({ expect }) => {
  expect(await judged(({ document }) => document.addJavaScript('main', 'app.alert(1)'))).toEqual([
    'pdf_active_content',
  ])
  const opening = await judged(({ document }) =>
    document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'URI', URI: 'https://x.test' })),
  )
  expect(opening).toEqual(['pdf_active_content'])
  const attached = await judged(({ document }) => document.attach(new Uint8Array([1]), 'a.txt'))
  expect(attached).toContain('pdf_attachment')
})

test('a truncated file is refused, and so is one whose table of objects is damaged', async ({ expect }) => {
  const whole = await saved(await draftInterior())
  const half = whole.slice(0, Math.floor(whole.length / 2))
  expect(shortly(await judgeInterior(half, pageCount))).toEqual(['pdf_unreadable'])
  const text = Buffer.from(whole)
    .toString('latin1')
    .replace(/startxref\n\d+/, 'startxref\n17')
  const lost = new Uint8Array(Buffer.from(text, 'latin1'))
  expect(shortly(await judgeInterior(lost, pageCount))).toEqual(['pdf_unreadable'])
  expect(shortly(await judgeInterior(new TextEncoder().encode('<html>'), pageCount))).toEqual([
    'pdf_unreadable',
  ])
})

test('an encrypted file is refused, also when it opens without a password', async ({ expect }) => {
  const draft = await draftInterior()
  await draft.document.encrypt({ userPassword: '', ownerPassword: 'owner' })
  expect(shortly(await judgeInterior(await saved(draft), pageCount))).toEqual(['pdf_encrypted'])
})
