import { AppError } from '@foxetales/shared-schemas/errors'
import type * as z from 'zod'
import { type PrintVendor, refuseDraft } from '../../ports/print-vendor.ts'
import { callPress, type PressAccess, type PressCall } from './call-house-press.ts'
import { jobFacts, pressJob, pressJobs, pressOrder } from './house-press-jobs.ts'
import { readPressWebhook } from './house-press-webhook.ts'

export type HousePressOptions = PressAccess & {
  webhookSecret: string
  /** Unix ms. */
  now: () => number
  /**
   * True unless told: this press proofs books for our own eyes, which is why drafts may go there. Say false where the same
   * protocol leads to a press whose books reach customers.
   */
  acceptsDrafts?: boolean
}

/** Our own proof press, spoken to as any printer: bearer key, idempotency key, two PDFs by url, signed webhooks. */
export function housePress(options: HousePressOptions): PrintVendor {
  const capabilities = { acceptsDrafts: options.acceptsDrafts ?? true, files: 'two' } as const

  async function ask<Schema extends z.ZodType>(call: PressCall, schema: Schema): Promise<z.infer<Schema>> {
    const answer = schema.safeParse(await callPress(options, call))
    if (!answer.success) {
      const details = { reason: 'bad_answer', ambiguous: call.method === 'POST' }
      throw new AppError('PRINT_VENDOR_UNAVAILABLE', details, answer.error)
    }
    return answer.data
  }

  const jobPath = (vendorRef: string) => `/v1/print-jobs/${encodeURIComponent(vendorRef)}`
  const read = async (vendorRef: string) =>
    jobFacts(await ask({ method: 'GET', path: jobPath(vendorRef) }, pressJob))

  return {
    name: 'house-press',
    capabilities,

    async submit(order) {
      refuseDraft(capabilities, order)
      const job = await ask(
        {
          method: 'POST',
          path: '/v1/print-jobs',
          idempotencyKey: order.printJobId,
          body: pressOrder(order),
        },
        pressJob,
      )
      const { vendorRef, status } = jobFacts(job)
      return { vendorRef, status }
    },

    async findByReference(reference) {
      const path = `/v1/print-jobs?reference=${encodeURIComponent(reference)}`
      const { jobs } = await ask({ method: 'GET', path }, pressJobs)
      const newestFirst = jobs.toSorted((a, b) => b.created_at - a.created_at).map(jobFacts)
      const alive = newestFirst.find((job) => job.status !== 'cancelled' && job.status !== 'failed')
      return alive ?? newestFirst[0]
    },

    get: read,

    async cancel(vendorRef) {
      try {
        await ask({ method: 'POST', path: `${jobPath(vendorRef)}/cancel` }, pressJob)
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

    parseWebhook: (request) => readPressWebhook(request, options.webhookSecret, options.now()),
  }
}
