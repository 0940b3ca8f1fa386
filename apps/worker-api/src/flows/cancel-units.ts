import { AppError } from '@foxetales/shared-schemas/errors'
import { poolOf } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'

/** Stops what a job has not finished: the rows first, then the workers, and the slots are free for others. */
export async function cancelUnits(
  services: Pick<Services, 'now' | 'units' | 'gpu' | 'scheduler' | 'report'>,
  jobId: string,
): Promise<void> {
  for (const unit of await services.units.cancelOpen(jobId, services.now())) {
    const pool = poolOf(unit.kind)
    await services.scheduler.settle(unit.id, pool, 0)
    if (unit.provider_ref === null) continue
    try {
      await services.gpu.cancel(pool, unit.provider_ref)
    } catch (fault) {
      // Its next heartbeat is told to stop all the same.
      if (!(fault instanceof AppError)) throw fault
      services.report(fault, { during: 'cancel-units', unit: unit.id })
    }
  }
}
