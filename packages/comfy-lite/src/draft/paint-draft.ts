import { type FaceFinder, loadFaceFinder } from '@foxetales/face-finder/face-finder'
import type { PaintDraft } from '../draft-port.ts'
import type { ImageTensor, MaskTensor } from '../tensor.ts'
import { colourFace } from './colour-face.ts'
import { lookOf } from './expression.ts'
import { drawFace } from './face-drawing.ts'
import { clamp, sampleField } from './field.ts'
import { findEllipse } from './find-ellipse.ts'
import { pageSkin } from './page-skin.ts'
import { createPhotoReadingCache } from './photo-reading-cache.ts'
import { poolPigment } from './pigment-wash.ts'
import { placeFace } from './place-face.ts'
import { toRgb } from './rgb-image.ts'

export type PaintDraftOptions = {
  /** Where faces are found; the process's own finder unless told. */
  readonly finder?: () => Promise<FaceFinder>
  /** How many photos' readings stay in memory. */
  readonly rememberedPhotos?: number
}

/**
 * Likeness (0: the calmest picture-book face, 1: the one most like the photo) per weight of PuLID. The book's weight of 0.9
 * gives 0.6, found by looking: less is anybody's child, more brings a grown-up's shading back.
 */
const LIKENESS_PER_WEIGHT = 2 / 3
const USUAL_WEIGHT = 0.9

/**
 * The draft engine for machines without a GPU: paints the photo's face into the page's face ellipse as part of the
 * drawing, in the skin colour that the page's blank face has. All else on the page stays as it is.
 *
 * Without a photo or a face mask (a page that shows the child from behind) the page comes back unchanged, but a photo
 * without a face is refused even then. A mask may have another size than the page.
 */
export function createPaintDraft(options: PaintDraftOptions = {}): PaintDraft {
  const { finder = loadFaceFinder, rememberedPhotos = 8 } = options
  const readOnce = createPhotoReadingCache(finder, rememberedPhotos)
  return async ({
    init,
    photo,
    face,
    faceMask,
    weight = USUAL_WEIGHT,
    prompt = '',
    seed,
    denoise,
    signal,
  }) => {
    signal.throwIfAborted()
    const page = { ...init, data: init.data.slice() }
    const source = face ? { face } : photo && { photo: toRgb(photo) }
    if (source === null) return page
    const reading = await readOnce(source, clamp(weight * LIKENESS_PER_WEIGHT, 0, 1))
    signal.throwIfAborted()
    if (faceMask === null || denoise <= 0) return page
    const drawing = await drawFace(reading, lookOf(prompt))
    signal.throwIfAborted()
    const mask = fitMask(faceMask, page)
    const skin = pageSkin(page, mask)
    const painted = colourFace(drawing, skin)
    poolPigment(painted, seed)
    placeFace(page, mask, findEllipse(mask), painted, skin)
    return page
  }
}

function fitMask(mask: MaskTensor, { width, height }: ImageTensor): MaskTensor {
  if (mask.width === width && mask.height === height) return mask
  const field = { values: mask.data, width: mask.width, height: mask.height }
  const data = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = ((x + 0.5) * mask.width) / width - 0.5
      const fromY = ((y + 0.5) * mask.height) / height - 0.5
      data[y * width + x] = sampleField(field, fromX, fromY)
    }
  }
  return { data, width, height }
}
