import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import { fromHex, hmac, hmacMatches, toHex } from '../../domain/signing.ts'
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
import { embargoed, minorUnits, mm, noPostcode, type PrinterTools, printerKind } from './printer-kind.ts'

const settings = z.object({
  /** With its version: https://api.prodigi.com/v4.0 */
  PRODIGI_API_URL: z.url(),
  PRODIGI_API_KEY: z.string().min(16),
  /** A square hard cover of 210 mm, e.g. BOOK-FE-8_3-SQ-HARD-G. */
  PRODIGI_SKU: z.string().min(3),
  /** Makes the token in every order's callback address. */
  PRODIGI_CALLBACK_SECRET: z.string().min(16),
})

const capabilities: PrintCapabilities = {
  acceptsDrafts: false,
  format: {
    id: 'prodigi-210-square',
    files: 'covers-as-pages',
    trimPt: mm(210),
    bleedPt: 0,
    safePt: mm(10),
    gutterPt: mm(6),
    // The two covers count.
    pages: { fewest: 24, most: 300, multiple: 2 },
    blankEndpapers: false,
    minimumPpi: 300,
  },
  countries: { except: embargoed },
  phone: false,
  idempotent: true,
}

/** Prodigi quotes prices without times. These are our own estimates, production included, in calendar days. */
const daysOf: Readonly<Record<string, readonly [least: number, most: number]>> = {
  Budget: [6, 20],
  Standard: [5, 14],
  StandardPlus: [5, 12],
  Express: [4, 8],
  Overnight: [3, 6],
}
const tracked = ['StandardPlus', 'Express', 'Overnight']

