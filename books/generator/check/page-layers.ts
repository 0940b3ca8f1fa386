import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ArtFile, PageArt } from '@foxetales/shared-schemas/book'
import sharp from 'sharp'

/** The layers of a page that could be read, by a name for people (`hair bob back`), and what is wrong with the others. */
export interface PageLayers {
  readonly layers: ReadonlyMap<string, Buffer>
  readonly problems: readonly string[]
  readonly bytes: number
}

/** Reads every layer that book.json names: it must be there, be that very file, be an image, and have the book's size. */
export async function readPageLayers(bookDir: string, art: PageArt, artPx: number): Promise<PageLayers> {
  const problems: string[] = []
  const layers = new Map<string, Buffer>()
  let weight = 0
  for (const [name, { file, sha256 }] of artFiles(art)) {
    const bytes = await readFile(path.join(bookDir, file)).catch(() => undefined)
    if (!bytes) {
      problems.push(`${name} is missing: there is no ${file}`)
      continue
    }
    weight += bytes.length
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      problems.push(`${name} is not the file that book.json names: write its new sha256 there`)
    }
    const { width, height } = await sharp(bytes)
      .metadata()
      .catch(() => ({ width: 0, height: 0 }))
    if (width === 0) problems.push(`${name} cannot be read as an image: save ${file} as WebP again`)
    else if (width !== artPx || height !== artPx) {
      problems.push(`${name} is ${width} × ${height}, not ${artPx} square`)
    } else layers.set(name, bytes)
  }
  return { layers, problems, bytes: weight }
}

function artFiles({ hair, ...layers }: PageArt): [string, ArtFile][] {
  const heads = Object.entries(hair).flatMap(([style, head]) => [
    [`hair ${style} back`, head.back] as const,
    [`hair ${style} front`, head.front] as const,
  ])
  return [...Object.entries(layers), ...heads].flatMap(([name, file]): [string, ArtFile][] =>
    file ? [[name, file]] : [],
  )
}
