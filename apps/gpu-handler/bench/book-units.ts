import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bookTemplate, type PageArt } from '@foxetales/shared-schemas/book'
import type { BookPageUnit, SourceFile } from '@foxetales/shared-schemas/unit'
import { type FakeEdge, SECRET } from '../test/fake-edge.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const bookFolder = join(root, 'books/lantern/v1')
const PRINT_PX = 2625

/** Every page of the real book as a paid unit, for the sample photo; its files lie on the played edge. */
export async function bookUnits(edge: FakeEdge): Promise<BookPageUnit[]> {
  const book = bookTemplate.parse(JSON.parse(await readFile(join(bookFolder, 'book.json'), 'utf8')))
  const photo = await offer(edge, 'photo', join(root, 'samples/astronaut.png'))
  return Promise.all(
    book.pages.map(async (page): Promise<BookPageUnit> => {
      const target = (name: string, contentType: string) => ({
        url: `${edge.url}/${page.number}/${name}`,
        contentType,
      })
      return {
        unitId: crypto.randomUUID(),
        jobId: crypto.randomUUID(),
        attempt: 1,
        callback: { url: `${edge.url}/callback`, secret: SECRET, heartbeatMs: 3000 },
        kind: 'book-page',
        commercial: false,
        workflow: page.face ? 'book-page-print.v1' : 'book-page-faceless-print.v1',
        seed: page.number,
        photo,
        look: { skin_tone: 5, hair: { colour: 'dark-brown', style: 'tousled' } },
        prompt: page.prompt,
        artPx: book.artPx,
        characterColours: book.characterColours,
        face: page.face,
        light: page.light,
        layers: await layersOf(edge, page.art),
        outputs: {
          page: target('page.png', 'image/png'),
          person: target('person.png', 'image/png'),
          preview: target('preview.webp', 'image/webp'),
          thumbnail: target('thumbnail.webp', 'image/webp'),
          print: { ...target('print.jpg', 'image/jpeg'), sizePx: PRINT_PX },
        },
      }
    }),
  )
}

async function layersOf(edge: FakeEdge, art: PageArt): Promise<BookPageUnit['layers']> {
  const layer = ({ file }: { file: string }) => offer(edge, file, join(bookFolder, file))
  const hair = art.hair['tousled']
  return {
    background: await layer(art.background),
    character: await layer(art.character),
    personMask: await layer(art.personMask),
    parts: await layer(art.parts),
    hair: {
      ...(hair?.back ? { back: await layer(hair.back) } : {}),
      ...(hair?.front ? { front: await layer(hair.front) } : {}),
      tinted: true,
    },
    ...(art.front ? { front: await layer(art.front) } : {}),
  }
}

async function offer(edge: FakeEdge, name: string, file: string): Promise<SourceFile> {
  const bytes = await readFile(file)
  edge.files.set(`/${name}`, bytes)
  return { url: `${edge.url}/${name}`, sha256: createHash('sha256').update(bytes).digest('hex') }
}
