import type { PhotoFace } from './draft/photo-face.ts'
import type { ImageTensor, MaskTensor } from './tensor.ts'

/**
 * What the sampler stand-in asks of a draft painter, once for each sampler node.
 *
 * - `init`: the decoded latent, at image size.
 * - `noiseMask`: where the sampler may change pixels (0 keeps, 1 repaints), or null for everywhere. May be soft,
 *   and may be of another size than `init`.
 * - `photo`, `faceMask`: PuLID's reference picture and attention mask; null when the graph has none.
 * - `face`: the face that was found on a photo before and came by an identity file; then there is no photo.
 * - `prompt`: what the picture shows, from which the child's expression and gaze are read.
 * - `weight`: PuLID's, how like the photo the face shall be; 0.9 unless given.
 * - `seed`, `denoise` (0..1): the sampler's own inputs. The same request must always give the same pixels.
 * - `signal`: aborted on interrupt; a painter that notices throws the signal's reason.
 */
export type DraftRequest = {
  init: ImageTensor
  noiseMask: MaskTensor | null
  photo: ImageTensor | null
  face?: PhotoFace
  faceMask: MaskTensor | null
  weight?: number
  prompt?: string
  seed: number
  denoise: number
  signal: AbortSignal
}

/**
 * Paints a draft of the page. Resolves to an image of `init`'s size; the caller blends it in by `noiseMask`.
 * @throws {NoFaceError} when a photo was given and no face is in it
 */
export type PaintDraft = (request: DraftRequest) => Promise<ImageTensor>

/**
 * Finds the face of a photo for an identity file.
 * @throws {NoFaceError}
 */
export type FindFace = (photo: ImageTensor) => Promise<PhotoFace>

/**
 * No face could be found in the reference photo. The stock PuLID nodes only log this and render a random child;
 * our own custom nodes raise, and so does the draft: the server turns it into an `execution_error`.
 */
export class NoFaceError extends Error {
  override readonly name = 'NoFaceError'
}
