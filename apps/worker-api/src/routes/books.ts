import type { BookTemplate } from '@foxetales/shared-schemas/book'
import { AppError } from '@foxetales/shared-schemas/errors'
import { Hono } from 'hono'
import { drawnHairStyles } from '../domain/drawn-hair-styles.ts'
import type { AppEnv } from './context.ts'

export const books = new Hono<AppEnv>()

books.get('/api/books', async (c) => {
  const templates = await c.get('services').books.list()
  return c.json({ books: templates.map(summary) })
})

books.get('/api/books/:id', async (c) => {
  const book = await c.get('services').books.find(c.req.param('id'))
  if (!book) throw new AppError('BOOK_NOT_FOUND')
  const pages = book.pages.map((page) => ({
    page: page.number,
    text: page.text,
    shows_face: page.face !== null,
  }))
  return c.json({ ...summary(book), pages })
})

/** What a shop shows; prompts and art stay inside. */
function summary(book: BookTemplate) {
  return {
    book_id: book.id,
    version: book.version,
    title: book.title,
    blurb: book.blurb,
    languages: book.languages,
    age_years: book.ageYears,
    hair_styles: drawnHairStyles(book),
    preview_pages: book.previewPages,
    page_count: book.pages.length,
    price: { currency: book.price.currency, amount_minor: book.price.amountMinor },
  }
}
