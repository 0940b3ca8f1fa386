import { createHash } from 'node:crypto'
import { PdfBool, PdfName, type PdfStream } from '@libpdf/core'
import type { Box } from './check-boxes.ts'
import type { Finding } from './check-document.ts'
import { isRgb, numberAt, spaceName } from './check-resources.ts'
import type { Resolve } from './open-document.ts'
import type { DrawnImage } from './page-marks.ts'

/** A picture may end this far from the page's edge: beyond the cut, nobody sees it. */
const edgeTolerancePt = 0.5

/** Pixels per inch across the drawn picture, along whichever side has fewer. */
export function effectivePpi({ stream, matrix }: DrawnImage, resolve: Resolve): number {
  const [a, b, c, d] = matrix
  const across = numberAt(stream, 'Width', resolve, 0) / Math.hypot(a, b)
  const up = numberAt(stream, 'Height', resolve, 0) / Math.hypot(c, d)
  return Math.min(across, up) * 72
}

/** Whether a picture covers the page to its edges. One that stands askew does not. */
export function coversPage({ matrix }: DrawnImage, page: Box): boolean {
  const [a, b, c, d, e, f] = matrix
  const isUpright = Math.abs(b) < 1e-6 && Math.abs(c) < 1e-6
  const isTurned = Math.abs(a) < 1e-6 && Math.abs(d) < 1e-6
  if (!isUpright && !isTurned) return false
  const xs = [e, e + a + c]
  const ys = [f, f + b + d]
  return (
    Math.min(...xs) <= page.left + edgeTolerancePt &&
    Math.min(...ys) <= page.bottom + edgeTolerancePt &&
    Math.max(...xs) >= page.right - edgeTolerancePt &&
    Math.max(...ys) >= page.top - edgeTolerancePt
  )
}

/** Resolution and colour of the pictures on one page. */
export function checkImages(
  images: readonly DrawnImage[],
  page: number,
  leastPpi: number,
  resolve: Resolve,
): Finding[] {
  return images.flatMap((image) => {
    const findings: Finding[] = []
    const ppi = effectivePpi(image, resolve)
    // Rounded, for 2625 px over 8.75 in may come out as 299.99.
    if (!(Math.round(ppi * 10) / 10 >= leastPpi)) {
      const message = `A picture has ${Math.floor(ppi)} ppi instead of at least ${leastPpi}.`
      findings.push({ code: 'image_resolution', page, message })
    }
    const { stream } = image
    const stencil = resolve(stream.get('ImageMask'))
    const isStencil = stencil instanceof PdfBool && stencil.value
    const space = resolve(stream.get('ColorSpace'))
    if (isStencil) {
      findings.push({ code: 'transparency', page, message: 'A picture is a stencil.' })
    } else if (!isRgb(space, resolve)) {
      const message = `A picture is ${spaceName(space, resolve)} instead of RGB.`
      findings.push({ code: 'colour_space', page, message })
    } else if (isJpeg(stream, resolve) && jpegComponents(stream.data) !== 3) {
      const message = 'A picture says RGB, and its JPEG has not three components.'
      findings.push({ code: 'colour_space', page, message })
    }
    return findings
  })
}

/** Pages whose picture was printed on an earlier page: by its bytes, for a copy may be another object. */
export function checkRepeatedImages(imagesByPage: readonly (readonly DrawnImage[])[]): Finding[] {
  const firstPage = new Map<string, number>()
  const findings: Finding[] = []
  for (const [index, images] of imagesByPage.entries()) {
    const page = index + 1
    for (const { stream } of images) {
      const digest = createHash('sha256').update(stream.data).digest('hex')
      const before = firstPage.get(digest)
      if (before === undefined) firstPage.set(digest, page)
      else findings.push({ code: 'image_repeated', page, message: `Its picture is that of page ${before}.` })
    }
  }
  return findings
}

export function isJpeg(stream: PdfStream, resolve: Resolve): boolean {
  const filter = resolve(stream.get('Filter'))
  return filter instanceof PdfName && filter.value === 'DCTDecode'
}

/** The count of components in a JPEG's frame header (ITU-T T.81, B.2.2); 0 where there is none. */
function jpegComponents(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 10 < bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return view.getUint8(at + 9)
    at += 2 + view.getUint16(at + 2)
  }
  return 0
}
