import { poolOf } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'
import { finishUnit } from './finish-unit.ts'
import { nudge } from './nudge.ts'

type Needs = Parameters<typeof finishUnit>[0] & Pick<Services, 'gpu' | 'settings'>

/** What the scheduler does with the slot of a unit whose lease ran out; `again`: free it, then schedule the unit anew. */
export type Recovery = 'keep' | 'free' | 'again'

/** Workers that one unit may lose before a person has to look. */
const mostFailures = 5

/**
 * Decides about a unit whose lease is over. Whatever is in doubt is looked up, not repeated: a worker that beats keeps
 * its slot, a job that still waits at the provider keeps its place, and only what is lost is queued again. Its old
 * worker, should it live, is told to stop when it next asks.
 */
export async function recoverUnit(services: Needs, unitId: string): Promise<Recovery> {
  const unit = await services.units.find(unitId)
  if (!unit) return 'free'
  if (unit.state === 'checking') {
    await finishUnit(services, unit.id)
    return 'free'
  }
  if (unit.state !== 'submitted' && unit.state !== 'rendering') return 'free'
  const lastSign = unit.heartbeat_at ?? unit.submitted_at ?? unit.created_at
  if (services.now() - lastSign < services.settings.unitLeaseMs) return 'keep'
  if (unit.provider_ref !== null) {
    const pool = poolOf(unit.kind)
    if ((await services.gpu.look(pool, unit.provider_ref)) === 'waiting') return 'keep'
    await services.gpu.cancel(pool, unit.provider_ref)
  }
  // A provider that never took the job has failed nobody: such a unit waits for as long as it takes.
  const taken = unit.provider_ref !== null || unit.heartbeat_at !== null
  if (taken && unit.failures + 1 >= mostFailures) {
    await services.units.move(unit.id, 'failed', services.now(), { failure: 'WORKER_LOST' })
    await nudge(services, [{ kind: 'job.advance', jobId: unit.job_id }])
    return 'free'
  }
  await services.units.reject(unit.id, services.now(), 'WORKER_LOST', taken)
  return 'again'
}
