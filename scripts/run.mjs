// The two commands of the README, and the developers' three: `node scripts/run.mjs start|test|check|bench|deploy [flags]`.
// Node 20 or newer, no dependencies. Installs once (pnpm through npx), then runs everything with the pinned Node that
// lies in node_modules/.bin, so that the Node that happens to be on the machine does not matter.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const bin = path.join(root, 'node_modules', '.bin')
const windows = process.platform === 'win32'

const commands = {
  start: [
    ['node', 'scripts/build-assets.ts'],
    ['node', 'scripts/start/main.ts'],
  ],
  test: [
    ['node', 'scripts/build-assets.ts'],
    ['vitest', 'run'],
  ],
  check: [
    ['node', 'scripts/build-assets.ts'],
    ['biome', 'check', '.'],
    ...[
      'apps/worker-api',
      'apps/gpu-handler',
      'apps/local-stack',
      'apps/storefront',
      'packages/shared-schemas',
      'packages/runpod',
      'packages/book-pdf',
      'packages/face-finder',
      'packages/pixels',
      'packages/comfy-lite',
      'comfy-workflows',
      'books',
      'scripts',
    ].map((room) => ['tsc', '-p', room]),
    ['knip'],
    ['wrangler', 'deploy', '--dry-run', '--outdir', '.wrangler/dry-run'],
  ],
  bench: [
    ['node', 'scripts/build-assets.ts'],
    ['node', 'scripts/bench/main.ts'],
    ['node', 'scripts/bench/desk-list.ts'],
  ],
  deploy: [
    ['node', 'scripts/build-assets.ts'],
    ['wrangler', 'deploy'],
  ],
}

function install() {
  const { config } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const lock = readFileSync(path.join(root, 'pnpm-lock.yaml'))
  const wanted = createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')
  const stamp = path.join(root, 'node_modules', '.install-stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(path.join(root, '.dev.vars')))
    return
  process.stderr.write('Installing packages (once) …\n')
  const args = [
    '-y',
    `pnpm@${config.pnpm}`,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
  ]
  const done = spawnSync('npx', args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: windows,
    encoding: 'utf8',
  })
  if (done.status !== 0) {
    process.stderr.write(`${done.stdout}\nThe packages could not be installed.\n`)
    process.exit(done.status ?? 1)
  }
  writeFileSync(stamp, wanted)
}

/** Runs one program to its end; signals reach it, so that nothing is left running. */
function run([program, ...args]) {
  return new Promise((resolve) => {
    const env = {
      ...process.env,
      PATH: bin + path.delimiter + process.env.PATH,
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    }
    const child = spawn(path.join(bin, program), args, { cwd: root, env, stdio: 'inherit', shell: windows })
    const pass = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    child.on('error', (fault) => {
      process.stderr.write(`${program}: ${fault.message}\n`)
      resolve(1)
    })
    child.on('exit', (code, signal) => {
      for (const signal of signals) process.off(signal, pass)
      resolve(code ?? (signal ? 1 : 0))
    })
  })
}

const [name, ...flags] = process.argv.slice(2)
const steps = commands[name]
if (!steps) {
  process.stderr.write('usage: node scripts/run.mjs start|test|check|bench|deploy [flags]\n')
  process.exit(2)
}
install()
for (const [index, step] of steps.entries()) {
  const code = await run(index === steps.length - 1 ? [...step, ...flags] : step)
  if (code !== 0) process.exit(code)
}
