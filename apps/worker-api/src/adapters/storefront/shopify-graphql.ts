import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import type { ShopKey } from '../../ports/storefront.ts'

/** Stable for at least a year from its name: https://shopify.dev/docs/api/usage/versioning */
export const apiVersion = '2026-10'
const timeoutMs = 10_000

export type GraphqlAccess = {
  readonly fetch: typeof fetch
  /** The root of a shop's admin: `https://<shop>/admin`. */
  readonly adminUrl: (shop: string) => string
}

const answer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() }))
    .optional(),
})
/** What went wrong with a mutation is told inside a 200. */
export const userErrors = z.array(
  z.object({ field: z.array(z.string()).nullish(), message: z.string(), code: z.string().nullish() }),
)

/**
 * One call to the Admin GraphQL API; its `data`, read by `schema`. No answer, 5xx, 429 and THROTTLED are
 * STOREFRONT_UNAVAILABLE, as is a key that is not taken (the shop's owner has to open the app again); what the shop
 * refuses is STOREFRONT_REFUSED. Messages stay out of the details: they may repeat an address.
 */
export async function callShopify<Schema extends z.ZodType>(
  access: GraphqlAccess,
  key: ShopKey,
  query: string,
  variables: Record<string, unknown>,
  schema: Schema,
): Promise<z.output<Schema>> {
  const response = await send(access, key, query, variables)
  if (response.status >= 500 || response.status === 429)
    throw new AppError('STOREFRONT_UNAVAILABLE', { status: response.status })
  if (response.status === 401 || response.status === 403)
    throw new AppError('STOREFRONT_UNAVAILABLE', { status: response.status, reason: 'unauthorized' })
  if (!response.ok) throw new AppError('STOREFRONT_REFUSED', { status: response.status })
  const read = answer.safeParse(await response.json().catch(() => undefined))
  if (!read.success) throw new AppError('STOREFRONT_UNAVAILABLE', { reason: 'bad_answer' })
  const codes = read.data.errors?.map((error) => error.extensions?.code ?? 'UNKNOWN')
  if (codes?.includes('THROTTLED') || codes?.includes('INTERNAL_SERVER_ERROR'))
    throw new AppError('STOREFRONT_UNAVAILABLE', { codes })
  if (codes) throw new AppError('STOREFRONT_REFUSED', { codes })
  const data = schema.safeParse(read.data.data)
  if (!data.success) throw new AppError('STOREFRONT_UNAVAILABLE', { reason: 'bad_answer' })
  return data.data
}

async function send(
  access: GraphqlAccess,
  key: ShopKey,
  query: string,
  variables: Record<string, unknown>,
): Promise<Response> {
  try {
    return await access.fetch(`${access.adminUrl(key.shop)}/api/${apiVersion}/graphql.json`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-shopify-access-token': key.accessToken,
      },
      body: JSON.stringify({ query, variables }),
      // A followed redirect would show the key to another host.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
  } catch (cause) {
    throw new AppError('STOREFRONT_UNAVAILABLE', {}, cause)
  }
}
