import { allMeasure, takeIn } from './intake.ts'
import {
  asList,
  asRecord,
  asText,
  dispatcher,
  type Fault,
  json,
  type PlayedPrinter,
  type PrinterTools,
  type Route,
  type Shelf,
} from './played-printer.ts'

export interface GelatoOrder {
  readonly id: string
  /** As it was ordered. */
  readonly order: Record<string, unknown>
  readonly status: string
  readonly fate: LocalGelato['fate']
  readonly parcel?: string
  /** Unix ms. */
  readonly created: number
}

export interface LocalGelatoOptions extends PrinterTools {
  readonly apiKey: string
  readonly orders: Shelf<GelatoOrder>
  /** As set in its dashboard: where news is sent, and the header's secret. */
  readonly webhookUrl: string
  readonly webhookSecret: string
  /** Waits between the three tries of a webhook, ms. */
  readonly retryMs?: number
}

export interface LocalGelato extends PlayedPrinter {
  readonly orders: Shelf<GelatoOrder>
  /** What the next orders become. */
  fate: 'printed' | 'held' | 'rejected'
}

const tries = 3
const path: Readonly<Record<string, string>> = {
  uploading: 'passed',
  passed: 'in_production',
  in_production: 'printed',
  printed: 'shipped',
  shipped: 'in_transit',
  in_transit: 'delivered',
}

/**
 * Gelato's order and product APIs, in one place: no idempotency, one file with the opened cover first, blank endpapers,
 * and unsigned webhooks of three tries, told apart only by a header that the dashboard sets.
 */
export function localGelato(options: LocalGelatoOptions): LocalGelato {
  const { orders, now } = options
  const faults: Fault[] = []
  const refused = (message: string) => json(400, { code: 'BAD_REQUEST', message })

  function create(body: Record<string, unknown>): Response {
    const problem = wrong(body)
    if (problem) return refused(problem)
    const draft = body['orderType'] === 'draft'
    const status = draft ? 'draft' : gelato.fate === 'held' ? 'pending_approval' : 'created'
    const made: GelatoOrder = {
      id: `${options.randomId(8)}-gel`,
      order: body,
      fate: gelato.fate,
      status,
      created: now(),
    }
    orders.put(made.id, made)
    return json(200, shown(made))
  }

  function search(body: Record<string, unknown>): Response {
    const from = Date.parse(asText(body['startDate'])) || 0
    const limit = Number(body['limit'] ?? 50)
    const offset = Number(body['offset'] ?? 0)
    const found = orders
      .all()
      .filter((each) => each.created >= from)
      .toReversed()
    return json(200, { orders: found.slice(offset, offset + limit).map(shown) })
  }

  function read(id: string): Response {
    const found = orders.get(id)
    return found ? json(200, shown(found)) : json(404, { code: 'NOT_FOUND', message: 'no such order' })
  }

  function cancel(id: string): Response {
    const found = orders.get(id)
    if (!found) return json(404, { code: 'NOT_FOUND', message: 'no such order' })
    if (!['created', 'uploading', 'passed', 'draft', 'pending_approval', 'on_hold'].includes(found.status)) {
      return json(409, { code: 'CONFLICT', message: `an order that is ${found.status} cannot be cancelled` })
    }
    const cancelled = { ...found, status: 'canceled' }
    orders.put(id, cancelled)
    return json(200, shown(cancelled))
  }

  function quote(body: Record<string, unknown>): Response {
    const country = asText(asRecord(body['recipient'])['country'])
    if (!/^[A-Z]{2}$/.test(country)) return refused('recipient.country')
    const [product = {}] = asList(body['products']).map(asRecord)
    const pages = Number(product['pageCount'] ?? 0)
    if (!pages) return refused('pageCount is needed for books')
    const currency = asText(body['currency']) || 'EUR'
    const way = (shipmentMethodUid: string, price: number, least: number, most: number) => ({
      shipmentMethodUid,
      name: shipmentMethodUid,
      price,
      currency,
      minDeliveryDays: least,
      maxDeliveryDays: most,
      hasTracking: shipmentMethodUid === 'dhl_express',
    })
    const price = Number(product['quantity'] ?? 1) * (12.1 + 0.1 * pages)
    const shipmentMethods = country === 'BH' ? [] : [way('post', 4.99, 5, 9), way('dhl_express', 13.5, 2, 4)]
    return json(200, { quotes: [{ id: 'q', shipmentMethods, products: [{ ...product, price, currency }] }] })
  }

  const routes: Route[] = [
    ['POST', /^\/v4\/orders$/, ({ body }) => create(body)],
    ['POST', /^\/v4\/orders:search$/, ({ body }) => search(body)],
    ['POST', /^\/v4\/orders:quote$/, ({ body }) => quote(body)],
    ['GET', /^\/v4\/orders\/([^/:]+)$/, ({ caught }) => read(caught[0] ?? '')],
    ['POST', /^\/v4\/orders\/([^/:]+):cancel$/, ({ caught }) => cancel(caught[0] ?? '')],
    [
      'GET',
      /^\/v3\/products\/[^/]+\/cover-dimensions$/,
      ({ query }) => json(200, cover(Number(query.get('pageCount')))),
    ],
  ]

  const allow = (request: Request) =>
    request.headers.get('x-api-key') === options.apiKey ? undefined : json(401, { message: 'Unauthorized' })

  async function step(): Promise<void> {
    for (const each of orders.all()) {
      const status = await nextStatus(each)
      if (!status || orders.get(each.id)?.status !== each.status) continue
      const moved: GelatoOrder = {
        ...each,
        status,
        ...(status === 'shipped' && { parcel: options.randomId(10) }),
      }
      orders.put(each.id, moved)
      await tell(moved)
    }
  }

  async function nextStatus(each: GelatoOrder): Promise<string | undefined> {
    if (each.status === 'pending_approval' && gelato.fate !== 'held') return 'created'
    if (each.status !== 'created') return path[each.status]
    if (each.fate === 'rejected') return 'failed'
    return (await judge(each)) ? 'failed' : 'uploading'
  }

  async function judge({ order }: GelatoOrder): Promise<string | undefined> {
    const [item = {}] = asList(order['items']).map(asRecord)
    const [file = {}] = asList(item['files']).map(asRecord)
    const declared = Number(item['pageCount'])
    return takeIn(options, {
      url: asText(file['url']),
      judge([sheet, ...pages]) {
        if (pages.length !== declared) return 'the pages are not as many as declared'
        const { width, height } = cover(declared).wraparoundInsideSize
        if (!sheet || !allMeasure([sheet], [width, height])) return 'the cover has another size'
        return allMeasure(pages, [206, 206]) ? undefined : 'a page has another size'
      },
    })
  }

  async function tell(each: GelatoOrder): Promise<void> {
    const event = {
      id: `os_${options.randomId(12)}`,
      event: 'order_status_updated',
      orderId: each.id,
      orderReferenceId: each.order['orderReferenceId'],
      fulfillmentStatus: each.status,
      items: shown(each).items,
    }
    const headers = { 'content-type': 'application/json', 'x-webhook-secret': options.webhookSecret }
    const body = JSON.stringify(event)
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, options.retryMs ?? 5000))
      const taken = await options
        .fetch(new Request(options.webhookUrl, { method: 'POST', headers, body }))
        .then(
          (answer) => answer.ok,
          () => false,
        )
      if (taken) return
    }
  }

  const gelato: LocalGelato = {
    answer: dispatcher(routes, faults, options.slowMs ?? 0, allow),
    step,
    faults,
    orders,
    fate: 'printed',
  }
  return gelato
}

