import { asList, asRecord, asText, json } from './played-printer.ts'

export interface LuluJob {
  readonly id: string
  readonly status:
    | 'CREATED'
    | 'UNPAID'
    | 'PRODUCTION_DELAYED'
    | 'PRODUCTION_READY'
    | 'IN_PRODUCTION'
    | 'SHIPPED'
    | 'REJECTED'
    | 'CANCELED'
  /** As it was ordered. */
  readonly order: Record<string, unknown>
  /** Unix ms. */
  readonly created: number
  readonly fate: 'printed' | 'unpaid' | 'rejected'
  readonly parcel?: string
}

const levels = ['MAIL', 'PRIORITY_MAIL', 'GROUND_HD', 'GROUND_BUS', 'GROUND', 'EXPEDITED', 'EXPRESS']
const phone = /^\+?[\d\s\-./()]{8,20}$/

/** What is wrong with an order, by field, as Lulu says it: its messages repeat what was sent. */
export function luluErrors(body: Record<string, unknown>): Record<string, unknown> {
  const errors: Record<string, unknown> = {}
  const required = (holder: Record<string, unknown>, names: readonly string[]) => {
    for (const name of names) if (!holder[name]) errors[name] = ['This field is required.']
  }
  const address = asRecord(body['shipping_address'])
  required(body, ['line_items', 'shipping_address', 'contact_email', 'shipping_level'])
  required(address, ['name', 'street1', 'city', 'postcode', 'country_code', 'phone_number'])
  const number = asText(address['phone_number'])
  if (number && !phone.test(number)) errors['phone_number'] = [`"${number}" is not a phone number.`]
  if (asText(address['postcode']) === '00000') {
    errors['postcode'] = [`${asText(address['name'])}, ${asText(address['street1'])}: no such postcode.`]
  }
  const level = asText(body['shipping_level'])
  if (level && !levels.includes(level)) errors['shipping_level'] = [`"${level}" is not a valid choice.`]
  const delay = Number(body['production_delay'] ?? 60)
  if (delay < 60 || delay > 2880) errors['production_delay'] = ['Must be between 60 and 2880.']
  for (const item of asList(body['line_items']).map(asRecord)) {
    required(item, ['title', 'quantity', 'printable_normalization'])
    const sku = asText(asRecord(item['printable_normalization'])['pod_package_id'])
    if (!/^\d{4}X\d{4}\.(FC|BW)\.(STD|PRE)\.(PB|CW|LW|SS|CO)\./.test(sku)) {
      errors['pod_package_id'] = [`"${sku}" is not a package.`]
    }
  }
  return errors
}

export function publicLuluJob(job: LuluJob) {
  const address = asRecord(job.order['shipping_address'])
  const parcel = job.parcel && {
    tracking_id: job.parcel,
    tracking_urls: [`https://track.example/${job.parcel}`],
    carrier_name: 'USPS',
  }
  // The street is spelt out: that is how Lulu's address correction shows.
  const abbreviated = / St$/.test(asText(address['street1']))
  return {
    id: Number(job.id),
    external_id: job.order['external_id'],
    status: { name: job.status, message: null, changed: new Date(job.created).toISOString() },
    line_items: asList(job.order['line_items']).map((item) => ({
      ...asRecord(item),
      status: {
        name: job.status,
        messages: parcel ?? (job.status === 'REJECTED' ? { interior: ['bad'] } : null),
      },
    })),
    costs: null,
    shipping_address: {
      ...address,
      warnings: abbreviated ? [{ type: 'address_correction' }] : [],
      suggested_address: abbreviated
        ? { ...address, street1: asText(address['street1']).replace(/ St$/, ' Street') }
        : null,
    },
  }
}

const withoutMail = ['AE', 'KW', 'QA', 'OM', 'JO']

/** `POST /shipping-options/`: which ways go to a country, in the currency asked for. */
export function luluShipping(body: Record<string, unknown>): Response {
  const country = asText(asRecord(body['shipping_address'])['country'])
  if (!/^[A-Z]{2}$/.test(country)) return json(400, { country: ['This field is required.'] })
  if (country === 'BH') return json(200, [])
  const way = (level: string, cost: string, least: number, most: number, traceable: boolean) => ({
    level,
    cost_excl_tax: cost,
    currency: asText(body['currency']) || 'USD',
    total_days_min: least,
    total_days_max: most,
    traceable,
    postbox_ok: !traceable,
  })
  const express = way('EXPRESS', '21.40', 5, 8, true)
  return json(200, withoutMail.includes(country) ? [express] : [express, way('MAIL', '5.69', 9, 16, false)])
}
