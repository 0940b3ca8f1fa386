import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, test } from 'vitest'
import { findFileProblems } from '../src/model-files.ts'
import type { Model } from '../src/models.ts'

const bytes = Buffer.from('the weights of a small model')
const sha256 = createHash('sha256').update(bytes).digest('hex')

function model(file: string, known: Partial<Model> = {}): Model {
  const about = { source: 'us', licence: 'MIT', commercial: true }
  return { folder: '.', file, bytes: bytes.length, sha256, ...about, ...known }
}

test('missing, empty, cut-off and exchanged model files are told apart', async ({ expect }) => {
  const folder = await mkdtemp(join(tmpdir(), 'models-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const files: Record<string, Buffer> = {
    good: bytes,
    empty: Buffer.alloc(0),
    short: bytes.subarray(0, 9),
    other: Buffer.from(bytes).fill('x'),
    unknown: Buffer.from('anything'),
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  const models = [
    ...['good', 'empty', 'short', 'other', 'absent'].map((name) => model(name)),
    model('unknown', { bytes: null, sha256: null }),
  ]
  const quick = ['./empty is empty', './short has 9 bytes instead of 28', './absent is missing (us)']
  expect(await findFileProblems(models, folder, false)).toEqual(quick)
  expect(await findFileProblems(models, folder, true)).toEqual([
    ...quick.slice(0, 2),
    './other has other bytes than the manifest says',
    ...quick.slice(2),
  ])
})
