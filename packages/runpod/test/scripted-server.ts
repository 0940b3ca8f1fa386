import type { Clock } from '../src/worker/clock.ts'
import type { Fetch } from '../src/worker/endpoint-connection.ts'

/** A clock whose sleeps end at once and are written down; time moves by what was slept. */
export function instantClock() {
  const sleeps: number[] = []
  let time = 0
  const clock: Clock = {
    now: () => time,
    async sleep(milliseconds) {
      sleeps.push(milliseconds)
      time += milliseconds
      // Yields to the event loop, so that a loop of instant sleeps cannot starve the test.
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
  return { clock, sleeps }
}

interface Posted {
  address: string
  body: unknown
}

/**
 * A `fetch` that plays the server without sockets: take answers in order, then polls are held; posts are answered by
 * status in order, then 200; the stop channel says what `stops` says, then is held.
 */
export function scriptedFetch(script: {
  takes: (() => Response)[]
  posts?: (number | 'reset')[]
  stops?: string[][]
}) {
  const posted: Posted[] = []
  let takeCalls = 0
  const fetch: Fetch = (address, init) => {
    if (address.includes('/job-stop/')) {
      const jobsToStop = script.stops?.shift()
      return jobsToStop === undefined ? held(init) : Promise.resolve(Response.json({ jobsToStop }))
    }
    if (address.includes('/job-take')) {
      takeCalls += 1
      const take = script.takes.shift()
      return take === undefined ? held(init) : Promise.resolve(take())
    }
    posted.push({ address, body: JSON.parse(String(init.body)) })
    const status = script.posts?.shift() ?? 200
    return status === 'reset'
      ? Promise.reject(new TypeError('fetch failed'))
      : Promise.resolve(new Response('', { status }))
  }
  return { fetch, posted, takeCalls: () => takeCalls }
}

/** Never answers; ends only when the asker gives up. */
function held(init: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
  })
}

/** Without a ping template, so that only takes, stops and posts are seen. */
export const quietEnv = {
  RUNPOD_WEBHOOK_GET_JOB: 'http://endpoint/job-take/$ID',
  RUNPOD_WEBHOOK_POST_OUTPUT: 'http://endpoint/job-done/$RUNPOD_POD_ID/$ID',
  RUNPOD_POD_ID: 'pod1',
}
