import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FaceRegion, PageArt } from '@foxetales/shared-schemas/book'
import sharp from 'sharp'
import { createImage, createMask, type ImageTensor } from '../src/tensor.ts'
import type { BlankPage } from './draft-pages.ts'

const bookDir = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../books/lantern/v1')
const pagePx = 1024

interface BookPage {
  number: number
  face: FaceRegion | null
  art: PageArt
}

/** The face pages of the book as the handler would send them, blank; every `step`-th of them. */
export async function bookPages(step: number): Promise<BlankPage[]> {
  const book = JSON.parse(await readFile(path.join(bookDir, 'book.json'), 'utf8')) as {
    artPx: number
    pages: BookPage[]
  }
  const withFace = book.pages.filter((page) => page.face !== null)
  return Promise.all(
    withFace.filter((_, index) => index % step === 0).map((page) => blankBookPage(page, book.artPx)),
  )
}

async function blankBookPage({ number, face, art }: BookPage, artPx: number): Promise<BlankPage> {
  if (!face) throw new Error('a page without a face')
  const file = (layer: { file: string }) => path.join(bookDir, layer.file)
  const cutOuts = (...layers: ({ file: string } | undefined)[]) =>
    layers.filter((layer) => layer !== undefined).map((layer) => ({ input: file(layer) }))
  const { tousled } = art.hair
  const base = await sharp(file(art.background))
    .composite(cutOuts(tousled?.back, art.character))
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer()
  const { data } = await sharp(base).resize(pagePx).raw().toBuffer({ resolveWithObject: true })
  const above = cutOuts(tousled?.front, art.front)
  const clear = { width: artPx, height: artPx, channels: 4 as const, background: '#00000000' }
  const whole = await sharp({ create: clear }).composite(above).png({ compressionLevel: 0 }).toBuffer()
  const scale = pagePx / artPx
  const ellipse = `<ellipse cx="${face.cx * scale}" cy="${face.cy * scale}" rx="${face.rx * scale}" ry="${face.ry * scale}" transform="rotate(${face.tilt} ${face.cx * scale} ${face.cy * scale})" fill="#fff"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pagePx}" height="${pagePx}"><rect width="100%" height="100%"/>${ellipse}</svg>`
  const mask = await sharp(Buffer.from(svg)).extractChannel(0).raw().toBuffer()
  const faceMask = createMask(pagePx, pagePx)
  for (const [index, value] of mask.entries()) faceMask.data[index] = value / 255
  return {
    name: `page ${number}`,
    init: toImage(data),
    faceMask,
    prompt: `The child looks ${face.expression ?? 'at us'}.`,
    fringe: await sharp(whole).resize(pagePx).png().toBuffer(),
  }
}

function toImage(bytes: Buffer): ImageTensor {
  const image = createImage(pagePx, pagePx)
  for (const [index, value] of bytes.entries()) image.data[index] = value / 255
  return image
}
