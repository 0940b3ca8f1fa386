import { casewrapFormat, coverGeometry } from '@foxetales/book-pdf/cover-geometry'
import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import {
  aliveOrNewest,
  type FileCheck,
  type PrintCapabilities,
  type PrintOrder,
  type PrintVendor,
  refuseDraft,
  type ShippingOption,
  twoLevels,
} from '../../ports/print-vendor.ts'
import { callVendor, type VendorCall } from './call-vendor.ts'
import { luluCheck, luluFacts, luluJob, luluOptions, luluOrder, luluRefusal } from './lulu-jobs.ts'
import { readLuluWebhook } from './lulu-webhook.ts'
import { embargoed, minorUnits, type PrinterTools, printerKind } from './printer-kind.ts'

const settings = z.object({
  LULU_API_URL: z.url(),
  LULU_CLIENT_KEY: z.string().min(8),
  LULU_CLIENT_SECRET: z.string().min(16),
  /** Dotted, e.g. 0850X0850.FC.PRE.CW.080CW444.MXX: a hard cover of 8.5 in square. Never taken apart here. */
  LULU_SKU: z.string().min(20),
  /** The shop's own mailbox: Lulu writes there, never to the buyer. */
  LULU_CONTACT_EMAIL: z.email(),
  /** Minutes in which a job can be taken back, 60 to 2880: what makes an accidental twin harmless. */
  LULU_PRODUCTION_DELAY: z.coerce.number().int().min(60).max(2880).default(120),
})
type Settings = z.infer<typeof settings>

const capabilities: PrintCapabilities = {
  acceptsDrafts: false,
  format: casewrapFormat,
  // No service at all: learnt from orders, so /shipping-options/ is asked for every other country.
  countries: { except: ['BH', ...embargoed] },
  phone: true,
  idempotent: false,
}

/** The cover must be what Lulu says to half a point, or our own table is out of date. */
const sheetTolerancePt = 0.5
const currencies = ['AUD', 'CAD', 'EUR', 'GBP', 'USD']
/** How early a token is renewed. */
const tokenMarginMs = 60_000
const listPage = 100
const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })
const webhookRow = z.object({
  id: z.union([z.string(), z.number()]),
  is_active: z.boolean(),
  url: z.string(),
})
const statusTopic = 'PRINT_JOB_STATUS_CHANGED'

/** Lulu Print API: two files, no idempotency key, its own file check, webhooks signed with the client secret. */
export const lulu = printerKind('lulu', settings, openLulu)

type Ask = Pick<VendorCall<z.ZodType>, 'method' | 'body'> & { path: string; changes?: boolean }

