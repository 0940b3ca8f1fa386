import type { BookTemplate } from '@foxetales/shared-schemas/book'

/** What a job asks of the picture engine, before it has rows: one entry a unit. */
export interface PlannedUnit {
  readonly kind: 'check-photo' | 'book-page' | 'print-master'
  /** What the unit makes: `photo`, `page_07`, `cover`. */
  readonly slot: string
}

/** The slot of story page `number`, as it stands in keys and rows: `page_07`. */
export function pageSlot(number: number): string {
  return `page_${String(number).padStart(2, '0')}`
}

/** The story page number of a slot, or undefined for `photo` and `cover`. */
export function slotPage(slot: string): number | undefined {
  const match = /^page_(\d{2,})$/.exec(slot)
  return match ? Number(match[1]) : undefined
}

/** The three pages a parent sees before paying, in the order of the story. */
export function planPreview(book: BookTemplate): PlannedUnit[] {
  return [...book.previewPages]
    .sort((a, b) => a - b)
    .map((number) => ({ kind: 'book-page', slot: pageSlot(number) }))
}

/** The paid book: every page not yet approved, the cover, and print masters of the pages that were approved. */
export function planBook(book: BookTemplate, approvedSlots: readonly string[]): PlannedUnit[] {
  const approved = new Set(approvedSlots)
  const pages = book.pages.map((page): PlannedUnit => {
    const slot = pageSlot(page.number)
    return { kind: approved.has(slot) ? 'print-master' : 'book-page', slot }
  })
  return [...pages, { kind: 'book-page', slot: 'cover' }]
}

/** GPU-seconds a unit is expected to cost, for fair shares; the measured time settles the account afterwards. */
export function expectedSeconds(kind: PlannedUnit['kind']): number {
  return kind === 'book-page' ? 12 : 2
}

/** Which pool of workers runs a unit: sampling and the upscaler need a GPU, a photo's check does not. */
export function poolOf(kind: string): 'gpu' | 'cpu' {
  return kind === 'check-photo' ? 'cpu' : 'gpu'
}
