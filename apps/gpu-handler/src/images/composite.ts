import { blendBytes } from './colour.ts'
import type { RawImage } from './raw-image.ts'

/**
 * The person over the background through the mask. Where the mask is 0 the background's bytes are copied, so the page
 * is identical to the art there.
 */
export function compositeThroughMask(
  background: RawImage<3>,
  person: RawImage<3>,
  mask: RawImage<1>,
): RawImage<3> {
  holdSameSize(background, person)
  holdSameSize(background, mask)
  const data = Uint8Array.from(background.data)
  for (let i = 0; i < mask.data.length; i++) {
    const coverage = mask.data[i] ?? 0
    if (coverage === 0) continue
    const at = i * 3
    data[at] = blendBytes(data[at] ?? 0, person.data[at] ?? 0, coverage)
    data[at + 1] = blendBytes(data[at + 1] ?? 0, person.data[at + 1] ?? 0, coverage)
    data[at + 2] = blendBytes(data[at + 2] ?? 0, person.data[at + 2] ?? 0, coverage)
  }
  return { ...background, data }
}

/** A see-through layer over a page. The page is changed in place: it must be the caller's own. */
export function paintOver(page: RawImage<3>, layer: RawImage<4>): void {
  holdSameSize(page, layer)
  const { data } = page
  for (let i = 0; i < page.width * page.height; i++) {
    const coverage = layer.data[i * 4 + 3] ?? 0
    if (coverage === 0) continue
    const at = i * 3
    data[at] = blendBytes(data[at] ?? 0, layer.data[i * 4] ?? 0, coverage)
    data[at + 1] = blendBytes(data[at + 1] ?? 0, layer.data[i * 4 + 1] ?? 0, coverage)
    data[at + 2] = blendBytes(data[at + 2] ?? 0, layer.data[i * 4 + 2] ?? 0, coverage)
  }
}

function holdSameSize(one: RawImage, other: RawImage): void {
  if (one.width !== other.width || one.height !== other.height) {
    throw new RangeError(`layers of ${one.width} and ${other.width} px cannot lie on each other`)
  }
}
