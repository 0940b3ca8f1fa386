import type { Problem } from './judge/problem.ts'
import type { PressOrder } from './press-order.ts'

export type JobStatus =
  | 'received'
  | 'checking'
  | 'rejected'
  | 'accepted'
  | 'in_production'
  | 'shipped'
  | 'delivered'
  | 'cancelled'

export interface PressJob {
  readonly id: string
  readonly order: PressOrder
  readonly fingerprint: string
  readonly status: JobStatus
  /** Why it was rejected. */
  readonly problems: readonly Problem[]
  readonly trackingNumber?: string
  /** Unix ms. */
  readonly createdAt: number
  /** Unix ms of the next step; without meaning once the status is final. */
  readonly dueAt: number
  /** How often its files could not be fetched. */
  readonly failedFetches: number
}

export const carrier = 'House Post'

/** The status that follows by itself. Checking has two ways out, so it is not here. */
export const nextStatus: Partial<Record<JobStatus, JobStatus>> = {
  received: 'checking',
  accepted: 'in_production',
  in_production: 'shipped',
  shipped: 'delivered',
}

/** Until then a job can be taken back: nothing was printed. */
export function isCancellable(status: JobStatus): boolean {
  return status === 'received' || status === 'checking' || status === 'accepted'
}

export function isFinal(status: JobStatus): boolean {
  return status === 'rejected' || status === 'delivered' || status === 'cancelled'
}

/** A job as the press tells it; the address stays inside. `baseUrl` is the press's own. */
export function publicJob(job: PressJob, baseUrl: string) {
  const { id, order, status, problems, trackingNumber, createdAt } = job
  return {
    id,
    reference: order.reference,
    status,
    problems,
    ...(trackingNumber !== undefined && {
      tracking: { carrier, number: trackingNumber, url: `${baseUrl}/track/${trackingNumber}` },
    }),
    created_at: new Date(createdAt).toISOString(),
  }
}
