import type { BookTemplate } from '@foxetales/shared-schemas/book'

/** Whom a title speaks of where the child's name must not go: to a payment service, to a printer's list of jobs. */
const anyChild = { en: 'Your child', vi: 'Bé yêu' } as const

/** A book's title for other companies' eyes, in the story's language. */
export function namelessTitle(
  book: Pick<BookTemplate, 'id' | 'title'>,
  language: keyof typeof anyChild,
): string {
  return (book.title[language] ?? book.id).replaceAll('{name}', anyChild[language])
}
