import type { CoverSheet, PrintBox } from '@foxetales/shared-schemas/print-format'
import * as z from 'zod'
import { mm } from './printer-kind.ts'

const boxMm = z.object({ width: z.number(), height: z.number(), left: z.number(), top: z.number() })
/** `GET …/cover-dimensions`: boxes by left and top, in millimetres. */
export const coverDimensions = z.object({
  measureUnit: z.literal('mm').default('mm'),
  wraparoundInsideSize: z.object({ width: z.number(), height: z.number() }),
  contentBackSize: boxMm,
  spineSize: boxMm,
  contentFrontSize: boxMm,
})
const safeMm = 10
const barcodeMm = { width: 50, height: 30 }

/** Gelato measures from the top left in millimetres; a PDF from the lower left in points. */
export function sheetOf(said: z.infer<typeof coverDimensions>): CoverSheet {
  const { width, height } = said.wraparoundInsideSize
  const box = (of: z.infer<typeof boxMm>, inset = 0): PrintBox => ({
    x: mm(of.left + inset),
    y: mm(height - of.top - of.height + inset),
    width: mm(of.width - 2 * inset),
    height: mm(of.height - 2 * inset),
  })
  const [back, front] = [box(said.contentBackSize), box(said.contentFrontSize)]
  const safeBack = box(said.contentBackSize, safeMm)
  const barcode = { width: mm(barcodeMm.width), height: mm(barcodeMm.height) }
  return {
    widthPt: mm(width),
    heightPt: mm(height),
    trim: { x: back.x, y: back.y, width: front.x + front.width - back.x, height: back.height },
    back,
    spine: box(said.spineSize),
    front,
    safeBack,
    safeFront: box(said.contentFrontSize, safeMm),
    barcode: { ...barcode, x: safeBack.x + safeBack.width - barcode.width, y: safeBack.y },
  }
}
