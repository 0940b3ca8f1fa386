import type { ErrorCode } from '@foxetales/shared-schemas/errors'
import type { photoAdvice } from '@foxetales/shared-schemas/preview'
import type { PhotoFault } from '../photo/read-photo.ts'

/** Every fault a parent can meet has a sentence that says what to do; what is not here says `INTERNAL`. */
export type ProblemCode =
  | PhotoFault
  | keyof typeof photoAdvice
  | Extract<
      ErrorCode,
      | 'INTERNAL'
      | 'INVALID_REQUEST'
      | 'CONSENT_REQUIRED'
      | 'PHOTO_TOO_LARGE'
      | 'PHOTO_TOO_FEW_PIXELS'
      | 'TEXT_NOT_PRINTABLE'
      | 'BOOK_NOT_FOUND'
      | 'RATE_LIMITED'
      | 'PREVIEW_NOT_FOUND'
      | 'PREVIEW_NOT_READY'
      | 'PREVIEW_EXPIRED'
      | 'PREVIEW_ALREADY_ORDERED'
      | 'ILLEGAL_TRANSITION'
      | 'PROOF_CLOSED'
      | 'SHOP_TICKET_INVALID'
      | 'PAGE_REDO_USED'
      | 'PAYMENT_UNAVAILABLE'
      | 'SHIPPING_UNAVAILABLE'
      | 'PRINT_VENDOR_UNAVAILABLE'
    >
  | 'NO_CONNECTION'
  | 'SHOP_UNAVAILABLE'

export const englishProblems: Record<ProblemCode, string> = {
  PHOTO_EMPTY: 'This file is empty. Please choose another.',
  PHOTO_NOT_A_PICTURE: 'This is not a photo we can open. Please choose a JPEG, PNG or WebP picture.',
  PHOTO_HEIC_UNSUPPORTED:
    'This browser cannot open iPhone HEIC photos. On the iPhone, choose Share, Options, Most Compatible; or open this page in Safari.',
  PHOTO_FILE_TOO_LARGE: 'This file is larger than 60 MB. Please choose a smaller photo.',
  PHOTO_UNREADABLE: 'This photo is damaged or incomplete. Please choose it again, or another one.',
  PHOTO_TOO_SMALL: 'This photo is too small: it needs at least 500 pixels on its shorter side.',
  NO_FACE:
    'We could not find a face. Please choose a photo in which the face looks at the camera in good light.',
  SEVERAL_FACES:
    'There are several faces in it. Move closer to your child’s, or choose a photo of one child alone.',
  FACE_TOO_SMALL: 'The face is too small. Move closer, or choose a photo that was taken from nearer.',
  PHOTO_BLURRED: 'The face is blurred. Please choose a sharper photo.',
  FACE_TURNED_AWAY: 'The face is turned away. Please choose a photo in which your child looks at the camera.',
  PHOTO_TOO_LARGE: 'The photo is larger than 10 MB. Please choose a smaller one.',
  PHOTO_TOO_FEW_PIXELS: 'The photo is too small. Please show more of it, or choose a larger one.',
  INVALID_REQUEST: 'Something in the form could not be read. Please look at it again.',
  CONSENT_REQUIRED: 'We need your agreement before we may use the photo.',
  TEXT_NOT_PRINTABLE: 'We cannot print this text as it is written. Please change the marked field.',
  BOOK_NOT_FOUND: 'This book cannot be ordered at the moment.',
  RATE_LIMITED: 'Many previews were asked for from here. Please wait a minute and try again.',
  PREVIEW_NOT_FOUND: 'This preview does not exist any more. Please start again.',
  PREVIEW_NOT_READY: 'The pages are not all ready yet. Please wait a moment.',
  PREVIEW_EXPIRED: 'This preview has expired and its photo was deleted. Please start again.',
  PREVIEW_ALREADY_ORDERED: 'These pages were already ordered.',
  ILLEGAL_TRANSITION:
    'That is not possible just now: a paid book is being made. Please ask us to cancel it first.',
  PAGE_REDO_USED: 'This page was painted again already. Please write to us if it is still not right.',
  PROOF_CLOSED: 'The book is being bound: its words can no longer be changed.',
  PAYMENT_UNAVAILABLE:
    'The payment service does not answer. Nothing was charged; please try again in a minute.',
  SHIPPING_UNAVAILABLE: 'We cannot send the book to this country. Please choose another.',
  PRINT_VENDOR_UNAVAILABLE: 'The printer does not tell its prices just now. Please ask again in a minute.',
  SHOP_UNAVAILABLE: 'The shop did not answer. Nothing was lost; please try again in a minute.',
  SHOP_TICKET_INVALID: 'This page has been open for a long time. Please reload it.',
  NO_CONNECTION: 'There is no connection. Nothing was lost; please try again when you are online.',
  INTERNAL: 'Something went wrong on our side. Nothing was charged. Please try again in a minute.',
}
