/** An error in the press's own shape: `{error: {code, message, field?}}`. */
export class PressFault extends Error {
  readonly status: 400 | 401 | 404 | 409 | 500
  readonly code: string
  readonly field: string | undefined

  constructor(status: PressFault['status'], code: string, message: string, field?: string) {
    super(message)
    this.status = status
    this.code = code
    this.field = field
  }

  body() {
    const { code, message, field } = this
    return { error: { code, message, ...(field !== undefined && { field }) } }
  }
}
