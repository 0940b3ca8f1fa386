import { loadFaceFinder } from '@foxetales/face-finder/face-finder'
import type { FaceRegion } from '@foxetales/shared-schemas/book'
import { fromRaw, type RawImage, toRaw } from './images/raw-image.ts'

/** The piece of the page that is searched, in radii of the face, and the width it is searched at. */
const REACH = 2
const SEARCH_PX = 320

/** 1 when the detector sees a face where the page's face should be, else 0. Staff read it; it fails no page. */
export async function faceScore(page: RawImage<3>, face: FaceRegion, artPx: number): Promise<0 | 1> {
  const scale = page.width / artPx
  const reach = Math.ceil(REACH * Math.max(face.rx, face.ry) * scale)
  const left = Math.max(0, Math.floor(face.cx * scale) - reach)
  const top = Math.max(0, Math.floor(face.cy * scale) - reach)
  const width = Math.min(page.width, Math.floor(face.cx * scale) + reach) - left
  const height = Math.min(page.height, Math.floor(face.cy * scale) + reach) - top
  if (width < 16 || height < 16) return 0
  const piece = fromRaw(page).extract({ left, top, width, height })
  const image = await toRaw(piece.resize(SEARCH_PX, SEARCH_PX, { fit: 'inside' }), 3)
  const finder = await loadFaceFinder()
  return (await finder.find(image)).length > 0 ? 1 : 0
}
