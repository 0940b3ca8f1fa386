// Compiles pixels.ts to src/pixels.wasm and seals both. The compiler comes by its exact version, so the bytes are
// the same on every machine; a test says when the source was changed and this was not run.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const compiler = 'assemblyscript@0.28.20'
const source = fileURLToPath(new URL('pixels.ts', import.meta.url))
const output = fileURLToPath(new URL('../src/pixels.wasm', import.meta.url))
const seal = fileURLToPath(new URL('pixels.seal.json', import.meta.url))

const flags = [
  '-O3',
  '--noAssert',
  '--converge',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--memoryBase',
  '16',
]
execFileSync('npx', ['-y', '-p', compiler, 'asc', source, ...flags, '--outFile', output], {
  stdio: 'inherit',
})

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')
writeFileSync(
  seal,
  `${JSON.stringify({ compiler, source: sha256(source), wasm: sha256(output) }, null, 2)}\n`,
)
