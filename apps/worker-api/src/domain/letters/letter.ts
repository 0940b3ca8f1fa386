/** What a letter tells about; the facts are filled in by flows/send-message.ts. */
export type LetterKind =
  | 'preview_ready'
  | 'order_received'
  | 'proof_ready'
  | 'printing'
  | 'shipped'
  | 'went_wrong'
  | 'payment_failed'
  | 'cancelled'
  | 'refunded'
  | 'photo_deleted'

export type LetterFacts = {
  /** The book's title as the shop sells it, never with the child's name: a mail service reads along. */
  title: string
  /** The eight characters that are printed in the book, where the letter is about an order. */
  code?: string | undefined
  copies?: number | undefined
  /** Already written for the reader: `$51.80`. */
  amount?: string | undefined
  /** What went back, or goes back. */
  refund?: string | undefined
  /** Until when the words may be corrected, written for the reader. */
  proofUntil?: string | undefined
  /** When the link below ends, written for the reader. */
  linkUntil?: string | undefined
  tracking?: { carrier: string; number: string } | undefined
}

/** A letter in one language. `button` are the words of its only link; absent where there is nothing to look at. */
export type Letter = { subject: string; paragraphs: string[]; button?: string; closing?: string }

export type Letters = Readonly<Record<LetterKind, (facts: LetterFacts) => Letter>> & {
  readonly signature: string
  /** Under the letter, small: `code` of the order. */
  readonly orderLine: (code: string) => string
  readonly linkLine: (until: string) => string
}
