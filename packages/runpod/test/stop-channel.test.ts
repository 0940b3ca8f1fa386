import { test } from 'vitest'
import type { Fetch } from '../src/worker/endpoint-connection.ts'
import { instantClock, quietEnv, scriptedFetch } from './scripted-server.ts'
import { givenWorker } from './started-things.ts'

test('the stop channel outlives 204, errors, rubbish and ids that are no strings, pausing a second each time', async ({
  expect,
}) => {
  const { clock, sleeps } = instantClock()
  const oneJob = () => Response.json({ id: 'job-1', input: {} })
  const server = scriptedFetch({ takes: [oneJob] })
  const answers = [
    () => new Response(null, { status: 204 }),
    () => new Response('', { status: 500 }),
    () => new Response('<html>'),
    () => new Response('', { status: 429 }),
    () => Response.json({ jobsToStop: [5, null, 'unknown', 'job-1'] }),
  ]
  const fetch: Fetch = (address, init) => {
    const answer = address.includes('/job-stop/') ? answers.shift() : undefined
    return answer === undefined ? server.fetch(address, init) : Promise.resolve(answer())
  }
  const aborted = Promise.withResolvers<boolean>()
  givenWorker({
    env: quietEnv,
    handler: async (_job, { signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      aborted.resolve(signal.aborted)
    },
    fetch,
    clock,
  })

  expect(await aborted.promise).toBe(true)
  expect(sleeps.slice(0, 4)).toEqual([1000, 1000, 1000, 5000])
  expect(server.posted).toEqual([])
})

test('a take address without /job-take/ has no stop channel, and the worker says so and works on', async ({
  expect,
}) => {
  const jobTaken = Promise.withResolvers<string>()
  const fetch: Fetch = (address, init) => {
    if (address === 'http://endpoint/next?job_in_progress=0') {
      return Promise.resolve(Response.json({ id: 'job-1', input: {} }))
    }
    jobTaken.resolve(address)
    return scriptedFetch({ takes: [] }).fetch(address, init)
  }
  const { worker, logLines } = givenWorker({
    env: { ...quietEnv, RUNPOD_WEBHOOK_GET_JOB: 'http://endpoint/next' },
    handler: async () => ({ refresh_worker: true }),
    fetch,
  })

  await worker.done

  expect(await jobTaken.promise).toBe('http://endpoint/job-done/pod1/job-1?isStream=false')
  expect(logLines.join('\n')).toContain('running jobs cannot be stopped')
})
