/** Which workers an endpoint knows, when each was last heard of, and what each must be told to stop. */
export interface WorkerRoster {
  /** A ping, a poll's begin or end, a post. */
  seen(workerId: string, now: number): void
  pollOpened(workerId: string, now: number): void
  pollClosed(workerId: string, now: number): void
  /** A worker holding a poll open is never silent; another is once nothing came from it for `silenceMs`. */
  isSilent(workerId: string, now: number): boolean
  /** Forgets silent workers and returns their ids. */
  removeSilent(now: number): string[]
  askToStop(workerId: string, jobId: string): void
  /** Takes back a stop that was not delivered yet, because the worker was given the job anew. */
  withdrawStop(workerId: string, jobId: string): void
  /** The jobs this worker must stop; each is told once. */
  takeStops(workerId: string): string[]
  workerIds(): string[]
}

interface KnownWorker {
  lastSeenAt: number
  openPolls: number
}

/** An empty roster. `silenceMs`: how long a worker may say nothing before it counts as lost. */
export function createWorkerRoster(silenceMs: number): WorkerRoster {
  const workers = new Map<string, KnownWorker>()
  const stops = new Map<string, Set<string>>()

  function seen(workerId: string, now: number): KnownWorker {
    const worker = workers.get(workerId) ?? { lastSeenAt: now, openPolls: 0 }
    worker.lastSeenAt = now
    workers.set(workerId, worker)
    return worker
  }

  function isSilent(workerId: string, now: number): boolean {
    const worker = workers.get(workerId)
    return worker === undefined || (worker.openPolls === 0 && now - worker.lastSeenAt > silenceMs)
  }

  return {
    seen,
    pollOpened(workerId, now) {
      seen(workerId, now).openPolls += 1
    },
    pollClosed(workerId, now) {
      const worker = seen(workerId, now)
      worker.openPolls = Math.max(0, worker.openPolls - 1)
    },
    isSilent,
    removeSilent(now) {
      const silent = [...workers.keys()].filter((workerId) => isSilent(workerId, now))
      for (const workerId of silent) {
        workers.delete(workerId)
      }
      return silent
    },
    askToStop(workerId, jobId) {
      const jobIds = stops.get(workerId) ?? new Set()
      stops.set(workerId, jobIds.add(jobId))
    },
    withdrawStop(workerId, jobId) {
      stops.get(workerId)?.delete(jobId)
    },
    takeStops(workerId) {
      const jobIds = [...(stops.get(workerId) ?? [])]
      stops.delete(workerId)
      return jobIds
    },
    workerIds: () => [...workers.keys()],
  }
}
