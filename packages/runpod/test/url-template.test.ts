import { test } from 'vitest'
import {
  appendQuery,
  batchTakeAddress,
  fillJobTemplate,
  fillWorkerTemplate,
  stopAddress,
} from '../src/worker/url-template.ts'

test('both placeholders of a take template mean the worker, wherever they stand', ({ expect }) => {
  expect(fillWorkerTemplate('http://h/job-take/$ID?a=b', 'w1')).toBe('http://h/job-take/w1?a=b')
  expect(fillWorkerTemplate('http://h/job-take/$RUNPOD_POD_ID?me=$ID', 'w1')).toBe(
    'http://h/job-take/w1?me=w1',
  )
})

test('in a done template the pod is the worker and $ID the job', ({ expect }) => {
  expect(fillJobTemplate('http://h/job-done/$RUNPOD_POD_ID/$ID?x=1', 'w1', 'j-1')).toBe(
    'http://h/job-done/w1/j-1?x=1',
  )
})

test('ids that need it are encoded and replacement patterns in them mean nothing', ({ expect }) => {
  expect(fillJobTemplate('http://h/$RUNPOD_POD_ID/$ID', 'w/1', '$&')).toBe('http://h/w%2F1/%24%26')
})

test('a query is appended with ? or & as needed, and the bytes already there stay', ({ expect }) => {
  expect(
    appendQuery('http://h/take', [
      ['a', '1'],
      ['b', '2'],
    ]),
  ).toBe('http://h/take?a=1&b=2')
  expect(appendQuery('http://h/take?gpu=NVIDIA+A100%20', [['a', '1']])).toBe(
    'http://h/take?gpu=NVIDIA+A100%20&a=1',
  )
  expect(appendQuery('http://h/take?', [['a', '1']])).toBe('http://h/take?a=1')
  expect(appendQuery('http://h/take?x=1', [])).toBe('http://h/take?x=1')
})

test('batch and stop addresses exist only where the take address has a /job-take/ part', ({ expect }) => {
  expect(batchTakeAddress('http://h/job-take/w?x=1')).toBe('http://h/job-take-batch/w?x=1')
  expect(stopAddress('http://h/job-take/w?x=1')).toBe('http://h/job-stop/w?x=1')
  expect(batchTakeAddress('http://h/jobs/w')).toBeUndefined()
  expect(stopAddress('http://h/jobs/w')).toBeUndefined()
})
