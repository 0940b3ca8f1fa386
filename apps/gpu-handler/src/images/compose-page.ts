import { compositeThroughMask, paintOver } from './composite.ts'
import { type RawImage, resizeSquare } from './raw-image.ts'
import type { Scene } from './scene.ts'

/**
 * The finished page at the scene's size: the person through the soft mask, and over the face what the child wears
 * there and what stands before them. Under the person lies the artist's figure, not the bare background: through a soft edge the sky would
 * show inside the child's outline.
 *
 * For print the page is put together at the art's own size, the finest any layer has, and enlarged once afterwards:
 * enlarging every layer first takes several times as long and adds no detail.
 *
 * @param person the painted and toned person, of any size
 */
export async function composePage(person: RawImage<3>, scene: Scene): Promise<RawImage<3>> {
  const fitted = await resizeSquare(person, scene.picture.width)
  const page = compositeThroughMask(scene.picture, fitted, scene.softMask)
  for (const layer of scene.over) paintOver(page, layer)
  return page
}
