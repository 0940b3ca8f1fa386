import type { BookTemplate } from '@foxetales/shared-schemas/book'

/** The books a shop sells: immutable template versions. */
export interface BookCatalogue {
  /** The newest version of every book. */
  list(): Promise<BookTemplate[]>
  /** The newest version, or the one an order pinned. */
  find(id: string, version?: string): Promise<BookTemplate | undefined>
  /** A layer of the art, as it lies in the template. */
  file(bookId: string, version: string, file: string): Promise<Response | undefined>
}
