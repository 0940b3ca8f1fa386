import { test } from 'vitest'
import { errorBody, resultBody } from '../src/worker/job-result.ts'

const reporter = { workerId: 'pod1', hostname: 'host1' }

const shapes: [name: string, returned: unknown, body: string][] = [
  ['an object', { image: 'x' }, '{"output":{"image":"x"}}'],
  ['a string', 'x', '{"output":"x"}'],
  ['a number', 0, '{"output":0}'],
  ['false', false, '{"output":false}'],
  ['a list', [1, 2], '{"output":[1,2]}'],
  ['null', null, '{"output":null}'],
  ['nothing', undefined, '{"output":null}'],
  ['an empty object', {}, '{}'],
  ['an object with an error', { error: 'bad', at: 3 }, '{"output":{"at":3},"error":"bad"}'],
  ['only an error', { error: 'bad' }, '{"error":"bad"}'],
  ['an error that is no string', { error: { code: 1 } }, '{"error":"{\\"code\\":1}"}'],
  ['a wish for a fresh worker', { refresh_worker: true, ok: 1 }, '{"output":{"ok":1},"stopPod":true}'],
  ['text beyond ASCII', 'ß🦊', '{"output":"ß🦊"}'],
]

for (const [name, returned, body] of shapes) {
  test(`a handler that returns ${name} is reported as ${body}`, ({ expect }) => {
    expect(resultBody(returned, reporter).text).toBe(body)
  })
}

test('a thrown error becomes a JSON string with the fields RunPod shows, and the error keeps its own traits', ({
  expect,
}) => {
  const thrown = Object.assign(new TypeError('no face'), { code: 'face_missing', retryable: false })
  const sent: unknown = JSON.parse(errorBody(thrown, reporter).text)
  const report: unknown = JSON.parse(String(Reflect.get(Object(sent), 'error')))

  expect(report).toMatchObject({
    error_type: 'TypeError',
    error_message: 'no face',
    error_traceback: expect.stringContaining('TypeError: no face'),
    hostname: 'host1',
    worker_id: 'pod1',
    runpod_version: expect.any(String),
    code: 'face_missing',
    retryable: false,
  })
})

test('a value JSON cannot hold becomes an error result, not a lost job', ({ expect }) => {
  const circular: Record<string, unknown> = {}
  circular['self'] = circular

  expect(resultBody(circular, reporter).text).toMatch(/^\{"error":".*circular/i)
  expect(resultBody({ big: 1n }, reporter).text).toMatch(/^\{"error":".*BigInt/)
})

test('the size is counted in bytes of the JSON on the wire, not in characters', ({ expect }) => {
  expect(resultBody('🦊', reporter).bytes).toBe(Buffer.byteLength('{"output":"🦊"}'))
})
