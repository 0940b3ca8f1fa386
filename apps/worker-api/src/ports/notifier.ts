/** A letter, ready to be sent: plain text and the same in HTML. No picture in it, and no child's name. */
export type Mail = {
  /** The message's row: the service sends it once, however often it is asked within a day. */
  id: string
  to: string
  subject: string
  text: string
  html: string
}

/**
 * Who carries our letters. Throws AppError `MAIL_UNAVAILABLE` (ask again, under the same id) or `MAIL_REFUSED` (asking
 * again will not help: the address is none, or the service does not let us send).
 */
export interface Notifier {
  readonly name: string
  /** Answers the service's name for the letter. */
  send(mail: Mail): Promise<{ ref: string }>
}
