import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { test } from 'vitest'
import seal from '../kernels/pixels.seal.json' with { type: 'json' }

const sha256 = async (file: string) =>
  createHash('sha256')
    .update(await readFile(new URL(file, import.meta.url)))
    .digest('hex')

test('the compiled kernels are those of the source beside them; else run `node packages/pixels/kernels/build.mjs`', async ({
  expect,
}) => {
  expect(await sha256('../kernels/pixels.ts')).toBe(seal.source)
  expect(await sha256('../src/pixels.wasm')).toBe(seal.wasm)
})
