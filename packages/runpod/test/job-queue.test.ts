import fc from 'fast-check'
import { test } from 'vitest'
import { createJobQueue, type JobQueue, type NewJob } from '../src/local-endpoint/job-queue.ts'
import { isTerminal, jobView, legalMoves } from '../src/local-endpoint/job-record.ts'

const limits = { workerSilenceMs: 100, resultTtlMs: 1000, syncResultTtlMs: 500, maxRequeues: 2 }

function newJob(id: string, changes: Partial<NewJob> = {}): NewJob {
  return {
    id,
    input: { of: id },
    webhook: undefined,
    sync: false,
    executionTimeoutMs: 400,
    ttlMs: 5000,
    ...changes,
  }
}

const jobIds = ['j0', 'j1', 'j2', 'j3']
const workerIds = ['w0', 'w1']

const aJob = fc.constantFrom(...jobIds)
const aWorker = fc.constantFrom(...workerIds)

/** One thing that may happen to a queue, and how long after the thing before it (ms). */
const happening = fc.record({
  afterMs: fc.integer({ min: 0, max: 150 }),
  what: fc.oneof(
    fc.record({ kind: fc.constant('submit' as const), job: aJob }),
    fc.record({ kind: fc.constant('take' as const), worker: aWorker, max: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      kind: fc.constantFrom('finish' as const, 'fail' as const, 'take-back' as const),
      job: aJob,
      worker: aWorker,
    }),
    fc.record({ kind: fc.constantFrom('cancel' as const, 'retry' as const), job: aJob }),
    fc.record({ kind: fc.constantFrom('seen' as const, 'empty' as const), worker: aWorker }),
    fc.record({ kind: fc.constantFrom('tick' as const, 'purge' as const) }),
  ),
})

type What =
  typeof happening extends fc.Arbitrary<infer Happening>
    ? Happening extends { what: infer W }
      ? W
      : never
    : never

function apply(queue: JobQueue, what: What, now: number): void {
  switch (what.kind) {
    case 'submit':
      if (queue.find(what.job) === undefined) {
        queue.submit(newJob(what.job), now)
      }
      return
    case 'take':
      queue.take(what.worker, what.max, now)
      return
    case 'finish':
      queue.finish(what.worker, what.job, { output: what.worker }, now)
      return
    case 'fail':
      queue.finish(what.worker, what.job, { error: 'broken' }, now)
      return
    case 'take-back':
      queue.takeBack(what.worker, what.job, now)
      return
    case 'cancel':
      queue.cancel(what.job, now)
      return
    case 'retry':
      queue.retry(what.job, now)
      return
    case 'seen':
      queue.roster.seen(what.worker, now)
      return
    case 'empty':
      queue.workerIsEmpty(what.worker, now)
      return
    case 'tick':
      queue.tick(now)
      return
    case 'purge':
      queue.purge(now)
  }
}

