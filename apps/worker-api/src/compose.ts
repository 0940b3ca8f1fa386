import storyFace from '@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf'
import titleFace from '@expo-google-fonts/literata/600SemiBold/Literata_600SemiBold.ttf'
import rareStoryFace from '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf'
import rareTitleFace from '@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf'
import type { BookFonts } from '@foxetales/book-pdf/open-face'
import { newId } from '@foxetales/shared-schemas/ids'
import type { Message } from '@foxetales/shared-schemas/message'
import { captureException } from '@sentry/cloudflare'
import { bundledBooks } from './adapters/books/bundled-books.ts'
import { runpodProvider } from './adapters/gpu/runpod.ts'
import { sealedKv } from './adapters/identity-store/sealed-kv.ts'
import { resendMail } from './adapters/notifier/resend.ts'
import { r2Store } from './adapters/object-store/r2.ts'
import { shopifyPayment } from './adapters/payment/shopify.ts'
import { stripePayment } from './adapters/payment/stripe.ts'
import { gelato } from './adapters/print/gelato.ts'
import { housePress } from './adapters/print/house-press.ts'
import { lulu } from './adapters/print/lulu.ts'
import { openPrinters } from './adapters/print/open-printers.ts'
import { prodigi } from './adapters/print/prodigi.ts'
import { shopifyStorefront } from './adapters/storefront/shopify.ts'
import { alertsTable } from './db/alerts.ts'
import { artifactsTable } from './db/artifacts.ts'
import { bookFilesTable } from './db/book-files.ts'
import { deskLists } from './db/desk-lists.ts'
import { jobsTable } from './db/jobs.ts'
import { journalTables } from './db/journal.ts'
import { messagesTable } from './db/messages.ts'
import { moneyTable } from './db/money.ts'
import { ordersTable } from './db/orders.ts'
import { ordersByPayment } from './db/orders-by-payment.ts'
import { photosTable } from './db/photos.ts'
import { printJobsTable } from './db/print-jobs.ts'
import { refundsTable } from './db/refunds.ts'
import { shopsTable } from './db/shops.ts'
import { unitsTable } from './db/units.ts'
import { signFileGrant } from './domain/file-links.ts'
import { type Env, readConfig } from './env.ts'
import { openShop } from './flows/open-shop.ts'
import type { Scheduler, Services } from './services.ts'

const gpuTimeoutMs = 10_000

/** The usual family, and the one that has the letters which the first lacks. */
const fonts: readonly BookFonts[] = [
  {
    family: 'literata',
    name: 'Literata',
    body: new Uint8Array(storyFace),
    display: new Uint8Array(titleFace),
  },
  {
    family: 'noto-serif',
    name: 'Noto Serif',
    body: new Uint8Array(rareStoryFace),
    display: new Uint8Array(rareTitleFace),
  },
]

