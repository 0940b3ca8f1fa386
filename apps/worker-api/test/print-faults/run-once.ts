import { AppError } from '@foxetales/shared-schemas/errors'
import type { Message } from '@foxetales/shared-schemas/message'
import type { PrintJobRow } from '../../src/db/print-jobs.ts'
import { choosePrinter } from '../../src/flows/choose-printer.ts'
import { sendToPrint } from '../../src/flows/send-to-print.ts'
import { trackPrint } from '../../src/flows/track-print.ts'
import { watchPrinters } from '../../src/flows/watch-printers.ts'
import { printStatusRank } from '../../src/ports/print-vendor.ts'
import type { Services } from '../../src/services.ts'
import { testEnv } from '../test-env.ts'
import { Died, dyingServices } from './dying-services.ts'
import { plantOrders } from './plant-order.ts'
import { openWorld, type World } from './played-world.ts'
import { type Random, seeded } from './random.ts'

export interface Outcome {
  readonly seed: number
  readonly state: string
  readonly reason: string | null
  /** Jobs at all printers for this order, and those of them that are not cancelled or failed. */
  readonly made: number
  readonly alive: number
  readonly fallbacks: number
  readonly deaths: number
  readonly openAlerts: readonly string[]
  /** What must never be: an empty list. */
  readonly broken: readonly string[]
}

const minuteMs = 60_000
const eventsPerOrder = 10
const publicUrl = 'https://edge.example'
const visible = ['printing', 'shipped', 'delivered', 'failed']

type Flow = (services: Services) => Promise<unknown>

/** What one run has: its world, its orders, and how a flow is run in it. */
interface Run {
  readonly random: Random
  readonly world: World
  readonly services: Services
  readonly messages: Message[]
  readonly orders: readonly string[]
  run(flow: Flow): Promise<void>
}

/**
 * Several paid orders from their approval to the end, with everything going wrong that may; then calm, until nothing
 * moves. One seed, one run.
 */
export async function runOnce(seed: number, orderCount: number, plain: Services): Promise<Outcome[]> {
  const random = seeded(seed)
  const world = openWorld(random, publicUrl)
  const messages: Message[] = []
  const services: Services = {
    ...plain,
    now: world.now,
    printers: world.printers,
    send: async (sent) => {
      messages.push(...sent)
    },
    link: async (grant) => `${publicUrl}/files/${grant.k.split('/').at(-1)}`,
    announce: async () => undefined,
    report: () => undefined,
    settings: { ...plain.settings, publicUrl },
  }
  const orders = await plantOrders(services, orderCount)
  const broken = new Map<string, string[]>(orders.map((orderId) => [orderId, []]))
  const ranks = new Map<string, number>()
  let deadliness = random.pick([0, 0.02, 0.08])
  let deaths = 0

  async function run(flow: Flow): Promise<void> {
    try {
      await flow(dyingServices(services, random, deadliness))
    } catch (fault) {
      if (fault instanceof Died) deaths += 1
      else if (!(fault instanceof AppError))
        broken.get(orders[0] ?? '')?.push(`a flow threw ${String(fault)}`)
    }
  }

  async function seeThatNothingWentBack(): Promise<void> {
    const rows = await testEnv.DB.prepare('SELECT order_id, status FROM print_jobs').all<PrintJobRow>()
    for (const { order_id: orderId, status } of rows.results) {
      const rank = status === 'planned' ? -1 : printStatusRank[status]
      if (rank < (ranks.get(orderId) ?? -1)) broken.get(orderId)?.push(`the job went back to ${status}`)
      ranks.set(orderId, rank)
    }
  }

  const whole: Run = { random, world, services, messages, orders, run }
  world.troubled = random.pick([0.05, 0.15, 0.35])
  for (let event = 0; event < eventsPerOrder * orderCount; event += 1) {
    world.pass(random.pick([1000, 5000, minuteMs, 3 * minuteMs, 20 * minuteMs, 70 * minuteMs]))
    await happen(whole)
    if (event % orderCount === 0) await seeThatNothingWentBack()
  }
  deadliness = 0
  await settle(whole)
  await seeThatNothingWentBack()
  const outcomes = orders.map((orderId) => {
    return judge(services, world, { seed, orderId, deaths, broken: broken.get(orderId) ?? [] })
  })
  return Promise.all(outcomes)
}

function setFates(world: World, random: Random): void {
  world.locals.lulu.fate = random.pick(['printed', 'printed', 'printed', 'unpaid', 'rejected'])
  world.locals.prodigi.fate = random.pick(['printed', 'printed', 'printed', 'unpaid', 'held', 'rejected'])
  world.locals.gelato.fate = random.pick(['printed', 'printed', 'printed', 'held', 'rejected'])
}

/** One thing that happens in the world: mostly ours, sometimes the printers', sometimes twice at once. */
async function happen({ random, world, messages, orders, run }: Run): Promise<void> {
  const { lulu, prodigi, gelato } = world.locals
  for (const each of world.late.splice(0)) {
    if (each.at <= world.now()) await each.deliver()
    else world.late.push(each)
  }
  const what = random.pick([
    'message',
    'message',
    'message',
    'twice',
    'news',
    'news',
    'step',
    'cron',
    'token',
  ])
  if (what === 'step') await random.pick([lulu, prodigi, gelato]).step()
  if (what === 'token') lulu.expireTokens()
  if (what === 'cron') await run(watchPrinters)
  if (what === 'news') await hear(random, world, run)
  if (what === 'message' || what === 'twice') {
    setFates(world, random)
    // A queue loses, repeats and reorders.
    const [message] = random.shuffled(messages)
    if (message && random.chance(0.7)) messages.splice(messages.indexOf(message), 1)
    const flow = flowOf(message ?? (await nextOf(random.pick(orders))))
    await Promise.all(what === 'twice' ? [run(flow), run(flow)] : [run(flow)])
  }
}

