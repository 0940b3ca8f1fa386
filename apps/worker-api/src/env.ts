import * as z from 'zod'

const count = z.coerce.number().int().positive()
const secret = z.string().min(16)

const variables = z.object({
  PUBLIC_URL: z.url(),
  SIGNING_KEY: secret,
  ADMIN_JWT_SECRET: secret,
  RUNPOD_API_URL: z.url(),
  RUNPOD_API_KEY: secret,
  RUNPOD_GPU_ENDPOINT: z.string().min(1),
  RUNPOD_CPU_ENDPOINT: z.string().min(1),
  GPU_SLOTS: count,
  CPU_SLOTS: count,
  UNIT_LEASE_SECONDS: count,
  PROOF_HOURS: z.coerce.number().nonnegative().max(168),
  STRIPE_API_URL: z.url(),
  STRIPE_SECRET_KEY: secret,
  STRIPE_WEBHOOK_SECRET: secret,
  STRIPE_TAX: z.enum(['off', 'inclusive', 'exclusive']),
  HOME_COUNTRY: z.string().regex(/^[A-Z]{2}$/),
  MAIL_API_URL: z.url(),
  MAIL_API_KEY: secret,
  MAIL_FROM: z.string().min(3),
  MAIL_REPLY_TO: z.email(),
  STAFF_EMAIL: z.union([z.literal(''), z.email()]),
  /** Printers that get new books, by name, the preferred one first. Each one's own settings are in its adapter. */
  PRINT_VENDORS: z.string().transform((names) => names.split(',').map((name) => name.trim())),
  SHOPIFY_ADMIN_URL: z.string().regex(/^https?:\/\/.*\{shop\}/),
  SHOPIFY_CLIENT_ID: z.string().min(1),
  SHOPIFY_CLIENT_SECRET: secret,
  SHOPIFY_TEST_ORDERS: z.enum(['make', 'ignore']),
  SHOP_ORIGINS: z.string(),
  PREVIEWS_PER_SHOP_PER_DAY: count,
  REVIEW_ORDERS: z.enum(['always', 'never']),
  PREVIEWS_PER_ADDRESS_PER_DAY: count,
  /** Cloudflare Access: `https://<team>.cloudflareaccess.com`; empty, and only our own tokens open the desk. */
  ACCESS_TEAM_URL: z.union([z.literal(''), z.url()]).default(''),
  /** The Access application's audience tag. */
  ACCESS_AUDIENCE: z.string().default(''),
  /** Who of the staff may what: `an@shop.example=owner, bo@shop.example=editor`. Nobody else gets in. */
  ACCESS_ROLES: z
    .string()
    .default('')
    .transform((table) => table.split(',').filter((entry) => entry.trim() !== ''))
    .pipe(z.array(z.string().regex(/^\s*[^=\s]+@[^=\s]+=(viewer|editor|owner)\s*$/))),
  SENTRY_DSN: z.union([z.literal(''), z.url()]).default(''),
})

/** Vars and secrets, checked. */
export type Config = z.infer<typeof variables>

/** What the platform binds, by the names in wrangler.toml. */
export interface Bindings {
  readonly DB: D1Database
  readonly FILES: R2Bucket
  readonly CACHE: KVNamespace
  readonly ASSETS: Fetcher
  readonly RENDER_QUEUE: Queue
  readonly ASSEMBLE_QUEUE: Queue
  readonly PRINT_QUEUE: Queue
  readonly RENDER_SCHEDULER: DurableObjectNamespace<import('./durable/render-scheduler.ts').RenderScheduler>
  readonly STATUS_ROOM: DurableObjectNamespace<import('./durable/status-room.ts').StatusRoom>
  readonly PREVIEW_LIMITER: RateLimit
}

export type Env = Bindings & Record<string, unknown>

/** The environment lacks something: the message names what, never a value. */
export class BadEnvironment extends Error {
  override name = 'BadEnvironment'
}

/** Reads vars and secrets; throws BadEnvironment naming every missing or malformed one. */
export function readConfig(env: Env): Config {
  const parsed = variables.safeParse(env)
  if (parsed.success) return parsed.data
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
  throw new BadEnvironment(`missing or malformed: ${names.join(', ')}`)
}
