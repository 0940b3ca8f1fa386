import * as z from 'zod'

/** https://shopify.dev/docs/api/admin-graphql/latest/objects/MoneyBag, as far as the shop's own currency goes. */
export const money = z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }) })

/** Shopify writes money as a decimal text in the currency's own unit, with as many places as that currency has. */
export function minorOf({ shopMoney }: z.infer<typeof money>): number {
  return Math.round(Number(shopMoney.amount) * 10 ** placesOf(shopMoney.currencyCode))
}

/** The other way round. */
export function decimalOf(amountMinor: number, currency: string): string {
  const places = placesOf(currency)
  return (amountMinor / 10 ** places).toFixed(places)
}

function placesOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
