import * as z from 'zod'
import type {
  FileCheck,
  PrintFile,
  PrintJobFacts,
  PrintOrder,
  PrintProblem,
  PrintStatus,
  ShippingOption,
} from '../../ports/print-vendor.ts'
import { minorUnits, noPostcode } from './printer-kind.ts'

const luluStatus = z.enum([
  'CREATED',
  'UNPAID',
  'PAYMENT_IN_PROGRESS',
  'PRODUCTION_DELAYED',
  'PRODUCTION_READY',
  'IN_PRODUCTION',
  'SHIPPED',
  'REJECTED',
  'ERROR',
  'CANCELED',
])

/** Lulu's words and ours. A delayed job waits for its production, and can be taken back until then. */
const statusOf: Record<z.infer<typeof luluStatus>, PrintStatus> = {
  CREATED: 'submitted',
  UNPAID: 'awaiting_payment',
  PAYMENT_IN_PROGRESS: 'awaiting_payment',
  PRODUCTION_DELAYED: 'accepted',
  PRODUCTION_READY: 'in_production',
  IN_PRODUCTION: 'in_production',
  SHIPPED: 'shipped',
  REJECTED: 'failed',
  ERROR: 'failed',
  CANCELED: 'cancelled',
}

const parcel = z.object({
  tracking_id: z.string().nullish(),
  tracking_urls: z.array(z.string()).nullish(),
  carrier_name: z.string().nullish(),
})

/** A print job, as far as we look at it. Messages are kept by their code only: they may quote an address. */
export const luluJob = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  external_id: z.string().nullish(),
  status: z.object({ name: luluStatus, message: z.string().nullish() }),
  line_items: z
    .array(
      parcel.extend({
        status: z
          .object({
            name: z.string(),
            // A map of messages; for a shipped one it holds the parcel.
            messages: z.looseObject(parcel.shape).nullish(),
          })
          .nullish(),
      }),
    )
    .default([]),
  shipping_address: z
    .looseObject({ warnings: z.unknown().optional(), suggested_address: z.unknown().optional() })
    .nullish(),
})
export type LuluJob = z.infer<typeof luluJob>

export function luluFacts(job: LuluJob): PrintJobFacts {
  const parcels = job.line_items.flatMap((item) => [item.status?.messages ?? {}, item])
  const sent = parcels.find((each) => each.tracking_id)
  const url = sent?.tracking_urls?.[0]
  return {
    vendorRef: job.id,
    reference: job.external_id ?? '',
    status: statusOf[job.status.name],
    problems: problemsOf(job),
    ...(sent?.tracking_id && {
      tracking: {
        carrier: sent.carrier_name ?? 'Lulu',
        number: sent.tracking_id,
        ...(url && { url }),
      },
    }),
  }
}

function problemsOf(job: LuluJob): PrintProblem[] {
  const problems: PrintProblem[] = []
  const state = job.status.name
  if (state === 'REJECTED' || state === 'ERROR') {
    const items = job.line_items.flatMap((item) => Object.keys(item.status?.messages ?? {}))
    const where = items.length > 0 ? ` (${items.join(', ')})` : ''
    problems.push({ code: state.toLowerCase(), message: `Lulu says ${state}${where}; its portal tells why.` })
  }
  if (job.shipping_address?.suggested_address) {
    const message = 'Lulu suggests another spelling of the address; look at it in its portal.'
    problems.push({ code: 'address_suggested', message })
  }
  return problems
}

export function luluOptions(currency: string) {
  return z
    .array(
      z.object({
        level: z.string(),
        cost_excl_tax: z.union([z.string(), z.number()]),
        total_days_min: z.int().nonnegative(),
        total_days_max: z.int().nonnegative(),
        traceable: z.boolean(),
      }),
    )
    .transform((rows): (Omit<ShippingOption, 'level'> & { luluLevel: string })[] =>
      rows.flatMap((row) => {
        const amountMinor = minorUnits(row.cost_excl_tax)
        if (amountMinor === undefined) return []
        const { total_days_min: minDays, total_days_max: maxDays, traceable: tracked, level } = row
        return [
          { luluLevel: level, amountMinor, currency: currency.toLowerCase(), minDays, maxDays, tracked },
        ]
      }),
    )
}

export const luluCheck = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  status: z.string().nullable(),
  errors: z.unknown().optional(),
})
type LuluCheck = z.infer<typeof luluCheck>

export const luluOrder = {
  address(shipTo: PrintOrder['shipTo']) {
    return {
      name: shipTo.name,
      street1: shipTo.line1,
      ...(shipTo.line2 && { street2: shipTo.line2 }),
      city: shipTo.city,
      ...(shipTo.region && { state_code: shipTo.region }),
      postcode: shipTo.postcode ?? noPostcode,
      country_code: shipTo.country,
      ...(shipTo.phone && { phone_number: shipTo.phone }),
    }
  },

  /** The body of `POST /print-jobs/`. */
  body(
    order: PrintOrder,
    more: { sku: string; contactEmail: string; productionDelay: number; shippingLevel: string },
  ) {
    return {
      external_id: order.reference,
      contact_email: more.contactEmail,
      production_delay: more.productionDelay,
      shipping_level: more.shippingLevel,
      shipping_address: luluOrder.address(order.shipTo),
      line_items: [
        {
          external_id: order.printJobId,
          title: order.title.slice(0, 255),
          quantity: order.copies,
          printable_normalization: {
            pod_package_id: more.sku,
            interior: source(order.interior),
            ...(order.cover && { cover: source(order.cover) }),
          },
        },
      ],
    }
  },

  /** Only normalised files may be ordered: anything else Lulu would find out after the money was taken. */
  verdict(interior: LuluCheck, cover: LuluCheck): FileCheck {
    const files = [
      { file: 'interior', ...interior },
      { file: 'cover', ...cover },
    ]
    const unsound = files.filter(({ status }) => status === 'ERROR')
    if (unsound.length > 0) {
      const problems = unsound.map(({ file, errors }) => ({
        code: 'file_check',
        file,
        message: `Lulu’s file check refused the ${file}: ${JSON.stringify(errors ?? 'no reason given').slice(0, 500)}`,
      }))
      return { state: 'unsound', problems }
    }
    if (files.every(({ status }) => status === 'NORMALIZED')) return { state: 'sound' }
    return { state: 'checking', receipt: `${interior.id} ${cover.id}` }
  },
}

function source({ url, md5 }: PrintFile) {
  return { source_url: url, ...(md5 && { source_md5_sum: md5 }) }
}

/** Lulu refuses with a map from field to messages; only the field's name leaves here. */
export function luluRefusal(json: unknown): { reason: string; field?: string } | undefined {
  const fields = z.record(z.string(), z.unknown()).safeParse(json)
  const field = fields.success ? Object.keys(fields.data)[0] : undefined
  return field === undefined ? undefined : { reason: 'invalid', field }
}