test('whatever happens in whatever order, jobs move only along legal moves and never change after they ended', ({
  expect,
}) => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (history) => {
      const queue = createJobQueue(limits)
      let now = 0
      for (const { afterMs, what } of history) {
        now += afterMs
        const before = new Map(
          queue.all().map((job) => [job.id, { status: job.status, view: JSON.stringify(jobView(job)) }]),
        )
        apply(queue, what, now)
        for (const job of queue.all()) {
          const earlier = before.get(job.id)
          if (earlier === undefined) {
            continue
          }
          const unmoved = earlier.status === job.status
          // Losing the worker and being handed out again takes two happenings, so one happening is at most one move.
          expect(unmoved || legalMoves[earlier.status].includes(job.status)).toBe(true)
          if (unmoved && isTerminal(job.status)) {
            expect(JSON.stringify(jobView(job))).toBe(earlier.view)
          }
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('whatever happened before, every waiting job can be taken exactly once, and no other can', ({
  expect,
}) => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (history) => {
      const queue = createJobQueue(limits)
      let now = 0
      for (const { afterMs, what } of history) {
        now += afterMs
        apply(queue, what, now)
      }
      const waiting = queue.all().filter((job) => job.status === 'IN_QUEUE')
      const taken = queue.take('fresh', 100, now)

      expect(taken.map(({ id }) => id).sort()).toEqual(waiting.map(({ id }) => id).sort())
      expect(queue.take('fresh', 100, now)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('every job comes to an end when workers only ever fall silent', ({ expect }) => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 30 }), (history) => {
      const queue = createJobQueue(limits)
      let now = 0
      for (const { afterMs, what } of history) {
        now += afterMs
        apply(queue, what, now)
      }
      for (let round = 0; round < 60; round += 1) {
        now += limits.workerSilenceMs + 1
        queue.tick(now)
        queue.take('dies-at-once', 10, now)
      }

      expect(queue.all()).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('jobs are handed out oldest first, and a job that lost its worker goes before the others', ({
  expect,
}) => {
  const queue = createJobQueue(limits)
  for (const id of ['a', 'b', 'c']) {
    queue.submit(newJob(id), 0)
  }
  expect(queue.take('w', 1, 0).map(({ id }) => id)).toEqual(['a'])

  queue.tick(101)

  expect(queue.take('x', 3, 101).map(({ id, retries }) => [id, retries])).toEqual([
    ['a', 1],
    ['b', 0],
    ['c', 0],
  ])
})

test('a result of a worker that lost the job, or a second result, changes nothing', ({ expect }) => {
  const queue = createJobQueue(limits)
  queue.submit(newJob('a'), 0)
  queue.take('slow', 1, 0)
  queue.tick(101)
  queue.take('quick', 1, 101)

  expect(queue.finish('slow', 'a', { output: 'late' }, 110)).toBe(false)
  expect(queue.finish('quick', 'a', { output: 'right' }, 120)).toBe(true)
  expect(queue.finish('quick', 'a', { error: 'twice' }, 130)).toBe(false)
  queue.progress('quick', 'a', 'after the end')
  expect(queue.find('a')).toMatchObject({ status: 'COMPLETED', output: { value: 'right' } })
  // The slow one is told to let go of it.
  expect(queue.roster.takeStops('slow')).toEqual(['a'])
})

test('a job over its execution timeout ends TIMED_OUT and its worker is told to stop, once', ({ expect }) => {
  const queue = createJobQueue(limits)
  queue.submit(newJob('a'), 0)
  queue.take('w', 1, 0)
  queue.roster.pollOpened('w', 0)

  queue.tick(400)
  expect(queue.find('a')?.status).toBe('IN_PROGRESS')
  queue.tick(401)

  expect(queue.find('a')?.status).toBe('TIMED_OUT')
  expect(queue.roster.takeStops('w')).toEqual(['a'])
  expect(queue.roster.takeStops('w')).toEqual([])
})

test('a retried job that its old worker takes again is not stopped by the stop of its first run', ({
  expect,
}) => {
  const queue = createJobQueue(limits)
  queue.submit(newJob('a'), 0)
  queue.take('w', 1, 0)
  queue.roster.pollOpened('w', 0)
  queue.tick(401)

  queue.retry('a', 410)
  queue.take('w', 1, 420)

  expect(queue.roster.takeStops('w')).toEqual([])
})

test('results are kept for their time and jobs past their ttl are forgotten in any state', ({ expect }) => {
  const queue = createJobQueue(limits)
  queue.submit(newJob('async'), 0)
  queue.submit(newJob('sync', { sync: true }), 0)
  queue.submit(newJob('brief', { ttlMs: 50 }), 0)
  queue.take('w', 2, 0)
  queue.finish('w', 'async', { output: 1 }, 0)
  queue.finish('w', 'sync', { output: 1 }, 0)
  const known = () => queue.all().map(({ id }) => id)

  queue.tick(51)
  expect(known()).toEqual(['async', 'sync'])
  queue.tick(501)
  expect(known()).toEqual(['async'])
  queue.tick(1001)
  expect(known()).toEqual([])
})
