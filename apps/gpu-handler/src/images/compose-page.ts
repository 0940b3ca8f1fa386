import type { EncodedImage } from '../files/upload.ts'
import { compositeThroughMask, paintOver } from './composite.ts'
import { encodePrint } from './encode.ts'
import type { Layers } from './layers.ts'
import { type RawImage, resizeSquare } from './raw-image.ts'
import { type ColourChange, recolourHair } from './recolour.ts'
import { softenMask } from './soft-mask.ts'

/**
 * A page at print size. It is put together at the art's own size, which is the finest any layer has, and enlarged once:
 * enlarging every layer first costs several times as much and adds no detail, because both steps are linear. Away from
 * the person every pixel is the enlarged background's own.
 *
 * @param person the painted and toned person, 1024 px
 * @param layers at the art's size
 */
export async function makePrintImage(
  person: RawImage<3>,
  layers: Layers,
  hair: ColourChange,
  sizePx: number,
): Promise<EncodedImage> {
  return encodePrint(await composePage(person, layers, await softenMask(layers.personMask), hair), sizePx)
}

/** Background, person, hair over the face, and what stands before the child, at the size of the layers. */
export async function composePage(
  person: RawImage<3>,
  layers: Layers,
  softMask: RawImage<1>,
  hair: ColourChange,
): Promise<RawImage<3>> {
  const fitted = await resizeSquare(person, layers.background.width)
  const page = compositeThroughMask(layers.background, fitted, softMask)
  if (layers.hairFront) paintOver(page, recolourHair(layers.hairFront, hair))
  if (layers.front) paintOver(page, layers.front)
  return page
}
