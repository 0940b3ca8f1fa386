import { test } from 'vitest'
import { createLog, readLogLevel } from '../src/worker/log.ts'
import { readWorkerConfig } from '../src/worker/worker-config.ts'

const templates = {
  RUNPOD_WEBHOOK_GET_JOB: 'http://h/job-take/$ID?x=1',
  RUNPOD_WEBHOOK_POST_OUTPUT: 'http://h/job-done/$RUNPOD_POD_ID/$ID?x=1',
  RUNPOD_WEBHOOK_PING: 'http://h/ping/$RUNPOD_POD_ID?x=1',
}

test('without a pod id the worker makes one up, and neither then nor without a key does it beat', ({
  expect,
}) => {
  const nameless = readWorkerConfig({ ...templates, RUNPOD_AI_API_KEY: 'k' }, () => 'made-up')
  const keyless = readWorkerConfig({ ...templates, RUNPOD_POD_ID: 'pod1' })
  const whole = readWorkerConfig({ ...templates, RUNPOD_POD_ID: 'pod1', RUNPOD_AI_API_KEY: 'k' })

  expect(nameless).toMatchObject({ workerId: 'made-up', takeAddress: 'http://h/job-take/made-up?x=1' })
  expect(nameless.pingAddress).toBeUndefined()
  expect(keyless.pingAddress).toBeUndefined()
  expect(whole.pingAddress).toBe('http://h/ping/pod1?x=1')
})

test('the ping interval is milliseconds, ten seconds unless told, and never below one', ({ expect }) => {
  const interval = (text?: string) =>
    readWorkerConfig({ ...templates, RUNPOD_PING_INTERVAL: text }).pingIntervalMs

  expect([interval(), interval('4000'), interval('10')]).toEqual([10_000, 4000, 1000])
})

test('log levels are read by name or index, and lines below the level are not written', ({ expect }) => {
  expect(['info', 'WARN', '5', undefined, 'nonsense'].map(readLogLevel)).toEqual([
    'INFO',
    'WARN',
    'ERROR',
    'DEBUG',
    'DEBUG',
  ])
  const lines: string[] = []
  const log = createLog({ level: 'WARN', write: (line) => lines.push(line) }, 'job-1')
  log.info('unseen')
  log.error('seen')
  expect(lines).toEqual(['{"requestId":"job-1","message":"seen","level":"ERROR"}'])
})

test('a message too long for the console keeps its beginning and its end', ({ expect }) => {
  const lines: string[] = []
  createLog({ level: 'DEBUG', write: (line) => lines.push(line) }).info(`begin${'x'.repeat(10_000)}end`)
  const { message } = JSON.parse(lines[0] ?? '')

  expect(message.length).toBeLessThanOrEqual(4096)
  expect(message).toMatch(/^begin.*end$/)
})
