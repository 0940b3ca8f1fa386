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

export interface ProdigiOrder {
  readonly id: string
  /** As it was ordered. */
  readonly order: Record<string, unknown>
  readonly stage: 'InProgress' | 'AwaitingPayment' | 'Complete' | 'Cancelled'
  readonly downloaded: 'NotStarted' | 'InProgress' | 'Complete' | 'Error'
  readonly printing: 'NotStarted' | 'InProgress' | 'Complete'
  readonly fate: LocalProdigi['fate']
  readonly issue?: string
  readonly parcel?: string
  /** Unix ms. */
  readonly created: number
}

export interface LocalProdigiOptions extends PrinterTools {
  readonly apiKey: string
  readonly orders: Shelf<ProdigiOrder>
}

export interface LocalProdigi extends PlayedPrinter {
  readonly orders: Shelf<ProdigiOrder>
  /** What the next orders become. */
  fate: 'printed' | 'unpaid' | 'held' | 'rejected'
}

const pageMm = 210
const skuPrefix = 'BOOK-FE-8_3-SQ'

/**
 * Prodigi's Print API v4: a true idempotency key, stages with details, and CloudEvents that nobody signs, to the address
 * each order came with. An event that is not taken is not sent again.
 */
export function localProdigi(options: LocalProdigiOptions): LocalProdigi {
  const { orders, now } = options
  const faults: Fault[] = []
  const failed = (failures: Record<string, unknown>) =>
    json(400, { outcome: 'ValidationFailed', failures, traceParent: '00-0' })
  const missing = () => json(404, { outcome: 'EntityNotFound', traceParent: '00-0' })

  function create(body: Record<string, unknown>): Response {
    const known = orders
      .all()
      .find(({ order }) => order['idempotencyKey'] && order['idempotencyKey'] === body['idempotencyKey'])
    if (known) return json(200, { outcome: 'AlreadyExists', order: shown(known), traceParent: '00-0' })
    const failures = problems(body)
    if (Object.keys(failures).length > 0) return failed(failures)
    const made: ProdigiOrder = {
      id: `ord_${options.randomId(8)}`,
      order: body,
      stage: prodigi.fate === 'unpaid' ? 'AwaitingPayment' : 'InProgress',
      downloaded: 'NotStarted',
      printing: 'NotStarted',
      ...(prodigi.fate === 'held' && { issue: 'order.items.assets.NotDownloaded' }),
      fate: prodigi.fate,
      created: now(),
    }
    orders.put(made.id, made)
    const outcome = made.issue ? 'CreatedWithIssues' : 'Created'
    return json(200, { outcome, order: shown(made), traceParent: '00-0' })
  }

  function list(query: URLSearchParams): Response {
    const from = Date.parse(query.get('createdFrom') ?? '') || 0
    const reference = query.get('merchantReference')
    const top = Number(query.get('top') ?? 10)
    const skip = Number(query.get('skip') ?? 0)
    const found = orders
      .all()
      .filter((each) => each.created >= from)
      .filter(({ order }) => reference === null || order['merchantReference'] === reference)
      .toReversed()
    return json(200, { outcome: 'Ok', orders: found.slice(skip, skip + top).map(shown) })
  }

  function read(id: string): Response {
    const found = orders.get(id)
    return found ? json(200, { outcome: 'Ok', order: shown(found) }) : missing()
  }

  function cancel(id: string): Response {
    const found = orders.get(id)
    if (!found) return missing()
    if (found.printing !== 'NotStarted' || found.stage === 'Complete' || found.stage === 'Cancelled') {
      return json(200, { outcome: 'ActionNotAvailable', order: shown(found) })
    }
    const cancelled: ProdigiOrder = { ...found, stage: 'Cancelled' }
    orders.put(id, cancelled)
    return json(200, { outcome: 'Cancelled', order: shown(cancelled) })
  }

  function quote(body: Record<string, unknown>): Response {
    const country = asText(body['destinationCountryCode'])
    if (!/^[A-Z]{2}$/.test(country)) return failed({ destinationCountryCode: [{ code: 'Invalid' }] })
    if (country === 'BH') return json(200, { outcome: 'Created', quotes: [] })
    const [item] = asList(body['items']).map(asRecord)
    const [asset] = asList(item?.['assets']).map(asRecord)
    const copies = Number(item?.['copies'] ?? 1)
    const currency = asText(body['currencyCode']) || 'GBP'
    const cost = (cents: number) => ({ amount: (cents / 100).toFixed(2), currency })
    const items = cost(copies * (1100 + 9 * Number(asset?.['pageCount'] ?? 0)))
    const way = (shipmentMethod: string, cents: number) => ({
      shipmentMethod,
      costSummary: { items, shipping: cost(cents) },
      shipments: [],
    })
    return json(200, { outcome: 'Created', quotes: [way('Standard', 599), way('Express', 1599)] })
  }

  const routes: Route[] = [
    ['POST', /^(?:\/v4\.0)?\/orders$/i, ({ body }) => create(body)],
    ['GET', /^(?:\/v4\.0)?\/orders$/i, ({ query }) => list(query)],
    ['GET', /^(?:\/v4\.0)?\/orders\/([^/]+)$/i, ({ caught }) => read(caught[0] ?? '')],
    ['POST', /^(?:\/v4\.0)?\/orders\/([^/]+)\/actions\/cancel$/i, ({ caught }) => cancel(caught[0] ?? '')],
    ['POST', /^(?:\/v4\.0)?\/quotes$/i, ({ body }) => quote(body)],
  ]

  const allow = (request: Request) =>
    request.headers.get('x-api-key') === options.apiKey
      ? undefined
      : json(401, { statusText: 'Unauthorized' })

  async function next(each: ProdigiOrder): Promise<ProdigiOrder | undefined> {
    if (each.stage === 'AwaitingPayment' && prodigi.fate !== 'unpaid') return { ...each, stage: 'InProgress' }
    if (each.stage !== 'InProgress' || each.downloaded === 'Error') return undefined
    if (each.issue) return prodigi.fate === 'held' ? undefined : clear(each)
    if (each.downloaded === 'NotStarted') return { ...each, downloaded: 'InProgress' }
    if (each.downloaded === 'InProgress') {
      const bad = each.fate === 'rejected' || (await judge(each))
      return { ...each, downloaded: bad ? 'Error' : 'Complete' }
    }
    if (each.printing === 'NotStarted') return { ...each, printing: 'InProgress' }
    return { ...each, printing: 'Complete', stage: 'Complete', parcel: options.randomId(10) }
  }

  function clear({ issue: _issue, ...rest }: ProdigiOrder): ProdigiOrder {
    return rest
  }

  async function judge({ order }: ProdigiOrder): Promise<string | undefined> {
    const [item] = asList(order['items']).map(asRecord)
    const [asset = {}] = asList(item?.['assets']).map(asRecord)
    return takeIn(options, {
      url: asText(asset['url']),
      md5: asText(asset['md5Hash']) || undefined,
      judge(sizes) {
        if (sizes.length !== Number(asset['pageCount'])) return 'the pages are not as many as declared'
        if (sizes.length < 24 || sizes.length > 300 || sizes.length % 2 === 1) return 'the page count'
        // No bleed: they add it themselves.
        return allMeasure(sizes, [pageMm, pageMm]) ? undefined : 'a page has another size'
      },
    })
  }

  async function step(): Promise<void> {
    for (const each of orders.all()) {
      const moved = await next(each)
      const current = orders.get(each.id)
      if (!moved || current?.stage !== each.stage) continue
      orders.put(each.id, moved)
      const types = [`com.prodigi.order.status.stage.changed#${moved.stage}`]
      // Both may come at once.
      if (moved.parcel) types.push('com.prodigi.order.shipments.shipment#Shipped')
      await Promise.all(types.map((type) => tell(moved, type)))
    }
  }

  async function tell(each: ProdigiOrder, type: string): Promise<void> {
    const callback = asText(each.order['callbackUrl'])
    if (!callback) return
    const event = {
      specversion: '1.0',
      id: `evt_${options.randomId(12)}`,
      type,
      source: 'http://api.prodigi.com/v4.0/Orders/',
      subject: each.id,
      time: new Date(now()).toISOString(),
      datacontenttype: 'application/json',
      data: { order: shown(each) },
    }
    const headers = { 'content-type': 'application/cloudevents+json' }
    await options
      .fetch(new Request(callback, { method: 'POST', headers, body: JSON.stringify(event) }))
      .catch(() => undefined)
  }

  const prodigi: LocalProdigi = {
    answer: dispatcher(routes, faults, options.slowMs ?? 0, allow),
    step,
    faults,
    orders,
    fate: 'printed',
  }
  return prodigi
}

