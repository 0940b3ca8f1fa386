import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { startLocalEndpoint } from '@foxetales/runpod/local-endpoint/start-local-endpoint'
import { startHousePress } from './house-press/start-house-press.ts'
import { readLocalSecrets, secret } from './local-secrets.ts'
import { startMailbox } from './mailbox/start-mailbox.ts'
import { startLocalShopify } from './shopify/start-local-shopify.ts'
import { startLocalStripe } from './stripe/start-local-stripe.ts'
import { edgePlan } from './supervisor/edge.ts'
import { type KeptProcess, keepRunning } from './supervisor/keep-running.ts'
import { applyMigrations } from './supervisor/migrate.ts'
import { comfyPlan, handlerPlan } from './supervisor/workers.ts'

export interface StackPorts {
  readonly edge: number
  readonly runpod: number
  readonly stripe: number
  readonly shopify: number
  readonly press: number
  readonly mail: number
  readonly comfy: number
}

export interface StackOptions {
  /** The checkout. */
  readonly root: string
  /** Everything that is stored lies here. */
  readonly stateDir: string
  readonly ports: StackPorts
  /** Programs that render; each is one GPU worker to the scheduler. */
  readonly gpuWorkers?: number
  /** The edge's vars that should differ from wrangler.toml. */
  readonly vars?: Readonly<Record<string, string>>
}

export interface LocalStack {
  readonly url: string
  /** Shows every letter that was sent. */
  readonly mailboxUrl: string
  /** Somebody's shop that sells the book. */
  readonly shopifyUrl: string
  readonly processes: readonly KeptProcess[]
  readonly secrets: Readonly<Record<string, string>>
  /** Ends everything that was started. */
  stop(): Promise<void>
}

const host = '127.0.0.1'
/** Cloudflare fires the cron once a minute; here somebody has to, and a laptop's user waits beside it. */
const cronMs = 5000

/**
 * The whole company on one machine: every outside party in this process, a port each; the edge (workerd), the handlers
 * and the picture engine as programs of their own, which may be killed one by one and come back.
 */
export async function startLocalStack(options: StackOptions): Promise<LocalStack> {
  const { root, ports, stateDir } = options
  const logs = path.join(stateDir, 'logs')
  await mkdir(logs, { recursive: true })
  const secrets = await readLocalSecrets(root)
  const url = `http://${host}:${ports.edge}`

  const migrated = applyMigrations(root, stateDir, path.join(logs, 'migrations.log'))
  const runpod = await startLocalEndpoint({
    port: ports.runpod,
    host,
    apiKey: secret(secrets, 'RUNPOD_API_KEY'),
    endpointIds: ['gpu', 'cpu'],
    workerSilenceMs: 15_000,
  })
  const stripe = await startLocalStripe({
    port: ports.stripe,
    host,
    stateDir: path.join(stateDir, 'stripe'),
    secretKey: secret(secrets, 'STRIPE_SECRET_KEY'),
    webhookSecret: secret(secrets, 'STRIPE_WEBHOOK_SECRET'),
    webhookUrl: `${url}/webhooks/stripe`,
  })
  const press = await startHousePress({
    port: ports.press,
    host,
    stateDir: path.join(stateDir, 'press'),
    apiKey: secret(secrets, 'PRESS_API_KEY'),
    webhookSecret: secret(secrets, 'PRESS_WEBHOOK_SECRET'),
  })

  const shopify = await startLocalShopify({
    port: ports.shopify,
    host,
    clientId: 'foxetales-local',
    secret: secret(secrets, 'SHOPIFY_CLIENT_SECRET'),
    api: url,
  })
  const mailbox = await startMailbox({
    port: ports.mail,
    host,
    stateDir: path.join(stateDir, 'mailbox'),
    apiKey: secret(secrets, 'MAIL_API_KEY'),
  })

  const workers = { root, stateDir, logs, ports, host, runpod }
  const processes: KeptProcess[] = [
    keepRunning(comfyPlan(workers)),
    keepRunning(handlerPlan(workers, 'cpu', 1)),
  ]
  const gpuWorkers = options.gpuWorkers ?? 1
  for (let number = 1; number <= gpuWorkers; number++)
    processes.push(keepRunning(handlerPlan(workers, 'gpu', number)))
  await migrated
  const vars = { GPU_SLOTS: String(gpuWorkers + 1), ...options.vars }
  processes.push(keepRunning(edgePlan({ root, stateDir, logs, host, ports, vars })))
  const installed = shopify.install()

  const cron = setInterval(() => {
    // A Worker that is being restarted misses a tick, as it may miss one in production.
    fetch(`${url}/cdn-cgi/handler/scheduled`).catch(() => undefined)
  }, cronMs)

  return {
    url,
    mailboxUrl: mailbox.url,
    shopifyUrl: shopify.url,
    processes,
    secrets,
    async stop() {
      clearInterval(cron)
      await Promise.all(processes.map((kept) => kept.stop()))
      await shopify.close()
      await installed
      await Promise.all([runpod.close(), stripe.close(), press.close(), mailbox.close()])
    },
  }
}
