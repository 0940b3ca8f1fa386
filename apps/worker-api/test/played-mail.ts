/** A letter as the mail service got it. */
export interface PlayedLetter {
  readonly key: string
  readonly to: string[]
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Resend, played over its wire format: one letter a key, and faults on demand. */
export interface PlayedMail {
  readonly letters: PlayedLetter[]
  /** What becomes of the next letters, one each: an HTTP status, or `lost` for a letter whose answer never came. */
  readonly trouble: (number | 'lost')[]
  answer(request: Request): Promise<Response>
}

export function playMail(): PlayedMail {
  const letters: PlayedLetter[] = []
  const trouble: (number | 'lost')[] = []
  return {
    letters,
    trouble,
    async answer(request) {
      const next = trouble.shift()
      if (typeof next === 'number') return Response.json({ name: 'played_fault' }, { status: next })
      const key = request.headers.get('idempotency-key') ?? ''
      const body = await request.json<Omit<PlayedLetter, 'key'>>()
      if (!letters.some((letter) => letter.key === key)) letters.push({ key, ...body })
      if (next === 'lost') throw new TypeError('the connection was closed')
      return Response.json({ id: `re_${key}` })
    },
  }
}
