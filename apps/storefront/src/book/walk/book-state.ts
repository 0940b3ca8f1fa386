import type { OrderStatus } from '@foxetales/shared-schemas/order'
import type { PreviewStatus } from '@foxetales/shared-schemas/preview'

/** What opens a preview or an order again: all that is ever kept in the browser. */
export interface Ticket {
  readonly id: string
  readonly token: string
}

/** A fault told to the parent: an error code of the API, or one of the browser's own. */
export interface Problem {
  readonly code: string
  readonly requestId: string
  readonly details: Readonly<Record<string, unknown>>
}

/** Why the parent is back at the form without having asked for it. */
export type Notice = 'erased' | 'expired' | 'gone'

interface WithPreview {
  readonly ticket: Ticket
  readonly preview: PreviewStatus
}

/**
 * Where a parent stands, from the photo to the parcel. One value says all that the page needs to know, so that a reload
 * can begin anywhere and an answer that comes late changes nothing.
 */
export type BookState =
  | { readonly stage: 'choosing'; readonly problem?: Problem; readonly notice?: Notice }
  | { readonly stage: 'sending' }
  /** Before the first status `preview` is missing. */
  | { readonly stage: 'waiting'; readonly ticket: Ticket; readonly preview?: PreviewStatus }
  | ({ readonly stage: 'refused' } & WithPreview)
  | ({ readonly stage: 'failed' } & WithPreview)
  | ({ readonly stage: 'ready'; readonly approving: boolean; readonly problem?: Problem } & WithPreview)
  | ({ readonly stage: 'approved'; readonly problem?: Problem } & WithPreview)
  | ({ readonly stage: 'ordering'; readonly quantity: number } & WithPreview)
  /** The browser is on its way to the checkout. */
  | {
      readonly stage: 'leaving'
      readonly ticket: Ticket
      readonly order: Ticket
      readonly checkoutUrl: string
    }
  | {
      readonly stage: 'following'
      readonly order: Ticket
      readonly status?: OrderStatus
      /** Opens the preview that was ordered, for as long as this tab knows it: only then can its data be deleted from here. */
      readonly ticket?: Ticket
    }

export type BookEvent =
  | { readonly type: 'preview-found'; readonly ticket: Ticket }
  | { readonly type: 'order-found'; readonly order: Ticket; readonly ticket?: Ticket }
  | { readonly type: 'submitted' }
  | { readonly type: 'accepted'; readonly ticket: Ticket }
  | { readonly type: 'not-accepted'; readonly problem: Problem }
  | { readonly type: 'preview-told'; readonly preview: PreviewStatus }
  | { readonly type: 'preview-gone'; readonly id: string }
  | { readonly type: 'approve-pressed' }
  | { readonly type: 'not-approved'; readonly problem: Problem }
  | { readonly type: 'order-pressed'; readonly quantity: number }
  | { readonly type: 'ordered'; readonly order: Ticket; readonly checkoutUrl: string }
  | { readonly type: 'not-ordered'; readonly problem: Problem }
  /** The browser's Back button brought this very page back from the checkout. */
  | { readonly type: 'came-back' }
  | { readonly type: 'order-told'; readonly status: OrderStatus }
  | { readonly type: 'order-gone'; readonly id: string }
  | { readonly type: 'erased' }
  /** The parent goes back to the form: another photo, other words, another book. */
  | { readonly type: 'start-again' }
