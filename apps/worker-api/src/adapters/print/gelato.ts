import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import { hmac, hmacMatches } from '../../domain/signing.ts'
import {
  aliveOrNewest,
  type PrintCapabilities,
  type PrintJobFacts,
  type PrintOrder,
  type PrintStatus,
  type PrintVendor,
  refuseDraft,
  type ShippingOption,
  twoLevels,
} from '../../ports/print-vendor.ts'
import { callVendor, type VendorCall } from './call-vendor.ts'
import { coverDimensions, sheetOf } from './gelato-sheet.ts'
import { embargoed, minorUnits, mm, noPostcode, type PrinterTools, printerKind } from './printer-kind.ts'

const settings = z.object({
  /** https://order.gelatoapis.com */
  GELATO_ORDER_API_URL: z.url(),
  /** https://product.gelatoapis.com */
  GELATO_PRODUCT_API_URL: z.url(),
  GELATO_API_KEY: z.string().min(16),
  /** A hard cover of 200 mm square. */
  GELATO_PRODUCT_UID: z.string().min(3),
  /** What the account charges in. */
  GELATO_CURRENCY: z.string().length(3).default('EUR'),
  /** Set at Gelato's dashboard as the value of the webhook's header `x-webhook-secret`, or as `?token=` in its address. */
  GELATO_WEBHOOK_SECRET: z.string().min(16),
})

const capabilities: PrintCapabilities = {
  acceptsDrafts: false,
  format: {
    id: 'gelato-200-hardcover',
    files: 'sheet-first',
    trimPt: mm(200),
    bleedPt: mm(3),
    safePt: mm(10),
    gutterPt: mm(6),
    pages: { fewest: 28, most: 200, multiple: 2 },
    blankEndpapers: true,
    minimumPpi: 300,
  },
  countries: { except: embargoed },
  phone: false,
  idempotent: false,
}

/** Gelato's words and ours. What waits for a person looks idle for ever: it is on hold. */
const statusOf: Readonly<Record<string, PrintStatus>> = {
  created: 'submitted',
  uploading: 'submitted',
  digitizing: 'submitted',
  passed: 'accepted',
  draft: 'on_hold',
  pending_approval: 'on_hold',
  pending_personalization: 'on_hold',
  on_hold: 'on_hold',
  not_connected: 'on_hold',
  in_production: 'in_production',
  printed: 'in_production',
  shipped: 'shipped',
  in_transit: 'shipped',
  delivered: 'delivered',
  canceled: 'cancelled',
  failed: 'failed',
  returned: 'failed',
}

const parcel = z.object({
  trackingCode: z.string().nullish(),
  trackingUrl: z.string().nullish(),
  shipmentMethodName: z.string().nullish(),
})
const gelatoOrder = z.object({
  id: z.string().min(1),
  orderReferenceId: z.string().nullish(),
  fulfillmentStatus: z.string(),
  financialStatus: z.string().nullish(),
  // The parcel is in `fulfillments`, never in `shipment`.
  items: z.array(z.object({ fulfillments: z.array(parcel).nullish() })).nullish(),
})

const listPage = 100

/** Gelato v4: one file, the opened cover first, blank endpapers; no idempotency key, unsigned webhooks with a secret. */
export const gelato = printerKind('gelato', settings, openGelato)

