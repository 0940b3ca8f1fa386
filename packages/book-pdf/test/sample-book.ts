import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { BookTemplate } from '@foxetales/shared-schemas/book'
import sharp from 'sharp'
import { type BookFonts, type OpenFaces, openFaces } from '../src/open-face.ts'

const require = createRequire(import.meta.url)
const face = async (file: string) => new Uint8Array(await readFile(file))

/** The families the shop prints with, the usual one first. */
export async function sampleFamilies(): Promise<readonly [BookFonts, BookFonts]> {
  return [
    {
      family: 'literata',
      name: 'Literata',
      body: await face(require.resolve('@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf')),
      display: await face(
        require.resolve('@expo-google-fonts/literata/600SemiBold/Literata_600SemiBold.ttf'),
      ),
    },
    {
      family: 'noto-serif',
      name: 'Noto Serif',
      body: await face(require.resolve('@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf')),
      display: await face(
        require.resolve('@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf'),
      ),
    },
  ]
}

let opened: Promise<OpenFaces> | undefined

/** The usual family, ready to measure with. */
export function sampleFaces(): Promise<OpenFaces> {
  opened ??= sampleFamilies().then(([usual]) => openFaces(usual))
  return opened
}

const file = { file: 'x.webp', sha256: '0'.repeat(64) }
const art = { background: file, character: file, personMask: file, parts: file, hair: {} }

/** A template with `pages` story pages, for text and geometry; its art does not exist. */
export function sampleTemplate(pages = 35): BookTemplate {
  return {
    id: 'sample',
    version: 'v1',
    title: { en: '{name} and the Sample', vi: '{name} và cuốn sách mẫu' },
    blurb: { en: 'A book in which {name} tests {themself}.', vi: 'Cuốn sách mà {name} là nhân vật chính.' },
    languages: ['en', 'vi'],
    ageYears: { from: 4, to: 8 },
    artPx: 1536,
    characterColours: { skin: '#dba57c', hair: '#6b4a35' },
    previewPages: [1, 2, 3],
    price: { currency: 'USD', amountMinor: 4490 },
    cover: {
      prompt: 'a child and a fox',
      face: null,
      light: {},
      art,
      titleBox: { x: 0.15, y: 0.12, width: 0.7, height: 0.25 },
      ink: '#3a2f2a',
    },
    pages: Array.from({ length: pages }, (_, index) => ({
      number: index + 1,
      prompt: 'a child and a fox in a meadow',
      face: null,
      light: {},
      art,
      text: {
        en: `Page ${index + 1}: {name} held the lantern, and {they} smiled at {their} friend.`,
        vi: `Trang ${index + 1}: {name} giơ cao chiếc đèn lồng và mỉm cười với bạn cáo.`,
      },
      textBox: { x: 0.12, y: 0.1, width: 0.76, height: 0.22 },
      ink: '#3a2f2a',
    })),
  }
}

/** A square RGB JPEG with a gradient, so that no two pages are the same picture. */
export async function samplePicture(sizePx: number, number: number): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}"><defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="hsl(${(number * 37) % 360} 50% 80%)"/><stop offset="1" stop-color="hsl(${(number * 53) % 360} 45% 60%)"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).removeAlpha().jpeg({ quality: 90 }).toBuffer())
}
