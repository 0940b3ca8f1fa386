import type { Find } from './book-problem.ts'
import { latin, type PdfDict, PdfRef, type PdfValue } from './pdf-values.ts'
import type { PdfFile } from './read-pdf.ts'

/** Follows references; undefined for what is not there. */
export type Resolve = (value: PdfValue | undefined) => PdfValue | undefined

export function resolver({ objects }: PdfFile): Resolve {
  return (value) => {
    let found = value
    for (let step = 0; found instanceof PdfRef && step < 8; step++) found = objects.get(found.number)?.value
    return found instanceof PdfRef ? undefined : found
  }
}

export const dictAt = (resolve: Resolve, dict: PdfDict | undefined, key: string): PdfDict | undefined => {
  const value = resolve(dict?.get(key))
  return value instanceof Map ? value : undefined
}

/** The frame of the file: end, table, trailer, and that nothing in it acts. */
export function checkFile(file: PdfFile, childName: string, find: Find): void {
  if (!file.hasEnd || !file.trailer) find('broken_off', 'The file has no end.')
  if (file.startXref !== file.xrefOffset) find('xref_wrong', 'The table is not where the file says.')
  const misplaced = [...file.objects].filter(([number, { offset }]) => file.xref.get(number) !== offset)
  if (misplaced.length > 0 || file.xref.size !== file.objects.size)
    find('xref_wrong', 'The table does not name every object at its place.')
  if (file.trailer?.has('Encrypt')) find('encrypted', 'The file is locked.')
  for (const { stream } of file.objects.values()) {
    if (stream && !stream.ends) find('object_damaged', 'A stream is longer or shorter than it says.')
  }
  const resolve = resolver(file)
  const root = dictAt(resolve, file.trailer, 'Root')
  const acts = ['OpenAction', 'AA', 'AcroForm', 'Names', 'AF'].filter((key) => root?.has(key))
  if (acts.length > 0) find('active_content', `The file has ${acts.join(', ')}, which no printed book needs.`)
  if (namesChild(file, childName))
    find('personal_metadata', 'The file tells the child’s name beside its pages.')
}

/** Looks for the name in the information dictionary and in the XMP packet. */
function namesChild(file: PdfFile, childName: string): boolean {
  const resolve = resolver(file)
  const info = dictAt(resolve, file.trailer, 'Info')
  const root = dictAt(resolve, file.trailer, 'Root')?.get('Metadata')
  const packet = root instanceof PdfRef ? file.objects.get(root.number)?.stream?.head : undefined
  const told = [...(info?.values() ?? [])].flatMap((value) => {
    const text = resolve(value)
    return text instanceof Uint8Array ? [decodeText(text)] : []
  })
  if (packet) told.push(new TextDecoder().decode(packet))
  return told.some((text) => text.normalize('NFC').includes(childName))
}

/** A text string (§7.9.2): UTF-16 with its mark, else as good as Latin-1 for our purpose. */
function decodeText(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff
  return isUtf16 ? new TextDecoder('utf-16be').decode(bytes) : latin(bytes)
}
