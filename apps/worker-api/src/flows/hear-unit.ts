import type { UnitCallback, UnitCallbackAnswer } from '@foxetales/shared-schemas/unit'
import type { Services } from '../services.ts'
import { finishUnit } from './finish-unit.ts'

type Needs = Parameters<typeof finishUnit>[0] & Pick<Services, 'announce'>

/**
 * What a worker says of its unit. The answer tells it whether to go on: a worker whose attempt is not the current one
 * (it was late, cancelled, or its twin was faster) stops before it spends anything.
 */
export async function hearUnit(services: Needs, callback: UnitCallback): Promise<UnitCallbackAnswer> {
  const { unitId, attempt } = callback
  switch (callback.event) {
    case 'started':
    case 'heartbeat': {
      const progress = callback.event === 'heartbeat' ? callback.progress : 0
      const proceed = await services.units.beat(unitId, attempt, progress, services.now())
      if (proceed) {
        const unit = await services.units.find(unitId)
        if (unit) await services.announce(unit.job_id)
      }
      return { proceed }
    }
    case 'finished': {
      const kept = await services.units.keepResult(
        unitId,
        attempt,
        JSON.stringify(callback.result),
        services.now(),
      )
      // Not kept: a duplicate, or an attempt that is no longer wanted. Either way there is nothing more to say.
      if (kept) await finishUnit(services, unitId)
      return { proceed: kept }
    }
  }
}
