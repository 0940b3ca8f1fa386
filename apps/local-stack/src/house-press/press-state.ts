import type { Outbox } from '../delivery/outbox.ts'
import type { Collection, DocumentStore } from '../state/document-store.ts'
import type { RandomId } from '../state/random-id.ts'
import { type PressJob, publicJob } from './press-job.ts'

/** What the press has fetched since it was founded. */
export interface FetchCounts {
  readonly files: number
  readonly bytes: number
}

export interface PressState {
  readonly store: DocumentStore
  readonly jobs: Collection<PressJob>
  /** The job's id by idempotency key. */
  readonly keys: Collection<string>
  readonly fetched: Collection<FetchCounts>
  readonly outbox: Outbox
  readonly stepMs: number
  readonly randomId: RandomId
  /** Unix ms. */
  readonly now: () => number
  readonly baseUrl: () => string
  readonly log: (line: string) => void
}

/** Keeps a job's new state and tells its owner, both or neither. */
export function moveJob(state: PressState, job: PressJob): void {
  const event = {
    event_id: `pev_${state.randomId(24)}`,
    type: 'print_job.status',
    created_at: new Date(state.now()).toISOString(),
    job: publicJob(job, state.baseUrl()),
  }
  state.store.transaction(() => {
    state.jobs.put(job.id, job)
    state.outbox.add({ id: event.event_id, url: job.order.webhook_url, body: JSON.stringify(event) })
  })
}

const countsId = 'all'

export function fetchCounts(state: PressState): FetchCounts {
  return state.fetched.get(countsId) ?? { files: 0, bytes: 0 }
}

export function countFetch(state: PressState, bytes: number): void {
  const before = fetchCounts(state)
  state.fetched.put(countsId, { files: before.files + 1, bytes: before.bytes + bytes })
}
