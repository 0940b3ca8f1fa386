import { mediaBox } from '../house-press/judge/check-boxes.ts'
import { openDocument } from '../house-press/judge/open-document.ts'

const ptToMm = 25.4 / 72

/** Width and height of every page in mm, or a sentence for why it is no whole PDF. */
export async function pageSizes(bytes: Uint8Array): Promise<(readonly [number, number])[] | string> {
  const opened = await openDocument(bytes)
  if (!('document' in opened)) return opened.message
  const { pages, resolve } = opened.document
  const sizes = pages.map((page) => {
    const box = mediaBox(page, resolve)
    return box && ([(box.right - box.left) * ptToMm, (box.top - box.bottom) * ptToMm] as const)
  })
  return sizes.every((size) => size !== undefined) ? sizes : 'a page has no size'
}