function openGelato(config: z.infer<typeof settings>, tools: PrinterTools): PrintVendor {
  const orders = `${config.GELATO_ORDER_API_URL.replace(/\/+$/, '')}/v4/orders`
  const products = `${config.GELATO_PRODUCT_API_URL.replace(/\/+$/, '')}/v3/products`

  async function ask<Answer extends z.ZodType>(
    call: Pick<VendorCall<Answer>, 'method' | 'body' | 'answer' | 'changes' | 'url'>,
  ): Promise<z.infer<Answer>> {
    return callVendor(tools, { ...call, headers: { 'X-API-KEY': config.GELATO_API_KEY }, refusal })
  }

  const orderUrl = (vendorRef: string) => `${orders}/${encodeURIComponent(vendorRef)}`
  const read = async (vendorRef: string) =>
    factsOf(await ask({ method: 'GET', url: orderUrl(vendorRef), answer: gelatoOrder }))

  /** Newest first. Gelato's search has no exact reference to ask by, so it is asked by time and looked through here. */
  async function since(time: number): Promise<PrintJobFacts[]> {
    const found: PrintJobFacts[] = []
    for (;;) {
      const page = await ask({
        method: 'POST',
        url: `${orders}:search`,
        body: { startDate: new Date(time).toISOString(), limit: listPage, offset: found.length },
        answer: z.object({ orders: z.array(gelatoOrder) }),
        changes: false,
      })
      found.push(...page.orders.map(factsOf))
      if (page.orders.length < listPage) return found
    }
  }

  return {
    name: 'gelato',
    capabilities,

    async quote({ country, copies, pages, currency, shipTo }) {
      const price = z.number().nonnegative()
      const method = z.object({
        price,
        currency: z.string(),
        minDeliveryDays: z.int().nonnegative(),
        maxDeliveryDays: z.int().nonnegative(),
        hasTracking: z.boolean().default(false),
      })
      const product = z.object({ price, currency: z.string() })
      const quoted = z.object({ shipmentMethods: z.array(method), products: z.array(product) })
      const { quotes } = await ask({
        method: 'POST',
        url: `${orders}:quote`,
        body: {
          orderReferenceId: 'quote',
          customerReferenceId: 'quote',
          currency: currency.toUpperCase(),
          allowMultipleQuotes: false,
          recipient: shipTo ? recipient(shipTo) : { country },
          products: [
            {
              itemReferenceId: 'book',
              productUid: config.GELATO_PRODUCT_UID,
              pageCount: pages,
              quantity: copies,
            },
          ],
        },
        answer: z.object({ quotes: z.array(quoted) }),
        changes: false,
      })
      const [quote] = quotes
      if (!quote) return []
      const bookMinor = quote.products.reduce((sum, each) => sum + cents(each.price), 0)
      return twoLevels(
        quote.shipmentMethods.map(
          (way): Omit<ShippingOption, 'level'> => ({
            amountMinor: cents(way.price),
            bookMinor,
            currency: way.currency.toLowerCase(),
            minDays: way.minDeliveryDays,
            maxDays: way.maxDeliveryDays,
            tracked: way.hasTracking,
          }),
        ),
      )
    },

    async coverSheet(declaredPages) {
      const url = `${products}/${config.GELATO_PRODUCT_UID}/cover-dimensions?pageCount=${declaredPages}`
      return sheetOf(await ask({ method: 'GET', url, answer: coverDimensions }))
    },

    async submit(order) {
      refuseDraft(capabilities, order)
      const body = orderBody(order, config.GELATO_PRODUCT_UID, config.GELATO_CURRENCY)
      const { vendorRef, status } = factsOf(
        await ask({ method: 'POST', url: orders, body, answer: gelatoOrder }),
      )
      return { vendorRef, status }
    },

    async findByReference(reference, from) {
      return aliveOrNewest((await since(from)).filter((job) => job.reference === reference))
    },

    get: read,

    async cancel(vendorRef) {
      try {
        await ask({ method: 'POST', url: `${orderUrl(vendorRef)}:cancel`, body: {}, answer: z.unknown() })
        return 'cancelled'
      } catch (fault) {
        if (!(fault instanceof AppError) || fault.details['status'] !== 409) throw fault
        return (await read(vendorRef)).status === 'cancelled' ? 'cancelled' : 'too_late'
      }
    },

    list: since,

    /** Gelato signs nothing: a secret that only its dashboard and we know comes with every call. */
    async parseWebhook({ rawBody, headers, url }) {
      const given = headers.get('x-webhook-secret') ?? new URL(url).searchParams.get('token') ?? ''
      const mac = given === '' ? undefined : Uint8Array.from(await hmac(given, 'gelato'))
      if (!mac || !(await hmacMatches(config.GELATO_WEBHOOK_SECRET, 'gelato', mac))) {
        throw new AppError('SIGNATURE_INVALID')
      }
      const event = z.object({ id: z.string().min(1), event: z.string().min(1), orderId: z.string().min(1) })
      try {
        const { id, event: kind, orderId } = event.parse(JSON.parse(rawBody))
        return { eventId: id, kind, vendorRef: orderId }
      } catch {
        // The parser's error quotes the body, which may hold an address: it ends here.
        throw new AppError('SIGNATURE_INVALID', { reason: 'not an event' })
      }
    },
  }
}

function orderBody(order: PrintOrder, productUid: string, currency: string) {
  return {
    orderType: 'order',
    orderReferenceId: order.reference,
    // It asks for a customer: the order's own id says nothing about one.
    customerReferenceId: order.reference,
    currency,
    shipmentMethodUid: order.shippingLevel === 'express' ? 'express' : 'normal,standard',
    shippingAddress: recipient(order.shipTo),
    items: [
      {
        itemReferenceId: order.printJobId,
        productUid,
        quantity: order.copies,
        pageCount: order.interior.pages,
        files: [{ type: 'default', url: order.interior.url }],
      },
    ],
  }
}

function recipient(shipTo: PrintOrder['shipTo']) {
  const words = shipTo.name.trim().split(/\s+/)
  return {
    firstName: words.slice(0, -1).join(' ') || shipTo.name,
    // Both halves are required, and not everybody has two names.
    lastName: words.length > 1 ? words.at(-1) : '-',
    addressLine1: shipTo.line1,
    ...(shipTo.line2 && { addressLine2: shipTo.line2 }),
    city: shipTo.city,
    ...(shipTo.region && { state: shipTo.region }),
    postCode: shipTo.postcode ?? noPostcode,
    country: shipTo.country,
    ...(shipTo.phone && { phone: shipTo.phone }),
  }
}

function factsOf(order: z.infer<typeof gelatoOrder>): PrintJobFacts {
  const status = statusOf[order.fulfillmentStatus] ?? 'on_hold'
  const sent = order.items?.flatMap((item) => item.fulfillments ?? []).find((each) => each.trackingCode)
  const needsPerson = status === 'on_hold' || status === 'failed'
  const message = `Gelato says ${order.fulfillmentStatus}; its dashboard tells more.`
  return {
    vendorRef: order.id,
    reference: order.orderReferenceId ?? '',
    status,
    problems: needsPerson ? [{ code: order.fulfillmentStatus, message }] : [],
    ...(sent?.trackingCode && {
      tracking: {
        carrier: sent.shipmentMethodName ?? 'Gelato',
        number: sent.trackingCode,
        ...(sent.trackingUrl && { url: sent.trackingUrl }),
      },
    }),
  }
}

const cents = (price: number) => minorUnits(price.toFixed(2)) ?? 0

function refusal(json: unknown) {
  const said = z.object({ code: z.string() }).safeParse(json)
  return said.success ? { reason: said.data.code } : undefined
}
