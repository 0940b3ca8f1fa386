import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type LocalStack, type StackPorts, startLocalStack } from '@foxetales/local-stack/start-local-stack'
import { freePorts, portIsFree } from '@foxetales/local-stack/supervisor/free-ports'
import { deskToken } from './desk-token.ts'
import { runMainJob } from './main-job.ts'
import { type Flags, readFlags } from './read-flags.ts'
import { saveFiles } from './save-files.ts'
import { shopClient } from './shop-client.ts'
import { stagePrinter } from './stage-printer.ts'

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
const stateRoot = path.join(root, '.state')
const defaultPort = 8787
const gpuWorkers = 3

/** The edge at PORT (8787), the others wherever it is free: their addresses are told to whoever needs them. */
async function choosePorts(flags: Flags): Promise<StackPorts> {
  const [edge = 0, runpod = 0, stripe = 0, shopify = 0, press = 0, mail = 0, comfy = 0] = await freePorts(7)
  const wanted = Number(process.env['PORT'] ?? (flags.once ? edge : defaultPort))
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    throw new Error('PORT is not a port number.')
  if (wanted !== edge && !(await portIsFree(wanted))) {
    throw new Error(`Port ${wanted} is taken. Stop what runs there, or choose another: PORT=8800 npm start`)
  }
  return { edge: wanted, runpod, stripe, shopify, press, mail, comfy }
}

/** A run with `--once` keeps nothing but its output; otherwise what was made stays for the next start. */
async function chooseState(flags: Flags): Promise<string> {
  await mkdir(stateRoot, { recursive: true })
  return flags.once ? mkdtemp(path.join(stateRoot, 'once-')) : path.join(stateRoot, 'laptop')
}

async function main(): Promise<number> {
  const printer = stagePrinter(process.stdout, () => performance.now())
  const flags = readFlags(process.argv.slice(2), path.join(root, 'samples', 'astronaut.png'))
  const stateDir = await chooseState(flags)
  let starting: Promise<LocalStack> | undefined
  const stopped = new Promise<void>((resolve) => {
    // `on`, not `once`: Ctrl-C reaches every process of the terminal, so it arrives here twice, and the second one must
    // not end us before everything that was started has ended.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
  try {
    const job = runAll(flags, stateDir, printer, (begun) => {
      starting = begun
    })
    const finished = await Promise.race([job.then(() => true), stopped.then(() => false)])
    if (!finished || flags.once) return finished ? 0 : 130
    await stopped
    return 0
  } finally {
    // Whoever interrupts the opening waits for it: what was begun has to be known to be ended.
    await (await starting)?.stop()
    if (flags.once) await rm(stateDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function runAll(
  flags: Flags,
  stateDir: string,
  printer: ReturnType<typeof stagePrinter>,
  onStarting: (starting: Promise<LocalStack>) => void,
): Promise<void> {
  printer.line('Foxetales')
  const opening = printer.stage('Open the shop')
  const starting = startLocalStack({ root, stateDir, ports: await choosePorts(flags), gpuWorkers })
  onStarting(starting)
  const stack = await starting
  const shop = shopClient(stack.url)
  while (!(await shop.isReady())) await sleep(100)
  opening.end('edge, GPU workers, checkout and printer, all on this machine')

  const result = await runMainJob(shop, flags, printer)
  const saving = printer.stage('Save the files')
  const out = path.resolve(flags.out)
  await saveFiles(shop, result, out, printer.timings)
  saving.end(out)
  printer.line()
  printer.line(`  The book      ${path.join(out, 'full_book.pdf')}`)
  printer.line(`  Its cover     ${path.join(out, 'cover.pdf')}`)
  printer.line(`  All pages     ${path.join(out, 'contact-sheet.png')}`)
  if (flags.once) return
  printer.line()
  const signIn = deskToken(stack.secrets['ADMIN_JWT_SECRET'] ?? '', Date.now())
  printer.line(`  The shop           ${stack.url}/shop/`)
  printer.line(`  A Shopify shop     ${stack.shopifyUrl}/`)
  printer.line(`  This order         ${result.pageUrl}`)
  printer.line(`  Order desk         ${stack.url}/desk/#token=${signIn}`)
  printer.line(`  Mailbox            ${stack.mailboxUrl}`)
  printer.line(`  API and its docs   ${stack.url}  ${stack.url}/docs`)
  printer.line()
  printer.line('  Everything stays up until Ctrl-C.')
}

let code = 1
try {
  code = await main()
} catch (fault) {
  process.stderr.write(`\n${fault instanceof Error ? fault.message : String(fault)}\n`)
}
// Everything is stopped; an interrupted walk may still wait for an answer that will not come.
process.exit(code)
