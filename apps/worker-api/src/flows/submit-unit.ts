import { AppError } from '@foxetales/shared-schemas/errors'
import { poolOf } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'
import { buildUnitInput } from './build-unit-input.ts'
import { nudge } from './nudge.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'units'
  | 'jobs'
  | 'photos'
  | 'artifacts'
  | 'orders'
  | 'books'
  | 'link'
  | 'gpu'
  | 'send'
  | 'report'
  | 'settings'
>

/** `gone`: it needs no slot (cancelled, done, or failed for good). `later`: the provider cannot take it now. */
export type Submission = 'submitted' | 'later' | 'gone'

const executionTimeoutMs = 10 * 60_000
const ttlMs = 3_600_000

/**
 * Hands one unit to the GPU provider. The row moves before the call and gets the provider's id after it. When the answer
 * is in doubt the row stays `submitted`: the worker's `started` or the lease decides, so nothing is rendered twice.
 */
export async function submitUnit(services: Needs, unitId: string): Promise<Submission> {
  const unit = await services.units.claimForSubmit(unitId, services.now())
  if (!unit) return 'gone'
  const job = await services.jobs.find(unit.job_id)
  if (!job) return 'gone'
  try {
    const input = await buildUnitInput(services, unit, job)
    const pool = poolOf(unit.kind)
    const webhookUrl = `${services.settings.publicUrl}/callbacks/runpod/${new URL(input.callback.url).pathname.split('/').at(-1)}`
    const { providerRef } = await services.gpu.submit({ pool, input, webhookUrl, executionTimeoutMs, ttlMs })
    await services.units.setProviderRef(unit.id, unit.attempt, providerRef)
    return 'submitted'
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    if (fault.code === 'GPU_PROVIDER_UNAVAILABLE') {
      if (fault.details['ambiguous'] === true) return 'submitted'
      await services.units.move(unit.id, 'queued', services.now())
      return 'later'
    }
    await services.units.move(unit.id, 'failed', services.now(), { failure: fault.code })
    services.report(fault, { during: 'submit-unit', unit: unit.id })
    await nudge(services, [{ kind: 'job.advance', jobId: job.id }])
    return 'gone'
  }
}
