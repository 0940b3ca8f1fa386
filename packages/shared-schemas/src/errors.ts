import * as z from 'zod'

/** The one table of what can go wrong: HTTP status, whether trying again may help, and words a person can act on. */
export const errorTable = {
  INVALID_REQUEST: { status: 400, retryable: false, message: 'The request is not valid.' },
  MALFORMED_JSON: { status: 400, retryable: false, message: 'The body is not valid JSON.' },
  EMPTY_BODY: { status: 400, retryable: false, message: 'The request has no body.' },
  UNSUPPORTED_CONTENT_TYPE: {
    status: 415,
    retryable: false,
    message: 'Send multipart/form-data or application/json.',
  },
  CONSENT_REQUIRED: {
    status: 400,
    retryable: false,
    message: 'A parent or guardian has to agree before we may use the photo.',
  },
  PHOTO_MISSING: { status: 400, retryable: false, message: 'Please add a photo.' },
  PHOTO_TOO_LARGE: {
    status: 413,
    retryable: false,
    message: 'The photo is larger than 10 MB. Please choose a smaller one.',
  },
  PHOTO_TYPE_UNSUPPORTED: {
    status: 415,
    retryable: false,
    message: 'Please send the photo as JPEG, PNG or WebP.',
  },
  PHOTO_HEIC_UNSUPPORTED: {
    status: 415,
    retryable: false,
    message:
      'This is an iPhone HEIC photo. Please share it as JPEG: in Photos choose Share, Options, Most Compatible.',
  },
  PHOTO_ANIMATED: {
    status: 415,
    retryable: false,
    message: 'The picture is animated. Please send a still photo.',
  },
  PHOTO_TRUNCATED: {
    status: 422,
    retryable: false,
    message: 'The photo is incomplete. Please upload it again.',
  },
  PHOTO_TOO_MANY_PIXELS: {
    status: 422,
    retryable: false,
    message: 'The photo has more than 50 megapixels. Please choose a smaller one.',
  },
  PHOTO_TOO_FEW_PIXELS: {
    status: 422,
    retryable: false,
    message: 'The photo is too small: both sides need at least 256 pixels.',
  },
  BOOK_NOT_FOUND: { status: 404, retryable: false, message: 'There is no such book.' },
  TEXT_NOT_PRINTABLE: {
    status: 422,
    retryable: false,
    message: 'We cannot print this text as it is written. Please change the field that is named.',
  },
  LANGUAGE_NOT_AVAILABLE: {
    status: 422,
    retryable: false,
    message: 'The book is not written in that language.',
  },
  PREVIEW_NOT_FOUND: { status: 404, retryable: false, message: 'There is no such preview.' },
  PREVIEW_NOT_READY: { status: 409, retryable: false, message: 'The preview is not ready yet.' },
  PREVIEW_EXPIRED: {
    status: 410,
    retryable: false,
    message: 'The preview has expired and its photo was deleted. Please start again.',
  },
  PREVIEW_ALREADY_ORDERED: { status: 409, retryable: false, message: 'This preview was already ordered.' },
  SHIPPING_UNAVAILABLE: {
    status: 422,
    retryable: false,
    message: 'We cannot send books to that country yet.',
  },
  REORDER_NOT_POSSIBLE: {
    status: 409,
    retryable: false,
    message: 'More copies can be ordered once the book was printed, and until it is deleted.',
  },
  CANCEL_TOO_LATE: {
    status: 409,
    retryable: false,
    message: 'It is too late to cancel this order by itself. Please write to us.',
  },
  REFUND_TOO_LARGE: {
    status: 409,
    retryable: false,
    message: 'That is more than is left of what was paid.',
  },
  REPRINT_NOT_POSSIBLE: {
    status: 409,
    retryable: false,
    message: 'A book can be sent out again once it was shipped, and until it is deleted.',
  },
  NO_SUCH_PRINTER: { status: 409, retryable: false, message: 'That printer cannot have this book.' },
  DEAD_LETTER_UNREADABLE: {
    status: 409,
    retryable: false,
    message: 'This message cannot be read, so it cannot be sent again.',
  },
  ORDER_NOT_FOUND: { status: 404, retryable: false, message: 'There is no such order.' },
  PAGE_NOT_FOUND: { status: 404, retryable: false, message: 'There is no such page.' },
  PAGE_REDO_USED: {
    status: 409,
    retryable: false,
    message: 'This page was painted again already. Please write to us if it is still not right.',
  },
  ILLEGAL_TRANSITION: {
    status: 409,
    retryable: false,
    message: 'That is not possible in the present state.',
  },
  PROOF_CLOSED: {
    status: 409,
    retryable: false,
    message: 'The book is being bound: its words can no longer be changed.',
  },
  PROOF_NOT_READY: {
    status: 409,
    retryable: true,
    message: 'The pages are still being painted. The proof is there when all of them are.',
  },
  PAGES_CHANGED: {
    status: 409,
    retryable: false,
    message: 'A page was painted again since you looked. Please look at it before you approve.',
  },
  UNAUTHORIZED: {
    status: 401,
    retryable: false,
    message: 'Sign in, or send the token that came with the preview or order.',
  },
  SIGN_IN_UNAVAILABLE: {
    status: 503,
    retryable: true,
    message: 'The sign-in service does not answer.',
  },
  FORBIDDEN: { status: 403, retryable: false, message: 'You may not do that.' },
  NOT_FOUND: { status: 404, retryable: false, message: 'There is nothing here.' },
  METHOD_NOT_ALLOWED: { status: 405, retryable: false, message: 'That method is not allowed here.' },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    retryable: false,
    message: 'This Idempotency-Key was used with another request.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    retryable: true,
    message: 'A request with this Idempotency-Key is still running.',
  },
  SHOP_TICKET_INVALID: {
    status: 403,
    retryable: false,
    message: 'This page has been open for too long. Please reload it.',
  },
  RATE_LIMITED: {
    status: 429,
    retryable: true,
    message: 'Too many previews from here. Please wait a minute.',
  },
  SIGNATURE_INVALID: { status: 401, retryable: false, message: 'The signature does not match.' },
  WEBHOOK_WRONG_MODE: {
    status: 400,
    retryable: false,
    message: 'Test events are not taken where real money is, and the other way round.',
  },
  FILE_LINK_INVALID: { status: 403, retryable: false, message: 'The link is not valid or has expired.' },
  FILE_NOT_FOUND: { status: 404, retryable: false, message: 'The file does not exist any more.' },
  FILE_TOO_LARGE: { status: 413, retryable: false, message: 'The file is larger than this link allows.' },
  DRAFT_NOT_PRINTABLE: { status: 409, retryable: false, message: 'A draft cannot be sent to this printer.' },
  ASSEMBLY_FAILED: { status: 500, retryable: true, message: 'The book could not be assembled.' },
  GPU_PROVIDER_UNAVAILABLE: { status: 503, retryable: true, message: 'The picture service does not answer.' },
  GPU_PROVIDER_REFUSED: { status: 502, retryable: false, message: 'The picture service refused the job.' },
  PAYMENT_UNAVAILABLE: { status: 503, retryable: true, message: 'The payment service does not answer.' },
  PAYMENT_REFUSED: { status: 502, retryable: false, message: 'The payment service refused the request.' },
  MAIL_UNAVAILABLE: { status: 503, retryable: true, message: 'The mail service does not answer.' },
  MAIL_REFUSED: { status: 502, retryable: false, message: 'The mail service refused the message.' },
  STOREFRONT_UNAVAILABLE: { status: 503, retryable: true, message: 'The shop does not answer.' },
  STOREFRONT_REFUSED: { status: 502, retryable: false, message: 'The shop refused the request.' },
  PRINT_VENDOR_UNAVAILABLE: { status: 503, retryable: true, message: 'The printer does not answer.' },
  PRINT_VENDOR_REFUSED: { status: 502, retryable: false, message: 'The printer refused the files.' },
  BAD_ENVIRONMENT: { status: 503, retryable: false, message: 'The service is not configured completely.' },
  INTERNAL: { status: 500, retryable: true, message: 'Something went wrong on our side.' },
} as const satisfies Record<string, { status: number; retryable: boolean; message: string }>

export type ErrorCode = keyof typeof errorTable

/** Thrown anywhere, caught in three places: the route error handler, the queue consumer and the job handler. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, unknown>
  constructor(code: ErrorCode, details: Record<string, unknown> = {}, cause?: unknown) {
    super(errorTable[code].message, { cause })
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
  get retryable(): boolean {
    return errorTable[this.code].retryable
  }
}

/** The one shape of an error answer. */
export const errorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
    request_id: z.string(),
    timestamp: z.iso.datetime(),
    retryable: z.boolean(),
  }),
})
export type ErrorBody = z.infer<typeof errorBody>
