import process from 'node:process'
import { parseArgs } from 'node:util'
import { findFileProblems } from './model-files.ts'
import { loadModels } from './models.ts'

const usage = `node comfy-workflows/src/check-models.ts --folder /path/to/models
  [--sha256]   reads every file as well, which takes minutes`

const { values: flags } = parseArgs({
  options: { folder: { type: 'string' }, sha256: { type: 'boolean', default: false } },
})
if (flags.folder === undefined) {
  console.error(usage)
  process.exit(2)
}
const models = await loadModels()
const problems = await findFileProblems(models, flags.folder, flags.sha256)
for (const problem of problems) console.error(`✗ ${problem}`)
console.log(`${models.length - problems.length} of ${models.length} model files are in order`)
process.exitCode = problems.length === 0 ? 0 : 1
