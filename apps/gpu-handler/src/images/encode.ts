import { PROOF_PX } from '@foxetales/shared-schemas/unit'
import type { EncodedImage } from '../files/upload.ts'
import { paintOver } from './composite.ts'
import { fromRaw, type RawImage, resizeSquare } from './raw-image.ts'
import { watermark } from './watermark.ts'

const PREVIEW_PX = 800
const THUMBNAIL_PX = 400

/** Fast rather than small: at level 9 a PNG takes twice the time for a twentieth less. Adaptive rows pay for painted art. */
export function encodePng(image: RawImage): Promise<EncodedImage> {
  return finish(image, fromRaw(image).png({ compressionLevel: 2, adaptiveFiltering: true }))
}

/** A PNG that only crosses to the engine beside us: no time is spent on making it small. */
export function encodePassingPng(image: RawImage): Promise<EncodedImage> {
  return finish(image, fromRaw(image).png({ compressionLevel: 0 }))
}

/** The photo for the engine: without any metadata, which sharp leaves out unless told. */
export function encodeJpeg(image: RawImage<3>): Promise<EncodedImage> {
  return finish(image, fromRaw(image).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }))
}

/** What a parent sees before paying: a smaller, marked copy, and a thumbnail too small to be worth marking. */
export async function encodePreviews(
  page: RawImage<3>,
): Promise<{ preview: EncodedImage; thumbnail: EncodedImage }> {
  const small = await resizeSquare(page, PREVIEW_PX)
  const tiny = await resizeSquare(small, THUMBNAIL_PX)
  const marked = { ...small, data: Uint8Array.from(small.data) }
  paintOver(marked, await watermark(PREVIEW_PX))
  return {
    preview: await finish(marked, fromRaw(marked).webp({ quality: 80, effort: 2 })),
    thumbnail: await finish(tiny, fromRaw(tiny).webp({ quality: 75, effort: 2 })),
  }
}

/**
 * A print master: sRGB without chroma subsampling, 300 ppi, baseline, as printers' engines read it. Plain Huffman tables
 * take a third of the time of optimised ones for a twentieth more bytes.
 */
export async function encodePrint(image: RawImage<3>, sizePx: number): Promise<EncodedImage> {
  const printed = fromRaw(await resizeSquare(image, sizePx))
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4', progressive: false, optimiseCoding: false })
    .withMetadata({ density: 300 })
  return finish({ width: sizePx, height: sizePx }, printed)
}

/** The picture of a proof: small, for it is looked at on a screen, page after page. */
export async function encodeProof(image: RawImage<3>): Promise<EncodedImage> {
  const small = await resizeSquare(image, PROOF_PX)
  return finish(small, fromRaw(small).jpeg({ quality: 72 }))
}

async function finish(
  size: { width: number; height: number },
  pipeline: ReturnType<typeof fromRaw>,
): Promise<EncodedImage> {
  return { bytes: await pipeline.toBuffer(), widthPx: size.width, heightPx: size.height }
}