function wrong(body: Record<string, unknown>): string | undefined {
  for (const name of ['orderReferenceId', 'customerReferenceId', 'items', 'shippingAddress']) {
    if (!body[name]) return `${name} is missing`
  }
  const address = asRecord(body['shippingAddress'])
  for (const name of ['firstName', 'lastName', 'addressLine1', 'city', 'postCode', 'country']) {
    if (!address[name]) return `shippingAddress.${name} is missing`
  }
  if (address['postCode'] === '00000') {
    return `${asText(address['firstName'])}, ${asText(address['addressLine1'])}: no such postcode`
  }
  for (const item of asList(body['items']).map(asRecord)) {
    const pages = Number(item['pageCount'])
    if (!pages) return 'pageCount is needed for books'
    if (pages < 28 || pages > 200 || pages % 2 === 1) return `pageCount ${pages} is not valid`
    if (!asText(item['productUid']).startsWith('photobooks-hardcover_pf_200x200')) return 'no such product'
  }
  return undefined
}

function shown(each: GelatoOrder) {
  const { orderReferenceId, customerReferenceId, items, orderType } = each.order
  const fulfillments = each.parcel
    ? [
        {
          trackingCode: each.parcel,
          trackingUrl: `https://track.example/${each.parcel}`,
          shipmentMethodName: 'DHL Parcel',
          fulfillmentCountry: 'DE',
        },
      ]
    : []
  return {
    id: each.id,
    orderType,
    orderReferenceId,
    customerReferenceId,
    fulfillmentStatus: each.status,
    financialStatus: 'paid',
    createdAt: new Date(each.created).toISOString(),
    items: asList(items).map((item) => ({ ...asRecord(item), fulfillmentStatus: each.status, fulfillments })),
  }
}

/** 17 mm of wrap and 3 mm of edge around two boards of 200 mm, a joint of 8 mm beside the spine. */
function cover(pages: number) {
  const [edge, board, joint] = [20, 197, 8]
  const spine = Math.round((6 + pages * 0.07) * 10) / 10
  const at = (left: number, width: number) => ({ left, top: edge, width, height: 200 })
  return {
    productUid: 'photobooks-hardcover',
    pagesCount: pages + 4,
    measureUnit: 'mm',
    wraparoundInsideSize: { width: 2 * (edge + board + joint) + spine, height: 200 + 2 * edge },
    contentBackSize: at(edge, board),
    jointBackSize: at(edge + board, joint),
    spineSize: at(edge + board + joint, spine),
    jointFrontSize: at(edge + board + joint + spine, joint),
    contentFrontSize: at(edge + board + 2 * joint + spine, board),
  }
}
