import { expectedSeconds, poolOf } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'

type Needs = Pick<Services, 'now' | 'units' | 'jobs' | 'scheduler'>

/** Puts a planned (or rejected) unit into its pool's queue. Offering twice is harmless: the scheduler knows it. */
export async function scheduleUnit(services: Needs, unitId: string): Promise<void> {
  const unit = await services.units.find(unitId)
  if (!unit) return
  if (unit.state === 'planned' || unit.state === 'rejected') {
    await services.units.move(unit.id, 'queued', services.now())
  } else if (unit.state !== 'queued') {
    return
  }
  const job = await services.jobs.find(unit.job_id)
  if (!job) return
  await services.scheduler.offer({
    unitId: unit.id,
    pool: poolOf(unit.kind),
    lane: job.lane,
    customerId: job.customer_id,
    costSeconds: expectedSeconds(unit.kind),
  })
}
