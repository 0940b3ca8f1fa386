import { casewrapFormat, coverGeometry } from '@foxetales/book-pdf/cover-geometry'
import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import {
  aliveOrNewest,
  type PrintCapabilities,
  type PrintVendor,
  refuseDraft,
} from '../../ports/print-vendor.ts'
import { callVendor, type VendorCall } from './call-vendor.ts'
import { jobFacts, pressJob, pressJobs, pressOptions, pressOrder } from './house-press-jobs.ts'
import { readPressWebhook } from './house-press-webhook.ts'
import { type PrinterTools, printerKind } from './printer-kind.ts'

const settings = z.object({
  PRESS_API_URL: z.url(),
  PRESS_API_KEY: z.string().min(16),
  PRESS_WEBHOOK_SECRET: z.string().min(16),
  /**
   * True unless told: this press proofs books for our own eyes, which is why drafts may go there. Say false where the same
   * protocol leads to a press whose books reach customers.
   */
  PRESS_TAKES_DRAFTS: z.enum(['true', 'false']).default('true'),
})

/** Our own proof press, spoken to as any printer: bearer key, idempotency key, two PDFs by url, signed webhooks. */
export const housePress = printerKind('house-press', settings, openHousePress)

function openHousePress(config: z.infer<typeof settings>, tools: PrinterTools): PrintVendor {
  const base = config.PRESS_API_URL.replace(/\/+$/, '')
  const capabilities: PrintCapabilities = {
    acceptsDrafts: config.PRESS_TAKES_DRAFTS === 'true',
    format: casewrapFormat,
    countries: { except: [] },
    phone: false,
    idempotent: true,
  }

  async function ask<Answer extends z.ZodType>(
    call: Pick<VendorCall<Answer>, 'method' | 'body' | 'answer' | 'changes'> & { path: string; key?: string },
  ): Promise<z.infer<Answer>> {
    const { path, key, ...rest } = call
    const headers = {
      Authorization: `Bearer ${config.PRESS_API_KEY}`,
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    }
    return callVendor(tools, { ...rest, url: `${base}${path}`, headers, refusal })
  }

  const jobPath = (vendorRef: string) => `/v1/print-jobs/${encodeURIComponent(vendorRef)}`
  const read = async (vendorRef: string) =>
    jobFacts(await ask({ method: 'GET', path: jobPath(vendorRef), answer: pressJob }))

  return {
    name: 'house-press',
    capabilities,

    async quote({ country, copies, pages, currency }) {
      const body = { country, copies, pages, currency: currency.toUpperCase() }
      return ask({ method: 'POST', path: '/v1/quotes', body, answer: pressOptions, changes: false })
    },

    coverSheet: async (declaredPages) => coverGeometry(declaredPages),

    async submit(order) {
      refuseDraft(capabilities, order)
      const { vendorRef, status } = jobFacts(
        await ask({
          method: 'POST',
          path: '/v1/print-jobs',
          key: order.printJobId,
          body: pressOrder(order),
          answer: pressJob,
        }),
      )
      return { vendorRef, status }
    },

    async findByReference(reference) {
      const path = `/v1/print-jobs?reference=${encodeURIComponent(reference)}`
      const { jobs } = await ask({ method: 'GET', path, answer: pressJobs })
      return aliveOrNewest(jobs.toSorted((a, b) => b.created_at - a.created_at).map(jobFacts))
    },

    get: read,

    async cancel(vendorRef) {
      try {
        await ask({ method: 'POST', path: `${jobPath(vendorRef)}/cancel`, answer: pressJob })
        return 'cancelled'
      } catch (error) {
        const isTooLate = error instanceof AppError && error.details['status'] === 409
        if (!isTooLate) {
          throw error
        }
        const job = await read(vendorRef)
        return job.status === 'cancelled' ? 'cancelled' : 'too_late'
      }
    },

    async list(since) {
      const path = `/v1/print-jobs?created_after=${encodeURIComponent(new Date(since).toISOString())}`
      return (await ask({ method: 'GET', path, answer: pressJobs })).jobs.map(jobFacts)
    },

    parseWebhook: (request) => readPressWebhook(request, config.PRESS_WEBHOOK_SECRET, tools.now()),
  }
}

/** `{error: {code, field?}}`. The press's message stays out: it may repeat an address or a child's name from the title. */
function refusal(json: unknown) {
  const said = z
    .object({ error: z.object({ code: z.string(), field: z.string().optional() }) })
    .safeParse(json)
  if (!said.success) return undefined
  const { code, field } = said.data.error
  return { reason: code, ...(field !== undefined && { field }) }
}
