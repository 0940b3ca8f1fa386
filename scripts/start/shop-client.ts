import type { OrderCreated, OrderStatus } from '@foxetales/shared-schemas/order'
import type { PreviewAccepted, PreviewStatus } from '@foxetales/shared-schemas/preview'

/** The shop refused, in the one shape: its sentence is for people. */
export class ShopRefusal extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'ShopRefusal'
    this.code = code
  }
}

export interface PreviewWish {
  readonly photo: Uint8Array<ArrayBuffer>
  readonly name: string
  readonly book: string
  readonly skinTone: number
  readonly language: string
}

/** The public API as a browser would use it. */
export function shopClient(baseUrl: string) {
  async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
    const answer = await fetch(new URL(path, baseUrl), init)
    const body: unknown = await answer.json()
    if (answer.ok) return body as T
    const { error } = body as {
      error: { code: string; message: string; details?: { issues?: { problem: string }[] } }
    }
    const problems = error.details?.issues?.map((issue) => issue.problem) ?? []
    throw new ShopRefusal(error.code, [error.message, ...problems].join(' '))
  }
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

  return {
    async isReady(): Promise<boolean> {
      try {
        return (await fetch(new URL('/ready', baseUrl))).ok
      } catch {
        return false
      }
    },
    requestPreview(wish: PreviewWish): Promise<PreviewAccepted> {
      const form = new FormData()
      form.set('photo', new Blob([wish.photo]), 'photo')
      form.set(
        'request',
        JSON.stringify({
          book_id: wish.book,
          child: { name: wish.name, pronouns: 'they', skin_tone: wish.skinTone },
          language: wish.language,
          consent: { guardian: true, version: '2026-11' },
        }),
      )
      return call('/api/preview', { method: 'POST', body: form })
    },
    readPreview: (id: string, token: string): Promise<PreviewStatus> =>
      call(`/api/preview/${id}`, { headers: bearer(token) }),
    approve: (id: string, token: string): Promise<PreviewStatus> =>
      call(`/api/preview/${id}/approve`, { method: 'POST', headers: bearer(token) }),
    order: (previewId: string, token: string): Promise<OrderCreated> =>
      call('/api/orders', {
        method: 'POST',
        headers: { ...bearer(token), 'content-type': 'application/json' },
        body: JSON.stringify({ preview_id: previewId }),
      }),
    /** The parent has read the proof and lets the book go. */
    release: (id: string, token: string): Promise<OrderStatus> =>
      call(`/api/orders/${id}/release`, { method: 'POST', headers: bearer(token) }),
    readOrder: (id: string, token: string): Promise<OrderStatus> =>
      call(`/api/orders/${id}`, { headers: bearer(token) }),
    async download(url: string): Promise<Uint8Array> {
      const answer = await fetch(url)
      if (!answer.ok) throw new Error(`a file could not be downloaded (${answer.status})`)
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}
export type ShopClient = ReturnType<typeof shopClient>
