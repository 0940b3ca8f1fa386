import type { PhotoFace } from '../draft/photo-face.ts'
import type { ImageTensor, MaskTensor } from '../tensor.ts'

/** What a draft needs to know of a diffusion model: the LoRAs on it and whose likeness it carries. */
export type DraftModel = {
  name: string
  loras: ReadonlyArray<{ name: string; strength: number }>
  pulid: DraftLikeness | null
}

/** Whose face, where, and how like: from a photo by the stock nodes, from an identity file by ours. */
export type DraftLikeness = {
  photo: ImageTensor | null
  face: PhotoFace | null
  attentionMask: MaskTensor | null
  weight: number
}

/** A latent here is its decoded pixels: nothing is lost to an autoencoder, and nothing is gained. */
export type DraftLatent = { pixels: ImageTensor; noiseMask: MaskTensor | null }

/** A loaded file that a draft only passes on. */
export type LoadedFile = { file: string }

/** Text that would steer the model. The draft painter reads the child's mood in it, and nothing else. */
export type DraftConditioning = { text: string; guidance: number | null; zeroed: boolean }

/** The value behind each type name that a link or a literal can have. */
export type ValueByType = {
  IMAGE: ImageTensor
  MASK: MaskTensor
  LATENT: DraftLatent
  MODEL: DraftModel
  CLIP: LoadedFile
  VAE: LoadedFile
  CONDITIONING: DraftConditioning
  UPSCALE_MODEL: LoadedFile
  PULIDFLUX: LoadedFile
  EVA_CLIP: LoadedFile
  FACEANALYSIS: LoadedFile
  PULID_CROSS_ATTENTION: LoadedFile
  PULID_IDENTITY: PhotoFace
  CONTROL_NET: LoadedFile
  OPTIONS: LoadedFile
  NOISE: { seed: number }
  GUIDER: { model: DraftModel }
  SAMPLER: { name: string }
  SIGMAS: { steps: number; denoise: number }
  INT: number
  FLOAT: number
  STRING: string
  BOOLEAN: boolean
}

export type TypeName = keyof ValueByType
