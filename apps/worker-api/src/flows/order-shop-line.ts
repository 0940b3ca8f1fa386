import type { OrderRow } from '../db/orders.ts'
import type { ShopLine, ShopOrder } from '../ports/storefront.ts'
import type { Services } from '../services.ts'
import { languageOf } from './language-of.ts'
import { raiseAlert } from './raise-alert.ts'

type Needs = Pick<
  Services,
  'now' | 'newId' | 'together' | 'jobs' | 'artifacts' | 'orders' | 'shops' | 'books' | 'journal' | 'alerts'
>

/** A product's SKU in a shop says which book it is. */
export const skuOf = (bookId: string) => `foxetales-${bookId}`

/**
 * Our order for a paid line. The line's preview is a customer's claim: it has to exist, be approved, belong to this shop
 * and to the product that was paid. Where it does not, staff are told: money was taken for a book that cannot be made.
 * Null for a line that is no book, or cannot be.
 */
export async function orderShopLine(
  services: Needs,
  facts: ShopOrder,
  line: ShopLine,
): Promise<OrderRow | null> {
  if (line.previewId === undefined && !line.sku.startsWith(skuOf(''))) return null
  const problem = await problemOf(services, facts, line)
  if (problem) {
    const detail = `${facts.shop} sold a book that cannot be made (order ${facts.name}): ${problem}. Ask the shop to refund it`
    await raiseAlert(services, { kind: 'shop_line_refused', subject: `${facts.shop} ${line.lineId}`, detail })
    return null
  }
  const job = await services.jobs.find(line.previewId ?? '')
  if (!job) return null
  const pages = (await services.artifacts.current(job.id)).filter((artifact) => artifact.role === 'page')
  const now = services.now()
  const id = services.newId('order')
  const insert = services.orders.insert({
    id,
    preview_job_id: job.id,
    customer_id: job.customer_id,
    photo_id: job.photo_id,
    quantity: line.quantity,
    amount_minor: line.totalMinor,
    currency: facts.currency,
    payment_source: 'shopify',
    language: languageOf(job),
    ship_country: facts.shipTo?.country ?? null,
    shipping_options: '[]',
    approved_pages: JSON.stringify(Object.fromEntries(pages.map((page) => [page.slot, page.sha256]))),
    draft: pages.some((page) => page.draft === 1) ? 1 : 0,
    created_at: now,
  })
  const row = { shop: facts.shop, shop_order: facts.orderId, line: line.lineId, order_id: id }
  try {
    await services.together([insert, services.shops.insertLine(row)])
  } catch (fault) {
    // Two events about one order at the same time: whoever was first has made it.
    const twin = await services.shops.lineOf(facts.shop, line.lineId)
    if (!twin) throw fault
    return services.orders.find(twin.order_id)
  }
  await services.journal.audit({ subject: id, action: 'order.created', actor: 'shopify' }, now)
  return services.orders.find(id)
}

async function problemOf(services: Needs, facts: ShopOrder, line: ShopLine): Promise<string | undefined> {
  const job = line.previewId ? await services.jobs.find(line.previewId) : null
  if (job?.recipe !== 'book-preview') return 'it names no preview'
  if (job.shop !== null && job.shop !== facts.shop) return 'its preview was made in another shop'
  if (line.sku !== skuOf(job.book_id))
    return `it is the product ${line.sku || 'without an SKU'}, not ${skuOf(job.book_id)}`
  if (job.state === 'expired') return 'its preview has expired and the photo is deleted'
  if (job.state !== 'approved') return `its preview is ${job.state}, not approved`
  const rival = await services.orders.ofPreview(job.id)
  // An unpaid order for it gives way: markPaid sees to that.
  if (rival && rival.state !== 'awaiting_payment') return `its preview was bought before, as ${rival.id}`
  return undefined
}
