import * as z from 'zod'

const wholeNumber = z
  .string()
  .regex(/^\d{1,12}$/, 'must be a whole number')
  .transform(Number)
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
/** At most 50 pairs, keys of 40 and values of 500 characters: https://docs.stripe.com/api/metadata. */
const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((pairs) => Object.keys(pairs).length <= 50, 'at most 50 keys')

const taxBehavior = z.enum(['exclusive', 'inclusive', 'unspecified'])
const taxCode = z.string().regex(/^txcd_\d{8}$/, 'must be a tax code')
const estimate = z.strictObject({
  unit: z.enum(['business_day', 'day', 'hour', 'month', 'week']),
  value: wholeNumber.refine((value) => value > 0, 'must be greater than 0'),
})

const shippingOption = z.strictObject({
  shipping_rate_data: z.strictObject({
    type: z.literal('fixed_amount'),
    display_name: z.string().min(1).max(100),
    fixed_amount: z.strictObject({ amount: wholeNumber, currency: z.string().regex(/^[a-z]{3}$/) }),
    delivery_estimate: z
      .strictObject({ minimum: estimate.optional(), maximum: estimate.optional() })
      .optional(),
    metadata: metadata.optional(),
    tax_behavior: taxBehavior.optional(),
    tax_code: taxCode.optional(),
  }),
})

const lineItem = z.strictObject({
  quantity: wholeNumber.default(1),
  price_data: z.strictObject({
    currency: z.string().regex(/^[a-z]{3}$/, 'must be a three-letter currency in lower case'),
    unit_amount: wholeNumber,
    product_data: z.strictObject({
      name: z.string().min(1),
      description: z.string().optional(),
      images: z.array(z.string()).optional(),
      metadata: metadata.optional(),
      tax_code: taxCode.optional(),
    }),
    tax_behavior: taxBehavior.optional(),
  }),
})

/**
 * The parameters of `POST /v1/checkout/sessions` that this server plays (https://docs.stripe.com/api/checkout/sessions/create).
 * Any other one is refused by name, as Stripe refuses what it does not know.
 */
export const sessionParameters = z.strictObject({
  mode: z.literal('payment'),
  ui_mode: z.literal('hosted_page').optional(),
  line_items: z.array(lineItem).min(1).max(100),
  success_url: z.url(),
  cancel_url: z.url().optional(),
  client_reference_id: z.string().max(200).optional(),
  customer_email: z.email().optional(),
  metadata: metadata.optional(),
  expires_at: wholeNumber.optional(),
  locale: z.string().optional(),
  submit_type: z.enum(['auto', 'book', 'donate', 'pay', 'subscribe']).optional(),
  payment_intent_data: z
    .strictObject({ metadata: metadata.optional(), description: z.string().optional() })
    .optional(),
  shipping_address_collection: z
    .strictObject({
      allowed_countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country')).min(1),
    })
    .optional(),
  /** Five at most: https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-shipping_options */
  shipping_options: z.array(shippingOption).min(1).max(5, 'may have at most 5 entries').optional(),
  allow_promotion_codes: flag.optional(),
  automatic_tax: z.strictObject({ enabled: flag }).optional(),
  phone_number_collection: z.strictObject({ enabled: flag }).optional(),
  expand: z.array(z.string()).optional(),
})
export type SessionParameters = z.infer<typeof sessionParameters>
