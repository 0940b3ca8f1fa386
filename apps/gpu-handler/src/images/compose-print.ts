import type { Box } from './box.ts'
import { blendBytes } from './colour.ts'
import { cropImage, enlargedBox, enlargePart } from './part-of-image.ts'
import { type RawImage, resizeSquare } from './raw-image.ts'
import type { Scene } from './scene.ts'

/** Gives the person their skin tone; `mask` and `skinPart` are of the person's own size. */
export type TonePerson = (
  person: RawImage<3>,
  mask: RawImage<1>,
  skinPart: RawImage<1>,
) => Promise<RawImage<3>>

/**
 * The finished page at print size: the art is enlarged, the person comes at that size from the engine's upscaler. Only
 * the piece that the soft mask covers is put together, so that every other pixel is the enlarged art's own.
 *
 * @param person square, of the print's size
 * @param scene at the size of the book's art
 * @param tone left out where the person was toned before
 */
export async function composePrint(
  person: RawImage<3>,
  scene: Scene,
  tone: TonePerson = async (untoned) => untoned,
): Promise<RawImage<3>> {
  const sizePx = person.width
  const enlarged = await resizeSquare(scene.picture, sizePx)
  const page = { ...enlarged, data: Uint8Array.from(enlarged.data) }
  const box = enlargedBox(scene.softMask, sizePx)
  if (box) {
    const part = <C extends 1 | 4>(image: RawImage<C>) => enlargePart(image, sizePx, box)
    const [mask, skinPart] = [await part(scene.softMask), await part(scene.skinPart)]
    blendPart(page, await tone(cropImage(person, box), mask, skinPart), mask, box)
  }
  for (const layer of scene.over) {
    const layerBox = enlargedBox(layer, sizePx)
    if (layerBox) paintPart(page, await enlargePart(layer, sizePx, layerBox), layerBox)
  }
  return page
}

function blendPart(page: RawImage<3>, part: RawImage<3>, mask: RawImage<1>, box: Box): void {
  eachPixel(page, box, (at, i) => {
    const coverage = mask.data[i] ?? 0
    if (coverage === 0) return
    for (let channel = 0; channel < 3; channel++) {
      const under = page.data[at + channel] ?? 0
      page.data[at + channel] = blendBytes(under, part.data[i * 3 + channel] ?? 0, coverage)
    }
  })
}

function paintPart(page: RawImage<3>, layer: RawImage<4>, box: Box): void {
  eachPixel(page, box, (at, i) => {
    const coverage = layer.data[i * 4 + 3] ?? 0
    if (coverage === 0) return
    for (let channel = 0; channel < 3; channel++) {
      const under = page.data[at + channel] ?? 0
      page.data[at + channel] = blendBytes(under, layer.data[i * 4 + channel] ?? 0, coverage)
    }
  })
}

/** @param visit gets where a pixel's bytes begin in the page, and which pixel of the box it is */
function eachPixel(page: RawImage<3>, box: Box, visit: (at: number, i: number) => void): void {
  for (let y = 0; y < box.height; y++) {
    const row = ((box.top + y) * page.width + box.left) * 3
    for (let x = 0; x < box.width; x++) visit(row + x * 3, y * box.width + x)
  }
}
