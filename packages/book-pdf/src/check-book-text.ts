import { coverGeometry } from './cover-geometry.ts'
import { placeCoverText } from './cover-text.ts'
import { placeInteriorText } from './interior-text.ts'
import type { OpenFaces } from './open-face.ts'
import { type InteriorRequest, planInterior } from './plan-interior.ts'

/**
 * Sets every text of a book and its cover and draws nothing: for the moment of the order, so that a name or dedication
 * that cannot be printed is refused before anything is paid for. Throws the BookTextError that printing would throw.
 */
export function checkBookText(request: Omit<InteriorRequest, 'typeface'> & { readonly faces: OpenFaces }): {
  readonly pages: number
} {
  const { faces } = request
  const plan = planInterior({ ...request, typeface: faces.name })
  for (const page of plan.pages) placeInteriorText(faces, plan, page)
  placeCoverText(faces, request, coverGeometry(plan.pages.length))
  return { pages: plan.pages.length }
}