function problems(body: Record<string, unknown>): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  const address = asRecord(asRecord(body['recipient'])['address'])
  for (const name of ['line1', 'townOrCity', 'postalOrZipCode', 'countryCode']) {
    if (!address[name]) found[`recipient.address.${name}`] = [{ code: 'Missing' }]
  }
  if (asText(address['postalOrZipCode']) === '00000') {
    const said = `${asText(asRecord(body['recipient'])['name'])}, ${asText(address['line1'])}`
    found['recipient.address.postalOrZipCode'] = [{ code: 'Invalid', providedValue: said }]
  }
  for (const item of asList(body['items']).map(asRecord)) {
    if (!asText(item['sku']).startsWith(skuPrefix)) found['items.sku'] = [{ code: 'NotFound' }]
    for (const asset of asList(item['assets']).map(asRecord)) {
      if (!asset['pageCount']) found['items.assets.pageCount'] = [{ code: 'Missing' }]
    }
  }
  return found
}

function shown(each: ProdigiOrder) {
  const { idempotencyKey, merchantReference, callbackUrl, recipient } = each.order
  const shipped = each.parcel
  return {
    id: each.id,
    created: new Date(each.created).toISOString(),
    merchantReference,
    idempotencyKey,
    callbackUrl,
    recipient,
    status: {
      stage: each.stage,
      issues: each.issue
        ? [{ objectId: each.id, errorCode: each.issue, description: 'see the dashboard' }]
        : [],
      details: {
        downloadAssets: each.downloaded,
        printReadyAssetsPrepared: each.downloaded === 'Complete' ? 'Complete' : 'NotStarted',
        allocateProductionLocation: each.downloaded === 'Complete' ? 'Complete' : 'NotStarted',
        inProduction: each.printing,
        shipping: shipped ? 'Complete' : 'NotStarted',
      },
    },
    items: asList(each.order['items']).map((item) => ({ ...asRecord(item), status: 'Ok' })),
    shipments: shipped
      ? [
          {
            id: `shp_${shipped}`,
            status: 'Shipped',
            carrier: { name: 'royalmail', service: 'tracked' },
            tracking: { number: shipped, url: `https://track.example/${shipped}` },
          },
        ]
      : [],
  }
}
