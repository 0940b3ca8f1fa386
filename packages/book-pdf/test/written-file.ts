import { planInterior } from '../src/plan-interior.ts'
import { writeInterior } from '../src/write-interior.ts'
import { sampleFonts, samplePicture, sampleTemplate } from './sample-book.ts'

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

export interface InteriorWish {
  readonly storyPages?: number
  readonly name?: string
  readonly language?: 'en' | 'vi'
  readonly now?: Date
  readonly image?: (page: number) => Promise<Uint8Array>
  readonly minimumPpi?: number
}

/** The sample book's interior as one file. */
export async function writtenInterior(wish: InteriorWish = {}) {
  const file = sink()
  const plan = planInterior({
    template: sampleTemplate(wish.storyPages ?? 35),
    childName: wish.name ?? childName,
    pronouns: 'she',
    language: wish.language ?? 'vi',
    orderCode: 'FX-12AB34',
  })
  const result = await writeInterior({
    plan,
    fonts: await sampleFonts(),
    image: wish.image ?? ((page) => samplePicture(smallPx, page)),
    write: file.write,
    now: wish.now ?? printedAt,
    minimumPpi: wish.minimumPpi ?? smallPicturePpi,
  })
  return { plan, result, bytes: file.bytes() }
}
