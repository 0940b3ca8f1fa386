import { BookImageError } from './book-errors.ts'
import { type PrintableJpeg, readJpeg } from './read-jpeg.ts'

/**
 * A square picture for a square of `sidePt` points, sharp enough for print. Throws BookImageError: readJpeg's faults,
 * 'not-square', and 'too-small' below `minimumPpi`.
 */
export function readPrintImage(
  jpeg: Uint8Array,
  page: string,
  wanted: { sidePt: number; minimumPpi: number },
): PrintableJpeg {
  const image = readJpeg(jpeg, page)
  const { widthPx, heightPx } = image
  if (widthPx !== heightPx) {
    throw new BookImageError(page, 'not-square', `is ${widthPx} × ${heightPx} px instead of square`)
  }
  const neededPx = Math.round((wanted.sidePt / 72) * wanted.minimumPpi)
  if (widthPx < neededPx) {
    const ppi = Math.floor((widthPx / wanted.sidePt) * 72)
    throw new BookImageError(
      page,
      'too-small',
      `is ${widthPx} px wide (${ppi} ppi); ${wanted.minimumPpi} ppi need ${neededPx} px`,
    )
  }
  return image
}
