import type { ImageTensor } from '../tensor.ts'
import { cropImage } from './resize-tensor.ts'

/** Pixels along a side of one latent cell, for every autoencoder used here. */
export const latentCell = 8

/** The middle of an image at the next smaller multiple of 8, which is all that ComfyUI's VAE nodes encode. */
export function cropToLatentGrid(image: ImageTensor): ImageTensor {
  const width = Math.floor(image.width / latentCell) * latentCell
  const height = Math.floor(image.height / latentCell) * latentCell
  const left = Math.floor((image.width % latentCell) / 2)
  const top = Math.floor((image.height % latentCell) / 2)
  return cropImage(image, left, top, width, height)
}