/** Env → Services, for fetch, queue, cron and Durable Objects alike. The only file that knows every vendor and table. */
export function compose(env: Env): Services {
  const config = readConfig(env)
  const now = () => Date.now()
  const services: Services = {
    now,
    newId: (kind) => newId(kind, now()),
    newSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    together: async (statements) => {
      if (statements.length > 0) await env.DB.batch(statements)
    },
    photos: photosTable(env.DB),
    jobs: jobsTable(env.DB),
    units: unitsTable(env.DB),
    artifacts: artifactsTable(env.DB),
    orders: ordersTable(env.DB),
    ordersByPayment: ordersByPayment(env.DB),
    printJobs: printJobsTable(env.DB),
    journal: journalTables(env.DB),
    bookFiles: bookFilesTable(env.DB),
    deskLists: deskLists(env.DB),
    alerts: alertsTable(env.DB),
    refunds: refundsTable(env.DB),
    shops: shopsTable(env.DB),
    money: moneyTable(env.DB),
    messages: messagesTable(env.DB),
    files: r2Store(env.FILES),
    identities: sealedKv(env.CACHE, config.SIGNING_KEY),
    link: async (grant, seconds) => {
      const expires = Math.floor(now() / 1000) + seconds
      return `${config.PUBLIC_URL}/files/${await signFileGrant(config.SIGNING_KEY, { ...grant, e: expires })}`
    },
    books: bundledBooks(env.ASSETS),
    fonts,
    scheduler: schedulerOf(env),
    send: (messages) => sendAll(env, messages),
    announce: async (subject) => {
      try {
        await env.STATUS_ROOM.getByName(subject).announce(subject)
      } catch (fault) {
        // Whoever watches also polls: a room that does not answer must not stop the work it would have told of.
        services.report(fault, { during: 'announce' })
      }
    },
    gpu: runpodProvider({
      apiBase: config.RUNPOD_API_URL,
      apiKey: config.RUNPOD_API_KEY,
      endpoints: { gpu: config.RUNPOD_GPU_ENDPOINT, cpu: config.RUNPOD_CPU_ENDPOINT },
      fetch: (input, init) => fetch(input, init),
      timeoutMs: gpuTimeoutMs,
    }),
    payments: {
      stripe: stripePayment({
        secretKey: config.STRIPE_SECRET_KEY,
        webhookSecret: config.STRIPE_WEBHOOK_SECRET,
        tax: config.STRIPE_TAX,
        apiBase: new URL(config.STRIPE_API_URL),
        fetch: (input, init) => fetch(input, init),
      }),
      shopify: shopifyPayment({
        keyOf: (shop) => openShop(services, shop),
        adminUrl: (shop) => config.SHOPIFY_ADMIN_URL.replace('{shop}', shop),
        fetch: (input, init) => fetch(input, init),
      }),
    },
    printers: openPrinters(printerKinds, config.PRINT_VENDORS, env, {
      fetch: (input, init) => fetch(input, init),
      now,
      memory: printerMemory,
    }),
    storefront: shopifyStorefront({
      clientId: config.SHOPIFY_CLIENT_ID,
      secret: config.SHOPIFY_CLIENT_SECRET,
      adminUrl: config.SHOPIFY_ADMIN_URL,
      fetch: (input, init) => fetch(input, init),
      now,
    }),
    notifier: resendMail({
      apiBase: config.MAIL_API_URL,
      apiKey: config.MAIL_API_KEY,
      from: config.MAIL_FROM,
      replyTo: config.MAIL_REPLY_TO,
      fetch: (input, init) => fetch(input, init),
    }),
    report: (fault, context) => {
      console.error(JSON.stringify({ level: 'error', fault: describe(fault), ...context }))
      captureException(fault, { extra: context })
    },
    settings: {
      publicUrl: config.PUBLIC_URL,
      signingKey: config.SIGNING_KEY,
      reviewOrders: config.REVIEW_ORDERS,
      homeCountry: config.HOME_COUNTRY,
      staffEmail: config.STAFF_EMAIL,
      previewsPerAddressPerDay: config.PREVIEWS_PER_ADDRESS_PER_DAY,
      unitLeaseMs: config.UNIT_LEASE_SECONDS * 1000,
      proofMs: config.PROOF_HOURS * 3_600_000,
      takesTestOrders: config.SHOPIFY_TEST_ORDERS === 'make',
      previewsPerShopPerDay: config.PREVIEWS_PER_SHOP_PER_DAY,
    },
  }
  return services
}

/** Every printer there is: a new one is a line here. */
const printerKinds = [housePress, lulu, prodigi, gelato]
/** Tokens outlive a request; they are this isolate's own. */
const printerMemory = new Map<string, { value: string; until: number }>()

function schedulerOf(env: Env): Scheduler {
  const of = (pool: 'gpu' | 'cpu') => env.RENDER_SCHEDULER.getByName(pool)
  return {
    offer: async (unit) => of(unit.pool).offer(unit),
    settle: async (unitId, pool, gpuSeconds) => of(pool).settle(unitId, gpuSeconds),
    position: async (unitId, pool) => of(pool).position(unitId),
    waiting: async (pool) => of(pool).waiting(),
  }
}

async function sendAll(env: Env, messages: readonly Message[]): Promise<void> {
  const queueOf = (message: Message): Queue => {
    if (message.kind === 'order.assemble') return env.ASSEMBLE_QUEUE
    return message.kind === 'order.print' ? env.PRINT_QUEUE : env.RENDER_QUEUE
  }
  const batches = Map.groupBy(messages, queueOf)
  for (const [queue, batch] of batches) {
    // A queue takes at most 100 messages in one call.
    for (let from = 0; from < batch.length; from += 100) {
      await queue.sendBatch(batch.slice(from, from + 100).map((body) => ({ body })))
    }
  }
}

/** A fault's name and message; what it carries beside them may be personal. */
function describe(fault: unknown): string {
  return fault instanceof Error ? `${fault.name}: ${fault.message}` : 'not an error'
}
