import * as z from 'zod'
import { PressFault } from './press-fault.ts'

const request = z.strictObject({
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters'),
  copies: z.int().min(1).max(500),
  pages: z.int().min(1),
  /** The press prices in every currency alike: it takes no money. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters'),
})

/** By the press's own price list, in hundredths: paper and binding, and two ways to send. Throws a fault 400. */
export function quote(body: unknown) {
  const read = request.safeParse(body)
  if (!read.success) {
    const issue = read.error.issues[0]
    const field = issue?.path.join('.')
    throw new PressFault(400, 'invalid_request', issue?.message ?? 'not a request', field || undefined)
  }
  const { copies, pages, currency } = read.data
  const book_minor = copies * (900 + 10 * pages)
  const way = (
    level: string,
    first: number,
    further: number,
    min: number,
    max: number,
    tracked: boolean,
  ) => ({
    level,
    shipping_minor: first + further * (copies - 1),
    book_minor,
    currency,
    days: { min, max },
    tracked,
  })
  return {
    options: [way('standard', 490, 150, 6, 12, false), way('express', 1490, 300, 3, 5, true)],
  }
}