/** News, in any order, once or more; some is never heard. */
async function hear(random: Random, world: World, run: Run['run']): Promise<void> {
  const [news] = random.shuffled(world.webhooks)
  if (!news) return
  if (random.chance(0.6)) world.webhooks.splice(world.webhooks.indexOf(news), 1)
  if (random.chance(0.1)) return
  await run(async (services) => {
    const printer = services.printers.named(news.vendor)
    if (!printer) return
    const event = await printer.parseWebhook(news)
    await trackPrint(services, printer, event.vendorRef)
  })
}

/** What the sweep would send for an order that stands still. */
async function nextOf(orderId: string): Promise<Message> {
  const row = await testEnv.DB.prepare('SELECT interior FROM orders WHERE id = ?')
    .bind(orderId)
    .first<{ interior: string | null }>()
  return { kind: row?.interior ? 'order.print' : 'order.assemble', orderId }
}

function flowOf(message: Message): Flow {
  if (message.kind === 'order.print') return (services) => sendToPrint(services, message.orderId)
  if (message.kind === 'order.assemble') return (services) => bind(services, message.orderId)
  throw new Error(`nobody sends ${message.kind} here`)
}

/** Binding, without its pictures: the printer is chosen, and files of its format are there. */
export async function bind(services: Services, orderId: string): Promise<void> {
  const order = await services.orders.find(orderId)
  if (!order || order.interior || !['approved', 'assembling'].includes(order.state)) return
  await services.orders.move(orderId, 'assembling', services.now())
  const printer = await choosePrinter(services, order)
  if (!printer) return
  const { id: format } = printer.capabilities.format
  const pages = printer.name === 'lulu' ? 40 : 42
  const file = (name: string) =>
    JSON.stringify({
      key: `books/${orderId}/.${name}.pdf`,
      sha256: 'a'.repeat(64),
      bytes: 100,
      pages,
      format,
    })
  const isLulu = printer.name === 'lulu'
  const interior = file(isLulu ? 'lulu-interior' : printer.name)
  await services.orders.setFiles(
    orderId,
    { interior, cover: isLulu ? file('lulu-cover') : null },
    services.now(),
  )
  await services.send([{ kind: 'order.print', orderId }])
}

/** The weather turns: everybody answers, and days go by until nothing moves any more. */
async function settle({ world, messages, services, orders, run }: Run): Promise<void> {
  world.troubled = 0
  for (const local of Object.values(world.locals)) {
    local.faults.length = 0
    local.fate = 'printed'
  }
  for (const each of world.late.splice(0)) await each.deliver()
  for (let day = 0; day < 10; day += 1) {
    messages.length = 0
    const waiting = await services.orders.stale(
      ['approved', 'assembling'],
      Number.MAX_SAFE_INTEGER,
      orders.length,
    )
    for (const { id } of waiting) {
      // Bound, checked by the printer, checked again, sent.
      for (let hour = 0; hour < 4; hour += 1) {
        world.pass(10 * minuteMs)
        await run(flowOf(await nextOf(id)))
      }
    }
    for (let step = 0; step < 4; step += 1) {
      for (const local of Object.values(world.locals)) await local.step()
    }
    // Nothing is heard: asking has to be enough.
    world.webhooks.length = 0
    world.pass(25 * 60 * minuteMs)
    await run(watchPrinters)
    await run(watchPrinters)
    const open = await services.orders.stale(
      ['approved', 'assembling', 'printing'],
      Number.MAX_SAFE_INTEGER,
      1,
    )
    if (day > 1 && open.length === 0) return
  }
}

async function judge(
  services: Services,
  world: World,
  run: { seed: number; orderId: string; deaths: number; broken: string[] },
): Promise<Outcome> {
  const { orderId, broken } = run
  const order = await services.orders.find(orderId)
  const row = await services.printJobs.ofOrder(orderId)
  const jobs = world.jobsOf(orderId)
  const alive = jobs.filter((job) => job.alive).length
  const open = await testEnv.DB.prepare('SELECT kind FROM alerts WHERE settled_at IS NULL AND subject = ?')
    .bind(orderId)
    .all<{ kind: string }>()
  const openAlerts = open.results.map(({ kind }) => kind)
  const state = order?.state ?? 'gone'
  if (jobs.length > 1)
    broken.push(`${jobs.length} jobs were made: ${jobs.map((job) => job.vendor).join(', ')}`)
  if (!visible.includes(state)) broken.push(`the order stands at ${state}`)
  if (state === 'failed' && !(order?.reason && openAlerts.includes('order_failed'))) {
    broken.push('it failed without a reason or an alert')
  }
  if (state !== 'failed' && alive !== 1) broken.push(`an order that is ${state} has ${alive} living jobs`)
  if (state === 'failed' && alive > 0) broken.push(`a failed order has ${alive} living jobs`)
  broken.push(...mismatch(row, jobs))
  return {
    seed: run.seed,
    state,
    reason: order?.reason ?? null,
    made: jobs.length,
    alive,
    fallbacks: (JSON.parse(row?.passed_over ?? '[]') as string[]).length,
    deaths: run.deaths,
    openAlerts,
    broken,
  }
}

function mismatch(row: PrintJobRow | null, jobs: ReturnType<World['jobsOf']>): string[] {
  const [job] = jobs
  if (!job) return row?.vendor_ref ? ['the row names a job that nobody has'] : []
  const isNamed = row?.vendor === job.vendor && row.vendor_ref === job.id
  return isNamed
    ? []
    : [`the row names ${row?.vendor}:${row?.vendor_ref}, and the job is ${job.vendor}:${job.id}`]
}