const progress = z.enum(['NotStarted', 'InProgress', 'Complete', 'Error']).catch('InProgress')
const prodigiOrder = z.object({
  id: z.string().min(1),
  merchantReference: z.string().nullish(),
  status: z.object({
    stage: z.enum(['Draft', 'AwaitingPayment', 'InProgress', 'Complete', 'Cancelled']),
    issues: z.array(z.object({ errorCode: z.string().nullish() })).nullish(),
    details: z
      .object({ downloadAssets: progress.optional(), inProduction: progress.optional() })
      .catchall(progress)
      .nullish(),
  }),
  items: z.array(z.object({ status: z.string().nullish() })).nullish(),
  shipments: z
    .array(
      z.object({
        status: z.string().nullish(),
        carrier: z.object({ name: z.string().nullish() }).nullish(),
        tracking: z.object({ number: z.string().nullish(), url: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
})
type ProdigiOrder = z.infer<typeof prodigiOrder>

const listPage = 100

/** Prodigi Print API v4: one file with its covers as pages, an idempotency key, unsigned callbacks to an address per order. */
export const prodigi = printerKind('prodigi', settings, openProdigi)

function openProdigi(config: z.infer<typeof settings>, tools: PrinterTools): PrintVendor {
  const base = config.PRODIGI_API_URL.replace(/\/+$/, '')

  async function ask<Answer extends z.ZodType>(
    call: Pick<VendorCall<Answer>, 'method' | 'body' | 'answer' | 'changes'> & { path: string },
  ): Promise<z.infer<Answer>> {
    const headers = { 'X-API-Key': config.PRODIGI_API_KEY }
    return callVendor(tools, { ...call, url: `${base}${call.path}`, headers, refusal })
  }

  const one = z.object({ outcome: z.string(), order: prodigiOrder })
  const read = async (vendorRef: string) => {
    const path = `/orders/${encodeURIComponent(vendorRef)}`
    return factsOf((await ask({ method: 'GET', path, answer: one })).order)
  }

  async function pages(query: string): Promise<PrintJobFacts[]> {
    const answer = z.object({ orders: z.array(prodigiOrder) })
    const found: PrintJobFacts[] = []
    for (;;) {
      const path = `/orders?${query}&top=${listPage}&skip=${found.length}`
      const { orders } = await ask({ method: 'GET', path, answer })
      found.push(...orders.map(factsOf))
      if (orders.length < listPage) return found
    }
  }

  const token = (reference: string) => hmac(config.PRODIGI_CALLBACK_SECRET, `prodigi:${reference}`)

  return {
    name: 'prodigi',
    capabilities,

    async quote({ country, copies, pages: pageCount, currency }) {
      const cost = z.object({ amount: z.union([z.string(), z.number()]), currency: z.string() })
      const summary = z.object({ items: cost, shipping: cost })
      const { quotes } = await ask({
        method: 'POST',
        path: '/quotes',
        body: {
          destinationCountryCode: country,
          currencyCode: currency.toUpperCase(),
          items: [{ sku: config.PRODIGI_SKU, copies, assets: [{ printArea: 'default', pageCount }] }],
        },
        answer: z.object({ quotes: z.array(z.object({ shipmentMethod: z.string(), costSummary: summary })) }),
        changes: false,
      })
      const ways = quotes.flatMap(({ shipmentMethod, costSummary }): Omit<ShippingOption, 'level'>[] => {
        const [amountMinor, bookMinor] = [costSummary.shipping.amount, costSummary.items.amount].map(
          minorUnits,
        )
        const days = daysOf[shipmentMethod]
        if (amountMinor === undefined || bookMinor === undefined || !days) return []
        const given = costSummary.shipping.currency.toLowerCase()
        const rest = { minDays: days[0], maxDays: days[1], tracked: tracked.includes(shipmentMethod) }
        return [{ amountMinor, bookMinor, currency: given, ...rest }]
      })
      return twoLevels(ways)
    },

    async submit(order) {
      refuseDraft(capabilities, order)
      const body = await orderBody(order, config.PRODIGI_SKU, toHex(await token(order.reference)))
      const made = await ask({ method: 'POST', path: '/orders', body, answer: one })
      const { vendorRef, status } = factsOf(made.order)
      return { vendorRef, status }
    },

    async findByReference(reference, since) {
      const query = `merchantReference=${encodeURIComponent(reference)}&createdFrom=${isoTime(since)}`
      return aliveOrNewest((await pages(query)).filter((job) => job.reference === reference))
    },

    get: read,

    async cancel(vendorRef) {
      const path = `/orders/${encodeURIComponent(vendorRef)}/actions/cancel`
      const { outcome } = await ask({
        method: 'POST',
        path,
        body: {},
        answer: z.object({ outcome: z.string() }),
      })
      if (outcome === 'Cancelled') return 'cancelled'
      return (await read(vendorRef)).status === 'cancelled' ? 'cancelled' : 'too_late'
    },

    list: (since) => pages(`createdFrom=${isoTime(since)}`),

    /** Prodigi signs nothing: only who was given the address of this one order can call it. */
    async parseWebhook({ rawBody, url }) {
      const { searchParams } = new URL(url)
      const reference = searchParams.get('reference') ?? ''
      const given = fromHex(searchParams.get('token') ?? '')
      const believed =
        given && (await hmacMatches(config.PRODIGI_CALLBACK_SECRET, `prodigi:${reference}`, given))
      const event = believed ? readEvent(rawBody) : undefined
      if (event?.reference !== reference) throw new AppError('SIGNATURE_INVALID')
      const { eventId, vendorRef, kind } = event
      return { eventId, vendorRef, kind }
    },
  }
}

function orderBody(order: PrintOrder, sku: string, token: string) {
  const { shipTo, interior } = order
  const callback = new URL(order.webhookUrl)
  callback.searchParams.set('reference', order.reference)
  callback.searchParams.set('token', token)
  return {
    merchantReference: order.reference,
    idempotencyKey: order.printJobId,
    callbackUrl: callback.href,
    shippingMethod: order.shippingLevel === 'express' ? 'Express' : 'Standard',
    recipient: {
      name: shipTo.name,
      ...(shipTo.phone && { phoneNumber: shipTo.phone }),
      address: {
        line1: shipTo.line1,
        ...(shipTo.line2 && { line2: shipTo.line2 }),
        townOrCity: shipTo.city,
        ...(shipTo.region && { stateOrCounty: shipTo.region }),
        postalOrZipCode: shipTo.postcode ?? noPostcode,
        countryCode: shipTo.country,
      },
    },
    items: [
      {
        merchantReference: order.printJobId,
        sku,
        copies: order.copies,
        sizing: 'fillPrintArea',
        assets: [
          {
            printArea: 'default',
            url: interior.url,
            pageCount: interior.pages,
            ...(interior.md5 && { md5Hash: interior.md5 }),
          },
        ],
      },
    ],
  }
}

function factsOf(order: ProdigiOrder): PrintJobFacts {
  const sent = order.shipments?.find((shipment) => shipment.tracking?.number)
  const { number, url } = sent?.tracking ?? {}
  const codes = order.status.issues?.map((issue) => issue.errorCode ?? 'unknown') ?? []
  return {
    vendorRef: order.id,
    reference: order.merchantReference ?? '',
    status: statusOf(order),
    problems: codes.map((code) => ({ code, message: `Prodigi says ${code}; its dashboard tells more.` })),
    ...(number && { tracking: { carrier: sent?.carrier?.name ?? 'Prodigi', number, ...(url && { url }) } }),
  }
}

function statusOf({ status, items, shipments }: ProdigiOrder): PrintStatus {
  const { stage, details, issues } = status
  if (stage === 'Cancelled') return 'cancelled'
  const live = shipments?.filter((shipment) => shipment.status !== 'Cancelled') ?? []
  const isShipped = live.length > 0 && live.every((shipment) => shipment.status === 'Shipped')
  if (stage === 'Complete' || isShipped) return 'shipped'
  const isBroken = Object.values(details ?? {}).includes('Error')
  if (isBroken || items?.some((item) => item.status === 'Invalid')) return 'failed'
  if (stage === 'AwaitingPayment') return 'awaiting_payment'
  if (details?.inProduction && details.inProduction !== 'NotStarted') return 'in_production'
  if (stage === 'Draft' || (issues?.length ?? 0) > 0) return 'on_hold'
  return details?.downloadAssets === 'Complete' ? 'accepted' : 'submitted'
}

/** A CloudEvent 1.0 about one order. Undefined for anything else. */
function readEvent(rawBody: string) {
  const cloudEvent = z.object({
    id: z.string().min(1),
    type: z.string().min(1),
    data: z.object({ order: z.object({ id: z.string().min(1), merchantReference: z.string() }) }),
  })
  try {
    const { id, type, data } = cloudEvent.parse(JSON.parse(rawBody))
    return { eventId: id, kind: type, vendorRef: data.order.id, reference: data.order.merchantReference }
  } catch {
    // The parser's error quotes the body, which holds an address: it ends here.
    return undefined
  }
}

/** `{outcome, failures: {field: [...]}}`: the failures' texts stay out, for they may quote an address. */
function refusal(json: unknown) {
  const said = z
    .object({ outcome: z.string(), failures: z.record(z.string(), z.unknown()).nullish() })
    .safeParse(json)
  if (!said.success) return undefined
  const field = Object.keys(said.data.failures ?? {})[0]
  return { reason: said.data.outcome, ...(field !== undefined && { field }) }
}

const isoTime = (time: number) => encodeURIComponent(new Date(time).toISOString())
