import type { Find } from './book-problem.ts'
import type { Corners } from './check-boxes.ts'
import type { Resolve } from './check-file.ts'
import type { Matrix } from './page-marks.ts'
import { type PdfDict, PdfName } from './pdf-values.ts'
import type { PdfStreamFacts } from './read-pdf.ts'

/**
 * Bytes of JPEG a pixel below which nothing can be on a picture: one flat colour takes 0.003 to 0.012, whatever the quality;
 * a painted page of our books takes 0.05 and more.
 */
const flatBytesPerPixel = 0.016
/** A tenth of a pixel per inch is rounding. */
const ppiTolerance = 0.1

export interface DrawnPicture {
  readonly dict: PdfDict
  readonly stream: PdfStreamFacts
  readonly matrix: Matrix
}

/** A picture as it lies on its page: kind, coding, sharpness, reach. `area` is what it has to cover. */
export function checkPicture(
  resolve: Resolve,
  { dict, stream, matrix }: DrawnPicture,
  { area, minimumPpi }: { area: Corners; minimumPpi: number },
  find: Find,
): void {
  const value = (key: string) => resolve(dict.get(key))
  const name = (key: string) => {
    const found = value(key)
    return found instanceof PdfName ? found.name : undefined
  }
  if (['SMask', 'Mask', 'SMaskInData'].some((key) => dict.has(key)))
    find('picture_alpha', 'The picture has transparent parts.')
  if (name('ColorSpace') !== 'DeviceRGB' || value('BitsPerComponent') !== 8 || dict.has('Decode'))
    find('picture_colour', 'The picture is not 8-bit RGB.')
  const [width, height] = [Number(value('Width')), Number(value('Height'))]
  if (name('Filter') !== 'DCTDecode') {
    find('picture_coding', 'The picture is not a JPEG.')
  } else {
    checkJpeg(stream, { width, height }, find)
    if (stream.length / (width * height) < flatBytesPerPixel)
      find('picture_flat', 'The picture is one flat colour.')
  }
  const [a, b, c, d, e, f] = matrix
  const ppi = Math.min((width / Math.hypot(a, b)) * 72, (height / Math.hypot(c, d)) * 72)
  if (!(ppi >= minimumPpi - ppiTolerance))
    find('picture_small', `The picture has ${Math.floor(ppi)} ppi instead of ${minimumPpi}.`)
  const [left, bottom, right, top] = area
  const covers = e <= left + 0.01 && f <= bottom + 0.01 && e + a >= right - 0.01 && f + d >= top - 0.01
  if (!covers || b !== 0 || c !== 0)
    find('picture_short', 'The picture does not reach the edges of its place.')
}

/** Marker codes of ITU T.81, table B.1, from its frame header on. */
function checkJpeg(stream: PdfStreamFacts, size: { width: number; height: number }, find: Find): void {
  const { head, tail } = stream
  if (head[0] !== 0xff || head[1] !== 0xd8 || tail[0] !== 0xff || tail[1] !== 0xd9) {
    find('picture_damaged', 'The picture’s JPEG breaks off.')
    return
  }
  const word = (at: number) => ((head[at] ?? 0) << 8) | (head[at + 1] ?? 0)
  for (let at = 2; at + 10 < head.length && head[at] === 0xff; at += 2 + word(at + 2)) {
    const marker = head[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (!isFrame) continue
    if (head[at + 9] !== 3) find('picture_colour', 'The picture’s JPEG is not RGB.')
    else if (word(at + 5) !== size.height || word(at + 7) !== size.width)
      find('picture_damaged', 'The picture’s JPEG is of another size than the file says.')
    return
  }
  find('picture_damaged', 'The picture’s JPEG has no frame.')
}
