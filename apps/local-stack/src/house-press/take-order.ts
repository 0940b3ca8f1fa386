import { PressFault } from './press-fault.ts'
import { isCancellable, type PressJob } from './press-job.ts'
import { orderFingerprint, pressOrder } from './press-order.ts'
import { moveJob, type PressState } from './press-state.ts'

export interface TakenOrder {
  readonly job: PressJob
  /** False when the same order came before under the same key. */
  readonly isNew: boolean
}

/**
 * Takes an order once per idempotency key. A repeated one brings newly signed addresses, which replace the old ones.
 * Throws a fault 400 for a body that is no order, 409 for another order under a known key.
 */
export function takeOrder(state: PressState, key: string, body: unknown): TakenOrder {
  const read = pressOrder.safeParse(body)
  if (!read.success) {
    const issue = read.error.issues[0]
    const field = issue?.path.join('.')
    throw new PressFault(400, 'invalid_request', issue?.message ?? 'not an order', field || undefined)
  }
  const order = read.data
  const fingerprint = orderFingerprint(order)
  return state.store.transaction(() => {
    const knownId = state.keys.get(key)
    const known = knownId === undefined ? undefined : state.jobs.get(knownId)
    if (known === undefined) {
      const job: PressJob = {
        id: `pj_${state.randomId(20)}`,
        order,
        fingerprint,
        status: 'received',
        problems: [],
        createdAt: state.now(),
        dueAt: state.now() + state.stepMs,
        failedFetches: 0,
      }
      state.jobs.put(job.id, job)
      state.keys.put(key, job.id)
      return { job, isNew: true }
    }
    if (known.fingerprint !== fingerprint) {
      const message = 'This idempotency key came with another order before.'
      throw new PressFault(409, 'idempotency_conflict', message)
    }
    const readdressed = { ...known, order }
    state.jobs.put(known.id, readdressed)
    return { job: readdressed, isNew: false }
  })
}

/** Takes a job back. Throws a fault 404, or 409 when it is too late. */
export function cancelJob(state: PressState, id: string): PressJob {
  const job = findJob(state, id)
  if (job.status === 'cancelled') return job
  if (!isCancellable(job.status)) {
    throw new PressFault(409, 'too_late', `A job that is ${job.status} cannot be cancelled.`)
  }
  const cancelled: PressJob = { ...job, status: 'cancelled' }
  moveJob(state, cancelled)
  return cancelled
}

export function findJob(state: PressState, id: string): PressJob {
  const job = state.jobs.get(id)
  if (job === undefined) throw new PressFault(404, 'not_found', 'There is no such print job.')
  return job
}
