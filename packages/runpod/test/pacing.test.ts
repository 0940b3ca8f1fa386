import { test } from 'vitest'
import { createPollPacing } from '../src/worker/poll-pacing.ts'
import { instantClock, quietEnv, scriptedFetch } from './scripted-server.ts'
import { eventually, givenWorker } from './started-things.ts'

test('quick empty answers wait longer and longer, from a quarter of a second to five', ({ expect }) => {
  const pacing = createPollPacing(() => 0.999999)
  const waits = Array.from({ length: 8 }, () => Math.round(pacing.waitAfterEmpty(3)))

  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000])
})

test('jitter spreads waits over the upper half and never below a quarter of a second', ({ expect }) => {
  const pacing = createPollPacing(() => 0)
  const waits = Array.from({ length: 7 }, () => pacing.waitAfterEmpty(0))

  expect(waits).toEqual([250, 250, 500, 1000, 2000, 2500, 2500])
})

test('a poll that was held needs no wait, and a held poll or a job starts the waits anew', ({ expect }) => {
  const pacing = createPollPacing(() => 0.999999)
  pacing.waitAfterEmpty(0)
  pacing.waitAfterEmpty(0)

  expect(pacing.waitAfterEmpty(1000)).toBe(0)
  expect(Math.round(pacing.waitAfterEmpty(0))).toBe(250)
  pacing.reset()
  expect(Math.round(pacing.waitAfterEmpty(0))).toBe(250)
})

const emptyAnswers: [name: string, answer: () => Response][] = [
  ['204', () => new Response(null, { status: 204 })],
  ['400, as FlashBoot gives', () => new Response('', { status: 400 })],
  ['401', () => new Response('', { status: 401 })],
  ['500', () => new Response('oops', { status: 500 })],
  ['HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['an empty JSON answer', () => new Response('', { headers: { 'content-type': 'application/json' } })],
  ['broken JSON', () => new Response('{"id":', { headers: { 'content-type': 'application/json' } })],
  ['a job without input', () => Response.json({ id: 'x' })],
  [
    'a lost connection',
    () => {
      throw new TypeError('fetch failed')
    },
  ],
]

for (const [name, answer] of emptyAnswers) {
  test(`a server that answers ${name} at once is asked again only after growing waits`, async ({
    expect,
  }) => {
    const { clock, sleeps } = instantClock()
    const server = scriptedFetch({ takes: Array.from({ length: 6 }, () => answer) })
    givenWorker({
      env: quietEnv,
      handler: async () => null,
      fetch: server.fetch,
      clock,
      random: () => 0.999999,
    })

    await eventually(() => (server.takeCalls() === 7 ? true : undefined))

    expect(sleeps.map(Math.round)).toEqual([250, 500, 1000, 2000, 4000, 5000])
  })
}

test('429 waits at least five seconds', async ({ expect }) => {
  const { clock, sleeps } = instantClock()
  const server = scriptedFetch({ takes: [() => new Response('', { status: 429 })] })
  givenWorker({ env: quietEnv, handler: async () => null, fetch: server.fetch, clock })

  await eventually(() => (server.takeCalls() === 2 ? true : undefined))

  expect(sleeps).toEqual([5000])
})
