import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { BookTemplate, FaceRegion, PageArt } from '@foxetales/shared-schemas/book'
import { defaultHairStyle, type HairStyle } from '@foxetales/shared-schemas/child'
import sharp from 'sharp'
import { paintedFace } from './rig/painted-face.ts'
import { pageUnits } from './svg.ts'
import { artPx } from './write-book.ts'

const tilePx = 320
const gapPx = 12

/**
 * All pages with a simple painted face where the real child's will be: to look at, not to sell. `styles` are worn in turn,
 * page by page.
 */
export const contactSheet = async (
  bookDir: string,
  pages: readonly { art: PageArt; face: FaceRegion | null }[],
  styles: readonly HairStyle[] = [defaultHairStyle],
  columns = 6,
): Promise<Buffer> => {
  const tiles = await Promise.all(
    pages.map((page, index) => tile(bookDir, page, styles[index % styles.length] ?? defaultHairStyle)),
  )
  return sharp({
    create: {
      width: columns * (tilePx + gapPx) + gapPx,
      height: Math.ceil(tiles.length / columns) * (tilePx + gapPx) + gapPx,
      channels: 3,
      background: '#fdf8ec',
    },
  })
    .composite(
      tiles.map((input, index) => ({
        input,
        left: gapPx + (index % columns) * (tilePx + gapPx),
        top: gapPx + Math.floor(index / columns) * (tilePx + gapPx),
      })),
    )
    .png()
    .toBuffer()
}

const tile = async (
  bookDir: string,
  { art, face }: { art: PageArt; face: FaceRegion | null },
  style: HairStyle,
): Promise<Buffer> => {
  const layer = (file: { file: string } | undefined) =>
    file ? [{ input: path.join(bookDir, file.file) }] : []
  const unit = pageUnits / artPx
  const drawn = face
    ? [
        {
          input: Buffer.from(
            `<svg xmlns="http://www.w3.org/2000/svg" width="${artPx}" height="${artPx}" viewBox="0 0 ${pageUnits} ${pageUnits}">${paintedFace({ x: face.cx * unit, y: face.cy * unit, rx: face.rx * unit, ry: face.ry * unit, tilt: face.tilt })}</svg>`,
          ),
        },
      ]
    : []
  const hair = art.hair[style] ?? art.hair[defaultHairStyle]
  const whole = await sharp(path.join(bookDir, art.background.file))
    .composite([
      ...layer(hair?.back),
      ...layer(art.character),
      ...drawn,
      ...layer(hair?.front),
      ...layer(art.front),
    ])
    .png({ compressionLevel: 1 })
    .toBuffer()
  return sharp(whole).resize(tilePx).png().toBuffer()
}

/** Reads the pages of a written book for its contact sheet, the cover last. */
export const pagesOf = async (bookDir: string) => {
  const book = JSON.parse(await readFile(path.join(bookDir, 'book.json'), 'utf8')) as BookTemplate
  return [...book.pages, book.cover]
}
