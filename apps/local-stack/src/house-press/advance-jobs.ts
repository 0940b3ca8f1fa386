import { fetchFile } from './fetch-file.ts'
import { judgeBook } from './judge/judge-book.ts'
import type { Problem } from './judge/problem.ts'
import { isFinal, nextStatus, type PressJob } from './press-job.ts'
import { countFetch, moveJob, type PressState } from './press-state.ts'

export interface JobClock {
  /** Takes up what an earlier run of this press left half-way. */
  resume(): void
  /** Sees to it that a job moves on when its time has come. */
  start(job: PressJob): void
  /** Waits for the steps that are being taken. */
  stop(): Promise<void>
}

const mostFetches = 4

/** Moves every job from status to status, each when its time has come. */
export function jobClock(state: PressState): JobClock {
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  const stopping = new AbortController()

  function start(job: PressJob): void {
    if (stopping.signal.aborted || isFinal(job.status)) return
    clearTimeout(timers.get(job.id))
    const timer = setTimeout(
      () => {
        timers.delete(job.id)
        const step = takeStep(job.id)
          .catch((error: unknown) => state.log(`press: ${job.id} ${String(error)}`))
          .finally(() => running.delete(step))
        running.add(step)
      },
      Math.max(0, job.dueAt - state.now()),
    )
    timers.set(job.id, timer)
  }

  async function takeStep(id: string): Promise<void> {
    const job = state.jobs.get(id)
    if (job === undefined || isFinal(job.status)) return
    const moved = job.status === 'checking' ? await check(state, job, stopping.signal) : advance(state, job)
    // While its files were read, it may have been cancelled or asked for again.
    const current = state.jobs.get(id)
    if (stopping.signal.aborted || current === undefined || current.status !== job.status) return
    const next: PressJob = { ...moved, order: current.order }
    if (next.status === current.status) state.jobs.put(id, next)
    else moveJob(state, next)
    start(next)
  }

  return {
    start,
    resume() {
      for (const job of state.jobs.all()) start(job)
    },
    async stop() {
      stopping.abort()
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(running)
    },
  }
}

function advance(state: PressState, job: PressJob): PressJob {
  const status = nextStatus[job.status] ?? job.status
  const dueAt = state.now() + state.stepMs
  if (status !== 'shipped') return { ...job, status, dueAt }
  return { ...job, status, dueAt, trackingNumber: `HP${state.randomId(12).toUpperCase()}` }
}

/** Fetches and judges the files of a job. One that could not be fetched is tried again, some times. */
async function check(state: PressState, job: PressJob, stopping: AbortSignal): Promise<PressJob> {
  const interior = await fetchFile('interior', job.order.interior, stopping)
  const cover = await fetchFile('cover', job.order.cover, stopping)
  for (const file of [interior, cover]) {
    if ('bytes' in file) countFetch(state, file.bytes.length)
  }
  if ('bytes' in interior && 'bytes' in cover) {
    const declaredPages = job.order.interior.pages
    const problems = await judgeBook({ interior: interior.bytes, cover: cover.bytes, declaredPages })
    // Counted from now, for an accepted job can still be cancelled for a whole step.
    const dueAt = state.now() + state.stepMs
    return problems.length > 0
      ? { ...job, status: 'rejected', problems }
      : { ...job, status: 'accepted', dueAt }
  }
  const missing = [interior, cover].filter((file) => 'problem' in file)
  const failedFetches = job.failedFetches + 1
  if (missing.every(({ mayPass }) => mayPass) && failedFetches < mostFetches) {
    return { ...job, failedFetches, dueAt: state.now() + state.stepMs }
  }
  const problems: Problem[] = missing.map(({ problem }) => problem)
  return { ...job, status: 'rejected', problems }
}
