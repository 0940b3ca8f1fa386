import { type BookTemplate, bookTemplate } from '@foxetales/shared-schemas/book'
import type { BookCatalogue } from '../../ports/book-catalogue.ts'

/** Which books and versions are deployed: `books/catalogue.json`, newest version last. */
interface Catalogue {
  readonly books: readonly { readonly id: string; readonly versions: readonly string[] }[]
}

/**
 * Book templates that travel with the Worker as static assets, which only the Worker can read. Versions are immutable,
 * so a parsed one is kept for as long as the isolate lives.
 */
export function bundledBooks(assets: Fetcher): BookCatalogue {
  const parsed = new Map<string, Promise<BookTemplate | undefined>>()
  let catalogue: Promise<Catalogue> | undefined

  async function asset(path: string): Promise<Response | undefined> {
    const answer = await assets.fetch(`https://assets.internal/templates/${path}`)
    return answer.ok ? answer : undefined
  }

  function readCatalogue(): Promise<Catalogue> {
    catalogue ??= asset('catalogue.json').then((answer) => answer?.json<Catalogue>() ?? { books: [] })
    return catalogue
  }

  function template(id: string, version: string): Promise<BookTemplate | undefined> {
    const path = `${id}/${version}/book.json`
    const known = parsed.get(path)
    if (known) return known
    const reading = asset(path).then(async (answer) =>
      answer ? bookTemplate.parse(await answer.json()) : undefined,
    )
    parsed.set(path, reading)
    // A failed read must not be remembered for ever.
    reading.catch(() => parsed.delete(path))
    return reading
  }

  return {
    async list() {
      const { books } = await readCatalogue()
      const newest = books.map((book) => template(book.id, book.versions.at(-1) ?? ''))
      return (await Promise.all(newest)).filter((book) => book !== undefined)
    },

    async find(id, version) {
      const { books } = await readCatalogue()
      const entry = books.find((book) => book.id === id)
      const wanted = version ?? entry?.versions.at(-1)
      return wanted && entry?.versions.includes(wanted) ? template(id, wanted) : undefined
    },

    file: (bookId, version, file) => asset(`${bookId}/${version}/${file}`),
  }
}
