import * as z from 'zod'
import type {
  PrintFile,
  PrintJobFacts,
  PrintOrder,
  PrintStatus,
  ShippingOption,
} from '../../ports/print-vendor.ts'

const pressStatus = z.enum([
  'received',
  'checking',
  'rejected',
  'accepted',
  'in_production',
  'shipped',
  'delivered',
  'cancelled',
])

/** The press's own words, and ours for them. It checks the files before it accepts a job. */
const statusOf: Record<z.infer<typeof pressStatus>, PrintStatus> = {
  received: 'submitted',
  checking: 'submitted',
  rejected: 'failed',
  accepted: 'accepted',
  in_production: 'in_production',
  shipped: 'shipped',
  delivered: 'delivered',
  cancelled: 'cancelled',
}

/** A time in ISO 8601 or unix seconds, read as unix ms. */
export const pressTime = z.union([
  z.iso.datetime({ offset: true }).transform((time) => Date.parse(time)),
  z.number().transform((seconds) => seconds * 1000),
])

/** A job as the press tells it. */
export const pressJob = z.object({
  id: z.string().min(1),
  reference: z.string(),
  status: pressStatus,
  problems: z
    .array(
      z.object({
        code: z.string(),
        file: z.string().nullish(),
        page: z.int().nullish(),
        message: z.string(),
      }),
    )
    .default([]),
  tracking: z.object({ carrier: z.string(), number: z.string(), url: z.string().nullish() }).nullish(),
  created_at: pressTime,
})
export type PressJob = z.infer<typeof pressJob>

export const pressJobs = z.object({ jobs: z.array(pressJob) })

/** What the press asks for a book, by way of sending it. */
export const pressOptions = z
  .object({
    options: z.array(
      z.object({
        level: z.enum(['standard', 'express']),
        shipping_minor: z.int().nonnegative(),
        book_minor: z.int().nonnegative(),
        currency: z.string().length(3),
        days: z.object({ min: z.int().nonnegative(), max: z.int().nonnegative() }),
        tracked: z.boolean(),
      }),
    ),
  })
  .transform(({ options }): ShippingOption[] =>
    options.map(({ level, shipping_minor, book_minor, currency, days, tracked }) => ({
      level,
      amountMinor: shipping_minor,
      bookMinor: book_minor,
      currency: currency.toLowerCase(),
      minDays: days.min,
      maxDays: days.max,
      tracked,
    })),
  )

export function jobFacts(job: PressJob): PrintJobFacts {
  const { tracking } = job
  return {
    vendorRef: job.id,
    reference: job.reference,
    status: statusOf[job.status],
    problems: job.problems.map(({ code, file, page, message }) => ({
      code,
      message,
      ...(file == null ? {} : { file }),
      ...(page == null ? {} : { page }),
    })),
    ...(tracking && {
      tracking: {
        carrier: tracking.carrier,
        number: tracking.number,
        ...(tracking.url == null ? {} : { url: tracking.url }),
      },
    }),
  }
}

/** The body of `POST /v1/print-jobs`. */
export function pressOrder(order: PrintOrder): Record<string, unknown> {
  return {
    reference: order.reference,
    title: order.title,
    copies: order.copies,
    interior: { ...pressFile(order.interior), pages: order.interior.pages },
    ...(order.cover && { cover: pressFile(order.cover) }),
    ship_to: order.shipTo,
    shipping_level: order.shippingLevel === 'express' ? 'express' : 'standard',
    draft: order.draft,
    webhook_url: order.webhookUrl,
  }
}

function pressFile({ url, sha256, bytes }: PrintFile) {
  return { url, sha256, bytes }
}
