import type { JobHandler } from '@foxetales/runpod/worker/run-job'
import { type UnitInput, type UnitResult, unitInput } from '@foxetales/shared-schemas/unit'
import { type CallbackRetries, openCallbackLine } from './callback.ts'
import { checkPhoto } from './check-photo.ts'
import { startHeartbeats } from './heartbeats.ts'
import { makePrintMaster } from './print-master.ts'
import { renderPage } from './render-page.ts'
import { describeFailure, UnitFailure } from './unit-failure.ts'
import type { WorkContext, Workshop } from './workshop.ts'

/**
 * One RunPod job from its input to the signed result. The edge hears the result by callback; RunPod gets the same, free
 * of links, for whoever looks the job up there.
 * @throws when the input is no unit, or the edge cannot be reached or refuses to listen
 */
export function createJobHandler(workshop: Workshop, retries?: CallbackRetries): JobHandler {
  return async (job, { signal, progress, log }) => {
    const unit = readUnit(job.input)
    const line = openCallbackLine(workshop.guardedFetch, unit, retries)
    if (!(await line.started(signal))) return { ...about(unit), outcome: 'not wanted' }
    const beats = startHeartbeats(line, unit.callback.heartbeatMs)
    const context: WorkContext = {
      signal: AbortSignal.any([signal, beats.unwanted]),
      onProgress(fraction) {
        beats.report(fraction)
        progress(fraction)
      },
    }
    const result = await makeUnit(unit, workshop, context).catch((error: unknown) => failed(error, context))
    await beats.stop()
    if (beats.unwanted.aborted) return { ...about(unit), outcome: 'not wanted' }
    if (result.outcome === 'failed') log.warn(`${unit.kind} failed: ${result.code}: ${result.message}`)
    await line.finished(result)
    return { ...about(unit), ...result }
  }
}

function makeUnit(unit: UnitInput, workshop: Workshop, context: WorkContext): Promise<UnitResult> {
  switch (unit.kind) {
    case 'check-photo':
      return checkPhoto(unit, workshop.guardedFetch, context.signal)
    case 'book-page':
      return renderPage(unit, workshop, context)
    case 'print-master':
      return makePrintMaster(unit, workshop, context)
  }
}

function failed(error: unknown, { signal }: WorkContext): UnitResult {
  const stopped = new UnitFailure('WORKER_STOPPED', 'the worker was told to stop', { retryable: true })
  return { outcome: 'failed', ...describeFailure(signal.aborted ? stopped : error) }
}

/** Zod's own error would quote the input, which holds links and a prompt. */
function readUnit(input: unknown): UnitInput {
  const read = unitInput.safeParse(input)
  if (read.success) return read.data
  const places = read.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new UnitFailure('UNIT_INVALID', `the input is no unit: see ${places}`, { retryable: false })
}

function about({ unitId, attempt, kind }: UnitInput) {
  return { unitId, attempt, kind }
}
