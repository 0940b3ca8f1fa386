import type { PrintFormat } from '@foxetales/shared-schemas/print-format'
import { casewrapFormat, coverGeometry } from '../src/cover-geometry.ts'
import type { OpenFaces } from '../src/open-face.ts'
import { planInterior } from '../src/plan-interior.ts'
import { planPrint } from '../src/print-plan.ts'
import { type BookOrder, writeBook } from '../src/write-book.ts'
import { sampleFaces, samplePicture, sampleTemplate } from './sample-book.ts'

export const childName = 'Nguyễn Thị Ánh'
export const printedAt = new Date('2026-11-21T08:00:00Z')
/** Pictures in tests are small; the rule about their size has a test of its own. */
export const smallPx = 320
export const smallPicturePpi = 30

/** Collects what a writer writes. */
export function sink() {
  const chunks: Uint8Array[] = []
  return {
    write: async (chunk: Uint8Array) => {
      chunks.push(chunk.slice())
    },
    bytes: () => new Uint8Array(Buffer.concat(chunks)),
  }
}

export interface BookWish extends Partial<Omit<BookOrder, 'image' | 'interior' | 'cover' | 'pages'>> {
  readonly storyPages?: number
  readonly name?: string
  readonly language?: 'en' | 'vi'
  readonly image?: (page: number | 'cover') => Promise<Uint8Array>
  /** The second file of two. */
  readonly file?: 'book' | 'cover'
}

const pictureNumber = (master: number | 'cover') => (master === 'cover' ? 0 : master)

/** Everything that writing one file of the sample book takes. */
export async function sampleOrder(wish: BookWish = {}): Promise<BookOrder> {
  const faces: OpenFaces = wish.faces ?? (await sampleFaces())
  const words = {
    template: sampleTemplate(wish.storyPages ?? 35),
    childName: wish.name ?? childName,
    pronouns: 'she',
    language: wish.language ?? 'vi',
  } as const
  const format: PrintFormat = wish.format ?? casewrapFormat
  const interior = planInterior({ ...words, orderCode: 'FX-12AB34', typeface: faces.name })
  const plan = planPrint(format, interior)
  return {
    pages: plan[wish.file ?? 'book'],
    format,
    interior,
    cover: words,
    sheet: wish.sheet ?? coverGeometry(Math.max(24, plan.declaredPages)),
    faces,
    image: wish.image ?? ((master) => samplePicture(smallPx, pictureNumber(master))),
    madeFrom: wish.madeFrom ?? [],
    write: wish.write ?? (async () => undefined),
    now: wish.now ?? printedAt,
    minimumPpi: wish.minimumPpi ?? smallPicturePpi,
    ...(wish.overlay ? { overlay: wish.overlay } : {}),
  }
}

/** The sample book as one file; its interior unless the cover is asked for. */
export async function writtenBook(wish: BookWish = {}) {
  const file = sink()
  const order = await sampleOrder({ ...wish, write: file.write })
  return { order, result: await writeBook(order), bytes: file.bytes() }
}
