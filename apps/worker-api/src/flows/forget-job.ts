import type { Services } from '../services.ts'
import { cancelUnits } from './cancel-units.ts'

/** Removes every picture a job made and what was told about the child; the row stays, saying when and why. */
export async function forgetJob(
  services: Pick<
    Services,
    'now' | 'together' | 'jobs' | 'units' | 'gpu' | 'scheduler' | 'report' | 'artifacts' | 'files'
  >,
  jobId: string,
  reason: string,
): Promise<void> {
  const now = services.now()
  await cancelUnits(services, jobId)
  await services.files.removePrefix(`pages/${jobId}/`)
  await services.together([services.artifacts.removeOfJob(jobId)])
  await services.jobs.move(jobId, 'expired', now, reason)
  await services.jobs.forgetRequest(jobId, now)
}
