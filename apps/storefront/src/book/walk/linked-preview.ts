import type { Ticket } from './book-state.ts'

/** A letter's link brings a preview's ticket after the #, where no server writes it down: `#preview=job_…&token=…`. */
export function linkedPreview(hash: string): Ticket | undefined {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const [id, token] = [fields.get('preview') ?? '', fields.get('token') ?? '']
  return /^job_[0-9a-z]{26}$/.test(id) && token !== '' ? { id, token } : undefined
}
