import * as Sentry from '@sentry/cloudflare'
import { compose } from './compose.ts'
import type { Env } from './env.ts'
import { lookOver } from './flows/look-over.ts'
import { sweep } from './flows/sweep.ts'
import { consume } from './queues/consume.ts'
import { createApp } from './routes/app.ts'
import { scrubEvent } from './scrub-event.ts'

export { RenderScheduler } from './durable/render-scheduler.ts'
export { StatusRoom } from './durable/status-room.ts'

const app = createApp(compose)
/** The second of the crons in wrangler.toml; every other one is the sweep. */
const nightly = '17 3 * * *'

const doors = {
  fetch: (request, env, context) => app.fetch(request, env, context),
  queue: (batch, env) => consume(batch, compose(env)),
  scheduled: ({ cron }, env, _context) => (cron === nightly ? lookOver(compose(env)) : sweep(compose(env))),
} satisfies ExportedHandler<Env>

// Without a DSN Sentry sends nothing. It is never given bodies, addresses or headers: see scrub-event.ts.
// biome-ignore lint/style/noDefaultExport: the Workers runtime takes its handlers from the default export
export default Sentry.withSentry(
  (env: Env) => ({ dsn: String(env['SENTRY_DSN'] ?? ''), beforeSend: scrubEvent }),
  doors,
)
