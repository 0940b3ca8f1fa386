import { drawLantern, drawStars } from './draw-ornament.ts'
import { frontMatterInk, placeInteriorText } from './interior-text.ts'
import type { OpenPdf } from './open-pdf.ts'
import { drawPicture, drawText, fillRectangle } from './page-content.ts'
import { pagePt } from './page-geometry.ts'
import { interiorPaper } from './paper.ts'
import type { InteriorPage, InteriorPlan, TextRole } from './plan-interior.ts'

const ornament = { frame: frontMatterInk, light: '#f7cf7a' }
const starGold = '#e9bd62'
const ornamentPt = 84
/** Height of the ornament's centre on the pages that have one. */
const ornamentAt: Partial<Record<TextRole, number>> = { title: 440, dedication: 410, end: 415 }

/** A page of the book as operators, on the master's square of `pagePt`. A story page needs the page's `Picture`. */
export function drawInterior(pdf: OpenPdf, plan: InteriorPlan, page: InteriorPage): string {
  const texts = placeInteriorText(pdf.faces, plan, page)
    .map((text) => drawText(pdf, text))
    .join('')
  if (page.kind === 'picture') return drawPicture(0, 0, pagePt) + texts
  const ground = fillRectangle(interiorPaper, { x: 0, y: 0, width: pagePt, height: pagePt })
  return ground + drawPageOrnament(page.role) + texts
}

function drawPageOrnament(role: TextRole): string {
  const y = ornamentAt[role]
  if (y === undefined) return ''
  const x = pagePt / 2
  return drawStars(x, y, ornamentPt, starGold) + drawLantern(x, y, ornamentPt, ornament)
}
