import { type PrintBox, type PrintFormat, sheetSidePt } from '@foxetales/shared-schemas/print-format'
import { number } from './page-content.ts'
import { bleedPt, pagePt } from './page-geometry.ts'

/** A drawing enlarged by `scale` and then moved by (x, y) points. */
export interface Placement {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/**
 * Where the master's square lies on a printer's page: centred, and just so large that its trim reaches the printer's trim
 * and its bleed the page's edge. What hangs over is beyond the paper; lines and words stay where every other book has them.
 */
export function fitMaster(format: PrintFormat): Placement {
  const side = sheetSidePt(format)
  const scale = Math.max(format.trimPt / (pagePt - 2 * bleedPt), side / pagePt)
  const offset = (side - pagePt * scale) / 2
  return { scale, x: offset, y: offset }
}

/** Where the cover sheet lies on a page that shows one of its faces alone. */
export function fitFace(format: PrintFormat, face: PrintBox): Placement {
  const scale = format.trimPt / face.width
  return { scale, x: format.bleedPt - face.x * scale, y: format.bleedPt - face.y * scale }
}

/** The operators of a drawing at its placement (`cm`, ISO 32000-1 §8.4.4). */
export function placed({ scale, x, y }: Placement, content: string): string {
  if (scale === 1 && x === 0 && y === 0) return content
  const factor = (Math.round(scale * 1e6) / 1e6).toString()
  return `q ${factor} 0 0 ${factor} ${number(x)} ${number(y)} cm\n${content}Q\n`
}
