import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OrderState, OrderStatus } from '@foxetales/shared-schemas/order'
import type { PreviewStatus } from '@foxetales/shared-schemas/preview'
import type { Flags } from './read-flags.ts'
import { type ShopClient, ShopRefusal } from './shop-client.ts'
import type { Stage, StagePrinter } from './stage-printer.ts'
import { submitCheckout } from './submit-checkout.ts'

export interface MainJobResult {
  readonly preview: PreviewStatus
  readonly previewToken: string
  readonly order: OrderStatus
  readonly orderToken: string
  readonly pageUrl: string
}

const pollMs = 250
/** A book takes its minute; asking for all its pages four times a second would slow it down. */
const bookPollMs = 1000
/** A laptop makes a book in about a minute; after this something is wrong. */
const patienceMs = 15 * 60_000

/** From the photo to the parcel, through the public API alone. */
export async function runMainJob(
  shop: ShopClient,
  flags: Flags,
  printer: StagePrinter,
): Promise<MainJobResult> {
  const photo = await readPhoto(flags.photo)
  const upload = printer.stage('Upload')
  const { name, book, skinTone, language } = flags
  const accepted = await shop.requestPreview({ photo, name, book, skinTone, language })
  upload.end(`${Math.ceil(photo.length / 1024)} KB accepted, place in the queue ${accepted.position}`)

  const { preview_id: previewId, token } = accepted
  const preview = await followPreview(shop, printer, previewId, token)
  const approval = printer.stage('Approve')
  await shop.approve(previewId, token)
  approval.end('the parent likes them')

  const payment = printer.stage('Pay')
  const created = await shop.order(previewId, token)
  await submitCheckout(created.checkout_url)
  const read = () => shop.readOrder(created.order_id, created.token)
  const paid = await until(read, (order) => order.state !== 'awaiting_payment')
  payment.end(`${(paid.amount_minor / 100).toFixed(2)} ${paid.currency} paid at the checkout page`)
  // The parent has just read it: nothing to correct.
  await shop.release(created.order_id, created.token)

  const order = await followOrder(read, printer, flags.once)
  return { preview, previewToken: token, order, orderToken: created.token, pageUrl: created.page_url }
}

async function readPhoto(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file))
  } catch {
    throw new ShopRefusal('PHOTO_MISSING', `The photo ${file} cannot be read.`)
  }
}

async function followPreview(
  shop: ShopClient,
  printer: StagePrinter,
  id: string,
  token: string,
): Promise<PreviewStatus> {
  const read = () => shop.readPreview(id, token)
  const check = printer.stage('Photo check')
  const checked = await until(
    read,
    (preview) => preview.state !== 'received' && preview.state !== 'checking_photo',
  )
  if (checked.refusal) throw new ShopRefusal(checked.refusal.reason, checked.refusal.advice)
  check.end('one face, clear enough to draw')

  const pages = printer.stage('Preview pages')
  const ready = await until(read, (preview) => {
    pages.update(
      preview.pages.filter((page) => page.state === 'done').length,
      preview.pages.length,
      preview.waiting_for,
    )
    return preview.state !== 'rendering'
  })
  if (ready.state !== 'ready') throw new Error(ready.failure ?? `The preview ended as ${ready.state}.`)
  pages.end(`pages ${ready.pages.map((page) => page.page).join(', ')}${ready.draft ? ', as drafts' : ''}`)
  return ready
}

/** The stages of a paid order, each with the states that come after it. */
const after: readonly (readonly [label: string, states: readonly OrderState[]])[] = [
  ['Paint the book', ['review', 'approved', 'assembling', 'printing', 'shipped', 'delivered']],
  ['Bind the PDF', ['printing', 'shipped', 'delivered']],
  ['Print', ['shipped', 'delivered']],
]

/** @param alone nobody can open the desk: an order that waits for a person there ends the run */
async function followOrder(
  read: () => Promise<OrderStatus>,
  printer: StagePrinter,
  alone: boolean,
): Promise<OrderStatus> {
  let order = await read()
  for (const [label, states] of after) {
    const stage = printer.stage(label)
    const reached = (now: OrderStatus) => {
      drawOrder(stage, label, now)
      if (['failed', 'cancelled', 'refunded'].includes(now.state))
        throw new Error(`The order ${now.state}: ${now.reason}`)
      if (alone && now.state === 'review')
        throw new Error('A page is in doubt, and the order waits for a person at the desk.')
      if (now.hold) throw new Error(`The order is on hold: ${now.hold}`)
      return states.includes(now.state)
    }
    order = await until(read, reached, bookPollMs)
    stage.end(wordsFor(label, order))
  }
  return order
}

function drawOrder(stage: Stage, label: string, order: OrderStatus): void {
  if (label === 'Paint the book') stage.update(order.pages_done, order.pages_total)
}

function wordsFor(label: string, order: OrderStatus): string {
  if (label === 'Paint the book')
    return `${order.pages_total} pictures: the rest of the pages, the cover, print masters`
  if (label === 'Bind the PDF') return 'interior and cover at the printer'
  const tracking = order.print?.tracking
  return tracking ? `shipped: ${tracking.carrier} ${tracking.number}` : 'shipped'
}

async function until<T>(read: () => Promise<T>, enough: (value: T) => boolean, everyMs = pollMs): Promise<T> {
  const giveUpAt = Date.now() + patienceMs
  for (;;) {
    const value = await readAgain(read)
    if (enough(value)) return value
    if (Date.now() > giveUpAt) throw new Error('This takes too long: the logs lie in .state/logs.')
    await sleep(everyMs)
  }
}

/** A status that cannot be read now (the edge restarts) is read again; what the shop refuses is final. */
async function readAgain<T>(read: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await read()
    } catch (fault) {
      if (fault instanceof ShopRefusal && fault.code !== 'INTERNAL') throw fault
      if (tries >= 120) throw fault
      await sleep(500)
    }
  }
}
