import type Stripe from 'stripe'
import * as z from 'zod'

/** https://docs.stripe.com/api/pagination */
export const pageParameters = {
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, 'must be between 1 and 100')
    .transform(Number)
    .optional(),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
  expand: z.array(z.string()).optional(),
}

interface PageWanted {
  readonly limit?: number | undefined
  readonly starting_after?: string | undefined
  readonly ending_before?: string | undefined
}

/** One page of what is given oldest first; a page is newest first. */
export function listPage<Item extends { readonly id: string }>(
  oldestFirst: readonly Item[],
  wanted: PageWanted,
  url: string,
): Stripe.ApiList<Item> {
  const limit = wanted.limit ?? 10
  const items = oldestFirst.toReversed()
  const placeOf = (id: string) => items.findIndex((item) => item.id === id)
  if (wanted.ending_before !== undefined) {
    const end = placeOf(wanted.ending_before)
    const begin = Math.max(0, end - limit)
    return { object: 'list', data: items.slice(begin, Math.max(0, end)), has_more: begin > 0, url }
  }
  const begin = wanted.starting_after === undefined ? 0 : placeOf(wanted.starting_after) + 1
  const data = items.slice(begin, begin + limit)
  return { object: 'list', data, has_more: begin + limit < items.length, url }
}
