/** A picture that a page cannot be printed from: which page, and why. */
export class BookImageError extends Error {
  readonly page: string
  readonly reason: string
  constructor(page: string, reason: string) {
    super(`${page}: ${reason}`)
    this.name = 'BookImageError'
    this.page = page
    this.reason = reason
  }
}

/**
 * Size of a JPEG by its frame header (ITU T.81 §B.2.2), for putting the file into a PDF as it is. Throws BookImageError
 * on what is not an RGB (3-component, 8-bit) JPEG.
 */
export function readJpeg(bytes: Uint8Array, page: string): { widthPx: number; heightPx: number } {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new BookImageError(page, 'is not a JPEG')
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) throw new BookImageError(page, 'is a damaged JPEG')
    const marker = bytes[at + 1] ?? 0
    const length = word(bytes, at + 2)
    if (isFrameHeader(marker)) {
      if (bytes[at + 4] !== 8) throw new BookImageError(page, 'has more than 8 bits a channel')
      if (bytes[at + 9] !== 3)
        throw new BookImageError(page, `has ${bytes[at + 9]} colour components instead of 3`)
      return { heightPx: word(bytes, at + 5), widthPx: word(bytes, at + 7) }
    }
    at += 2 + length
  }
  throw new BookImageError(page, 'is a JPEG without a frame')
}

/** SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}
