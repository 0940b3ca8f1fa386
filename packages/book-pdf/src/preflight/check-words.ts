import type { Find } from './book-problem.ts'
import { dictAt, type Resolve } from './check-file.ts'
import { type PageMarks, readToUnicode, readWords } from './page-marks.ts'
import { type PdfDict, PdfName, PdfRef } from './pdf-values.ts'
import type { PdfFile } from './read-pdf.ts'

type Fonts = ReadonlyMap<string, ReadonlyMap<number, string>>

/** What nobody means to print: a placeholder in braces, or what a program says for nothing. */
const leftOver = /[{}]|\bundefined\b|\[object |child.s name/i

/** A page's words: in embedded faces, searchable, and the very ones that were planned. */
export async function checkWords(
  file: PdfFile,
  resolve: Resolve,
  page: PdfDict,
  marks: PageMarks,
  wanted: { words: readonly string[]; own: readonly string[] },
  find: Find,
): Promise<void> {
  const fonts = await readFonts(file, resolve, page, marks.fonts, find)
  const printed = readWords(marks.shown, fonts)
  if (bare(printed) !== bare(wanted.words.join('')))
    find('words_differ', 'The words on the page are not the ones that were planned.')
  // A family may write braces into a dedication or a name; those are theirs.
  const ours = wanted.own.reduce((rest, own) => rest.replaceAll(bare(own), ''), bare(printed))
  if (leftOver.test(ours)) find('placeholder', 'A placeholder was left in the words.')
}

/** Spaces lie between lines and hyphens at their ends: what is compared is the letters. */
function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u00a0-]+/g, '')
}

async function readFonts(
  file: PdfFile,
  resolve: Resolve,
  page: PdfDict,
  names: readonly string[],
  find: Find,
): Promise<Fonts> {
  const listed = dictAt(resolve, dictAt(resolve, page, 'Resources'), 'Font')
  const fonts = new Map<string, ReadonlyMap<number, string>>()
  for (const name of names) {
    const font = dictAt(resolve, listed, name)
    if (!font) {
      find('font_missing', 'A typeface that the page uses is not in the file.')
      continue
    }
    if (!isEmbedded(resolve, font)) find('font_not_embedded', 'A typeface is not embedded.')
    const ref = font.get('ToUnicode')
    const stream = ref instanceof PdfRef ? file.objects.get(ref.number) : undefined
    if (!stream?.stream) find('font_not_mapped', 'A typeface has no map to characters.')
    else fonts.set(name, readToUnicode(await inflated(stream.value, stream.stream.head)))
  }
  return fonts
}

function isEmbedded(resolve: Resolve, font: PdfDict): boolean {
  const subtype = resolve(font.get('Subtype'))
  if (subtype instanceof PdfName && subtype.name === 'Type0') {
    const descendants = resolve(font.get('DescendantFonts'))
    const first = Array.isArray(descendants) ? resolve(descendants[0]) : undefined
    return first instanceof Map && isEmbedded(resolve, first)
  }
  const descriptor = dictAt(resolve, font, 'FontDescriptor')
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => resolve(descriptor?.get(key)) instanceof Map)
}

/** A stream's bytes, unpacked where it is packed. Throws where it cannot be. */
export async function inflated(value: unknown, stored: Uint8Array): Promise<Uint8Array> {
  const filter = value instanceof Map ? value.get('Filter') : undefined
  if (filter === undefined) return stored
  if (!(filter instanceof PdfName) || filter.name !== 'FlateDecode')
    throw new TypeError('packed in another way')
  const source = new Response(new Uint8Array(stored)).body
  if (!source) return new Uint8Array()
  const unpacked = source.pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(unpacked).arrayBuffer())
}
