import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { checkOnServer, type Verdict } from './check/check-on-server.ts'
import { connectComfy } from './check/comfy-server.ts'
import { type WorkflowName, workflowNames } from './load-workflow.ts'

const usage = `node comfy-workflows/src/check-workflows.ts --comfy http://127.0.0.1:8188
  [--run NAME]…        run these to their end as well (--run all: every one)
  [--photo FILE]       a photo with a face, for workflows that look for one
  [--identity FILE]    an identity file to run pages with
  [--size PX] [--steps N]   of the runs; 1024 and 25 unless told`

const { values: flags } = parseArgs({
  options: {
    comfy: { type: 'string' },
    run: { type: 'string', multiple: true, default: [] },
    photo: { type: 'string' },
    identity: { type: 'string' },
    size: { type: 'string', default: '1024' },
    steps: { type: 'string', default: '25' },
  },
})
if (flags.comfy === undefined) {
  console.error(usage)
  process.exit(2)
}

function namesToRun(asked: readonly string[]): WorkflowName[] {
  if (asked.includes('all')) return [...workflowNames]
  const unknown = asked.filter((name) => !workflowNames.some((known) => known === name))
  if (unknown.length > 0)
    throw new Error(`no workflow ${unknown.join(', ')}; there are ${workflowNames.join(', ')}`)
  return workflowNames.filter((name) => asked.includes(name))
}

async function fileBytes(path: string | undefined) {
  return path === undefined ? undefined : new Uint8Array(await readFile(path))
}

function describe({ workflow, problems, outputs, seconds }: Verdict): string {
  if (problems.length > 0) return [`✗ ${workflow}`, ...problems.map((problem) => `    ${problem}`)].join('\n')
  if (outputs === undefined) return `✓ ${workflow}: accepted`
  const files = Object.values(outputs).flat()
  return `✓ ${workflow}: ran in ${seconds?.toFixed(1)} s → ${files.map((file) => file.filename).join(', ')}`
}

const [photo, identity] = await Promise.all([fileBytes(flags.photo), fileBytes(flags.identity)])
const verdicts = await checkOnServer(connectComfy(flags.comfy), {
  sizePx: Number(flags.size),
  steps: Number(flags.steps),
  run: namesToRun(flags.run),
  ...(photo ? { photo } : {}),
  ...(identity ? { identity } : {}),
})
for (const verdict of verdicts) console.log(describe(verdict))
const refused = verdicts.filter(({ problems }) => problems.length > 0)
console.log(`${verdicts.length - refused.length} of ${verdicts.length} workflows accepted`)
process.exitCode = refused.length === 0 ? 0 : 1