function openLulu(config: Settings, tools: PrinterTools): PrintVendor {
  const base = config.LULU_API_URL.replace(/\/+$/, '')
  const tokenKey = `lulu ${base} ${config.LULU_CLIENT_KEY}`

  async function token(): Promise<string> {
    const known = tools.memory.get(tokenKey)
    if (known && known.until > tools.now()) return known.value
    const given = await callVendor(tools, {
      method: 'POST',
      url: `${base}/auth/realms/glasstree/protocol/openid-connect/token`,
      headers: { Authorization: `Basic ${btoa(`${config.LULU_CLIENT_KEY}:${config.LULU_CLIENT_SECRET}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      answer: tokenAnswer,
      changes: false,
    })
    const until = tools.now() + given.expires_in * 1000 - tokenMarginMs
    tools.memory.set(tokenKey, { value: given.access_token, until })
    return given.access_token
  }

  async function ask<Answer extends z.ZodType>(call: Ask, answer: Answer): Promise<z.infer<Answer>> {
    const send = async () =>
      callVendor(tools, {
        ...call,
        url: `${base}${call.path}`,
        headers: { Authorization: `Bearer ${await token()}` },
        answer,
        refusal: luluRefusal,
      })
    try {
      return await send()
    } catch (fault) {
      // A token may end before its time: nothing was done, so once more with a new one.
      if (!(fault instanceof AppError) || fault.details['status'] !== 401) throw fault
      if (!tools.memory.delete(tokenKey)) throw fault
      return send()
    }
  }

  const read = async (vendorRef: string) =>
    luluFacts(await ask({ method: 'GET', path: `/print-jobs/${encodeURIComponent(vendorRef)}/` }, luluJob))

  async function pages(query: string) {
    const found: z.infer<typeof luluJob>[] = []
    for (let page = 1; ; page += 1) {
      const path = `/print-jobs/?${query}&page=${page}&page_size=${listPage}`
      const answer = await ask(
        { method: 'GET', path },
        z.object({ results: z.array(luluJob), next: z.string().nullish() }),
      )
      found.push(...answer.results)
      if (!answer.next) return found
    }
  }

  async function options(request: {
    country: string
    region?: string | undefined
    copies: number
    pages: number
    currency: string
  }) {
    const wanted = request.currency.toUpperCase()
    const currency = currencies.includes(wanted) ? wanted : 'USD'
    const body = {
      line_items: [{ page_count: request.pages, pod_package_id: config.LULU_SKU, quantity: request.copies }],
      // This one call names country and state otherwise than the rest of the API.
      shipping_address: { country: request.country, ...(request.region && { state: request.region }) },
      currency,
    }
    return ask({ method: 'POST', path: '/shipping-options/', body, changes: false }, luluOptions(currency))
  }

  async function levelFor(order: PrintOrder): Promise<string> {
    const { country, region } = order.shipTo
    const request = { country, region, copies: order.copies, pages: order.interior.pages, currency: 'USD' }
    const ways = await options(request)
    const wanted = twoLevels(ways)
    const way = wanted.find(({ level }) => level === order.shippingLevel) ?? wanted[0]
    const name = ways.find((each) => each.amountMinor === way?.amountMinor && each.maxDays === way.maxDays)
    if (!name) throw new AppError('PRINT_VENDOR_REFUSED', { reason: 'no_shipping', field: 'country' })
    return name.luluLevel
  }

  async function check(path: string, body: object | undefined) {
    return ask({ method: body ? 'POST' : 'GET', path, body, changes: false }, luluCheck)
  }

  return {
    name: 'lulu',
    capabilities,

    async quote(request) {
      const ways = await options({ ...request, region: request.shipTo?.region })
      const bookMinor = request.shipTo && (await bookCost(request.shipTo))
      return twoLevels(ways).map(
        ({ level, amountMinor, currency, minDays, maxDays, tracked }): ShippingOption => {
          return {
            level,
            amountMinor,
            currency,
            minDays,
            maxDays,
            tracked,
            ...(bookMinor?.currency === currency && { bookMinor: bookMinor.minor }),
          }
        },
      )

      async function bookCost(shipTo: PrintOrder['shipTo']) {
        const first = ways[0]
        if (!first) return undefined
        const { name: _name, ...address } = luluOrder.address(shipTo)
        const body = {
          line_items: [
            { page_count: request.pages, pod_package_id: config.LULU_SKU, quantity: request.copies },
          ],
          shipping_address: address,
          shipping_option: first.luluLevel,
          currency: first.currency.toUpperCase(),
        }
        const amount = z.union([z.string(), z.number()])
        const cost = await ask(
          { method: 'POST', path: '/print-job-cost-calculations/', body, changes: false },
          z.object({
            total_cost_excl_tax: amount,
            currency: z.string(),
            shipping_cost: z.object({ total_cost_excl_tax: amount }),
          }),
        )
        const [total, post] = [cost.total_cost_excl_tax, cost.shipping_cost.total_cost_excl_tax].map(
          minorUnits,
        )
        if (total === undefined || post === undefined) return undefined
        return { minor: total - post, currency: cost.currency.toLowerCase() }
      }
    },

    async coverSheet(declaredPages) {
      const body = { pod_package_id: config.LULU_SKU, interior_page_count: declaredPages, unit: 'pt' }
      const answer = z.object({ width: z.coerce.number(), height: z.coerce.number() })
      const said = await ask({ method: 'POST', path: '/cover-dimensions/', body, changes: false }, answer)
      const sheet = coverGeometry(declaredPages)
      const off = Math.max(Math.abs(said.width - sheet.widthPt), Math.abs(said.height - sheet.heightPt))
      if (off > sheetTolerancePt) {
        const details = { reason: 'cover_dimensions', width: said.width, height: said.height }
        throw new AppError('PRINT_VENDOR_REFUSED', details)
      }
      return sheet
    },

    /** The receipt is `<interior's id> <cover's id>`. */
    async validate(order, receipt): Promise<FileCheck> {
      const [interiorId, coverId] = receipt?.split(' ') ?? []
      const sku = { pod_package_id: config.LULU_SKU }
      const [interior, cover] = [
        await (interiorId
          ? check(`/validate-interior/${interiorId}/`, undefined)
          : check('/validate-interior/', { source_url: order.interior.url, ...sku })),
        await (coverId
          ? check(`/validate-cover/${coverId}/`, undefined)
          : check('/validate-cover/', {
              source_url: order.cover?.url,
              interior_page_count: order.interior.pages,
              ...sku,
            })),
      ]
      return luluOrder.verdict(interior, cover)
    },

    async submit(order) {
      refuseDraft(capabilities, order)
      const body = luluOrder.body(order, {
        sku: config.LULU_SKU,
        contactEmail: config.LULU_CONTACT_EMAIL,
        productionDelay: config.LULU_PRODUCTION_DELAY,
        shippingLevel: await levelFor(order),
      })
      const { vendorRef, status } = luluFacts(
        await ask({ method: 'POST', path: '/print-jobs/', body }, luluJob),
      )
      return { vendorRef, status }
    },

    async findByReference(reference, since) {
      // `search` looks in many fields: only an exact reference counts.
      const query = `search=${encodeURIComponent(reference)}&created_after=${isoTime(since)}&ordering=-id`
      const found = await pages(query)
      return aliveOrNewest(found.map(luluFacts).filter((job) => job.reference === reference))
    },

    get: read,

    async cancel(vendorRef) {
      const path = `/print-jobs/${encodeURIComponent(vendorRef)}/status/`
      try {
        await ask({ method: 'PUT', path, body: { name: 'CANCELED' } }, z.unknown())
        return 'cancelled'
      } catch (fault) {
        if (!(fault instanceof AppError) || fault.details['status'] !== 400) throw fault
        return (await read(vendorRef)).status === 'cancelled' ? 'cancelled' : 'too_late'
      }
    },

    async list(since) {
      return (await pages(`created_after=${isoTime(since)}`)).map(luluFacts)
    },

    parseWebhook: (request) => readLuluWebhook(request, config.LULU_CLIENT_SECRET),

    async keepWebhook(url) {
      const list = z.union([z.array(webhookRow), z.object({ results: z.array(webhookRow) })])
      const answer = await ask({ method: 'GET', path: '/webhooks/' }, list)
      const ours = (Array.isArray(answer) ? answer : answer.results).find((row) => row.url === url)
      if (ours?.is_active) return 'fine'
      // After five failures in a row Lulu turns a webhook off, and says nothing.
      const call: Ask = ours
        ? { method: 'PATCH', path: `/webhooks/${ours.id}/`, body: { is_active: true } }
        : { method: 'POST', path: '/webhooks/', body: { topics: [statusTopic], url } }
      await ask(call, webhookRow)
      return 'mended'
    },
  }
}

const isoTime = (time: number) => encodeURIComponent(new Date(time).toISOString())
