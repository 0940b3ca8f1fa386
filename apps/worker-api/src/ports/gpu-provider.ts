import type { UnitInput } from '@foxetales/shared-schemas/unit'

/** `gpu` renders; `cpu` checks photos, so that no GPU second is spent before a photo has passed. */
export type GpuPool = 'gpu' | 'cpu'

export type GpuSubmission = {
  pool: GpuPool
  input: UnitInput
  /** Called, unsigned, when the job has ended: a hint to look, nothing more. */
  webhookUrl?: string | undefined
  /** The most a worker may spend on it. */
  executionTimeoutMs: number
  /** The most it may live, waiting included; after that the provider forgets it. */
  ttlMs: number
}

/**
 * What a provider says of a job. `lost`: it does not know it (any more); whether the work was done is then for our own
 * rows and files to say. `failed` covers cancelled and timed out.
 */
export type GpuJobState = 'waiting' | 'running' | 'done' | 'failed' | 'lost'

/**
 * Where units run, one job each. No provider promises that a job is accepted only once, so the unit's id and attempt
 * travel in `input`, and the handler asks leave before it spends GPU time.
 */
export interface GpuProvider {
  /**
   * Throws AppError `GPU_PROVIDER_UNAVAILABLE`, with `details.ambiguous` true when the job may have been accepted all the
   * same (wait for its `started` callback before submitting the next attempt), or `GPU_PROVIDER_REFUSED`.
   */
  submit(job: GpuSubmission): Promise<{ providerRef: string }>
  look(pool: GpuPool, providerRef: string): Promise<GpuJobState>
  /** Asks to stop it; a job that has ended, or is unknown, counts as stopped. */
  cancel(pool: GpuPool, providerRef: string): Promise<void>
}
