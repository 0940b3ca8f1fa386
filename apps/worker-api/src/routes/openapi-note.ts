import type * as z from 'zod'

/** Who may call a route. The staff's roles are ranked: an editor may what a viewer may, an owner everything. */
export type Access =
  | 'anyone'
  | 'preview token'
  | 'order token'
  | 'viewer'
  | 'editor'
  | 'owner'
  | 'signed link'
  | 'signature'

/** One route in words: what the document is made from. A test holds it against the routes that exist. */
export interface RouteNote {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly body?: { readonly type: string; readonly schema: z.ZodType }
  readonly answers: Readonly<Record<number, z.ZodType | string>>
}

export const json = (schema: z.ZodType) => ({ type: 'application/json', schema })
