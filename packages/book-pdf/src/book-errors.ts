/**
 * A text that cannot be set as it is written: which `field`, what its `limit` is, and, where the face lacks them, which
 * `characters`. The words are fit for the person who wrote the text.
 */
export class BookTextError extends Error {
  readonly field: string
  readonly limit: string
  readonly characters: readonly string[]
  constructor(field: string, limit: string, characters: readonly string[] = []) {
    super(`${field}: ${limit}`)
    this.name = 'BookTextError'
    this.field = field
    this.limit = limit
    this.characters = characters
  }
}

/** What can be wrong with a picture for print. */
export type ImageFault =
  | 'not-jpeg'
  | 'damaged'
  | 'truncated'
  | 'unsupported-coding'
  | 'bit-depth'
  | 'components'
  | 'not-square'
  | 'too-small'

/** A picture that a page cannot be printed from: which page, which fault, and the figures in words. */
export class BookImageError extends Error {
  readonly page: string
  readonly fault: ImageFault
  constructor(page: string, fault: ImageFault, detail: string) {
    super(`${page}: ${detail}`)
    this.name = 'BookImageError'
    this.page = page
    this.fault = fault
  }
}
