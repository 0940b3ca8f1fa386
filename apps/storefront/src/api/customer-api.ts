import type { HairStyle } from '@foxetales/shared-schemas/child'
import type {
  OrderCreated,
  OrderRequest,
  OrderStatus,
  ReorderRequest,
  ShippingQuote,
  TextCorrection,
} from '@foxetales/shared-schemas/order'
import type { PreviewAccepted, PreviewRequest, PreviewStatus } from '@foxetales/shared-schemas/preview'
import { type ApiCall, callApi } from './call-api.ts'

/** `GET /api/books/:id`: what a shop shows of a book. Texts are by language, with `{name}` where the child's name goes. */
export interface BookSummary {
  readonly book_id: string
  readonly title: Readonly<Record<string, string>>
  readonly blurb: Readonly<Record<string, string>>
  readonly languages: readonly string[]
  readonly age_years: { readonly from: number; readonly to: number }
  /** The heads of hair that are drawn throughout the book. */
  readonly hair_styles: readonly HairStyle[]
  readonly preview_pages: readonly number[]
  readonly page_count: number
  readonly price: { readonly currency: string; readonly amount_minor: number }
}

/** What a customer may ask the shop, at `base` (an origin). Every call may throw an `ApiProblem`. */
export interface CustomerApi {
  book(id: string): Promise<BookSummary>
  requestPreview(photo: Blob, request: PreviewRequest, idempotencyKey: string): Promise<PreviewAccepted>
  preview(id: string, token: string, signal?: AbortSignal): Promise<PreviewStatus>
  /** Has one page painted again; free, once a page. */
  redoPage(id: string, page: number, token: string): Promise<PreviewStatus>
  approve(id: string, token: string): Promise<PreviewStatus>
  /** Deletes photo, pages and what was told of the child. */
  erase(previewId: string, token: string): Promise<void>
  /** What sending the book costs and takes; without a country, where the server takes the asker to be. */
  shipping(
    question: { readonly book: string; readonly quantity: number; readonly country?: string },
    signal?: AbortSignal,
  ): Promise<ShippingQuote>
  order(request: OrderRequest, token: string, idempotencyKey: string): Promise<OrderCreated>
  /** While the proof is open: other words, or none but these. */
  correctText(orderId: string, token: string, correction: TextCorrection): Promise<OrderStatus>
  releaseProof(orderId: string, token: string): Promise<OrderStatus>
  /** Before anything was painted. */
  cancelOrder(orderId: string, token: string): Promise<OrderStatus>
  /** More copies of the same book, under an order of their own. */
  reorder(
    orderId: string,
    request: ReorderRequest,
    token: string,
    idempotencyKey: string,
  ): Promise<OrderCreated>
  orderStatus(id: string, token: string, signal?: AbortSignal): Promise<OrderStatus>
}

export function customerApi(base: string): CustomerApi {
  const call = <Answer>(path: string, options?: ApiCall) => callApi<Answer>(base, path, options)
  const id = encodeURIComponent
  return {
    book: (book) => call(`/api/books/${id(book)}`),
    requestPreview(photo, request, idempotencyKey) {
      const body = new FormData()
      body.set('photo', photo, 'photo')
      body.set('request', JSON.stringify(request))
      return call('/api/preview', { method: 'POST', body, idempotencyKey })
    },
    preview: (preview, token, signal) =>
      call(`/api/preview/${id(preview)}`, { token, ...(signal ? { signal } : {}) }),
    redoPage: (preview, page, token) =>
      call(`/api/preview/${id(preview)}/pages/${page}/redo`, { method: 'POST', token }),
    approve: (preview, token) => call(`/api/preview/${id(preview)}/approve`, { method: 'POST', token }),
    erase: (preview, token) => call(`/api/preview/${id(preview)}`, { method: 'DELETE', token }),
    shipping({ book, quantity, country }, signal) {
      const asked = new URLSearchParams({ book_id: book, quantity: String(quantity) })
      if (country) asked.set('country', country)
      return call(`/api/shipping?${asked}`, signal ? { signal } : {})
    },
    order: (request, token, idempotencyKey) =>
      call('/api/orders', { method: 'POST', body: request, token, idempotencyKey }),
    correctText: (order, token, correction) =>
      call(`/api/orders/${id(order)}/text`, { method: 'POST', body: correction, token }),
    releaseProof: (order, token) => call(`/api/orders/${id(order)}/release`, { method: 'POST', token }),
    cancelOrder: (order, token) => call(`/api/orders/${id(order)}/cancel`, { method: 'POST', token }),
    reorder: (order, request, token, idempotencyKey) =>
      call(`/api/orders/${id(order)}/reorder`, { method: 'POST', body: request, token, idempotencyKey }),
    orderStatus: (order, token, signal) =>
      call(`/api/orders/${id(order)}`, { token, ...(signal ? { signal } : {}) }),
  }
}
