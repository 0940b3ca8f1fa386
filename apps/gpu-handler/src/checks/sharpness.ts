import type { FaceRegion } from '@foxetales/shared-schemas/book'
import { faceMask } from '../images/face-mask.ts'
import type { RawImage } from '../images/raw-image.ts'
import type { Scene } from '../images/scene.ts'
import { atLeast, type CheckFigure } from './page-verdict.ts'

/** The least share of the art's own sharpness that the person must have … */
const LEAST_OF_ART = 0.75
/** … and the least sharpness of the face alone, which the art leaves blank. */
const LEAST_OF_FACE = 90

/**
 * How sharp the painted person is: the variance of the Laplacian of brightness (Pech-Pacheco et al. 2000) inside the
 * person's mask beside the same of the artist's figure, and inside the face's ellipse. Each is divided by the least that
 * it may be, and the lesser of the two counts; the art's own softness (fog, night) is not held against the page.
 */
export async function checkSharpness(
  person: RawImage<3>,
  scene: Scene,
  face: FaceRegion | null,
  artPx: number,
): Promise<CheckFigure> {
  const drawn = laplacianVariance(scene.picture, scene.softMask)
  const ofArt = drawn === 0 ? 1 : laplacianVariance(person, scene.softMask) / drawn
  if (face === null) return atLeast('sharpness', ofArt / LEAST_OF_ART, 1)
  const ofFace = laplacianVariance(person, await faceMask(face, artPx, person.width))
  return atLeast('sharpness', Math.min(ofArt / LEAST_OF_ART, ofFace / LEAST_OF_FACE), 1)
}

/** Of the pixels well inside a mask; 0 where it is empty. */
function laplacianVariance(image: RawImage<3>, mask: RawImage<1>): number {
  const { width, height } = mask
  const grey = new Uint8Array(width * height)
  for (let i = 0; i < grey.length; i++) {
    const at = i * 3
    grey[i] =
      (77 * (image.data[at] ?? 0) + 150 * (image.data[at + 1] ?? 0) + 29 * (image.data[at + 2] ?? 0)) >> 8
  }
  let pixels = 0
  let sum = 0
  let squares = 0
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      // Only well inside: at the outline it is the scene that is sharp.
      if ((mask.data[i] ?? 0) < 250) continue
      const around = (grey[i - 1] ?? 0) + (grey[i + 1] ?? 0) + (grey[i - width] ?? 0) + (grey[i + width] ?? 0)
      const laplacian = around - 4 * (grey[i] ?? 0)
      pixels++
      sum += laplacian
      squares += laplacian * laplacian
    }
  }
  if (pixels === 0) return 0
  const mean = sum / pixels
  return squares / pixels - mean * mean
}
