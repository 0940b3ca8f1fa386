import { html, raw } from 'hono/html'
import { goodCard } from './checkout-form.ts'
import { checkoutStyle } from './checkout-style.ts'
import type { SessionRecord } from './stripe-state.ts'

type Html = ReturnType<typeof html>

/** A made-up buyer, so that a click is enough. */
const testBuyer = { email: 'buyer@example.com', name: 'Alex Example', phone: '+1 555 010 0100' }
const testAddresses = [
  { country: 'US', line1: '350 Sample Avenue', city: 'Portland', state: 'OR', postalCode: '97201' },
  { country: 'GB', line1: '12 Sample Street', city: 'Leeds', state: '', postalCode: 'LS1 4AP' },
  { country: 'DE', line1: 'Musterstraße 12', city: 'Berlin', state: '', postalCode: '10115' },
  { country: 'VN', line1: '12 Lê Lợi', city: 'Thành phố Hồ Chí Minh', state: '', postalCode: '700000' },
] as const

/** The page on which a session is paid; `problem` says why the last try was refused. */
export function payPage(record: SessionRecord, problem?: string): string {
  const { session, lineItems, allowedCountries } = record
  const total = money(session.amount_total ?? 0, session.currency ?? 'usd')
  const body = html`
    <header>
      <p class="mode">Test mode · no money moves</p>
      <p class="total">${total}</p>
      <ul class="items">
        ${lineItems.map(
          (item) => html`<li>
            <span>${item.description}${(item.quantity ?? 1) > 1 ? html` <small>× ${item.quantity}</small>` : ''}</span>
            <span>${money(item.amount_total, item.currency)}</span>
          </li>`,
        )}
      </ul>
    </header>
    <form method="post" action="/c/pay/${session.id}">
      ${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`}
      <fieldset>
        <legend>Contact</legend>
        ${field('email', 'Email', session.customer_email ?? testBuyer.email, 'email', 'email')}
        ${
          session.phone_number_collection?.enabled
            ? field('phone', 'Phone', testBuyer.phone, 'tel', 'tel')
            : ''
        }
      </fieldset>
      ${allowedCountries.length > 0 ? addressFields(allowedCountries) : ''}
      ${record.shippingRates.length > 0 ? shippingFields(record) : ''}
      ${session.allow_promotion_codes ? promotionField : ''}
      <fieldset>
        <legend>Card</legend>
        ${allowedCountries.length > 0 ? '' : field('name', 'Name on card', testBuyer.name, 'text', 'cc-name')}
        ${field('card', 'Card number', goodCard, 'text', 'cc-number')}
        <p class="hint">Use 4000 0000 0000 0002 to see a card declined.</p>
      </fieldset>
      <button type="submit">Pay ${total}</button>
      ${session.cancel_url === null ? '' : html`<a class="cancel" href="${session.cancel_url}">Cancel</a>`}
    </form>`
  return page(`Pay ${total}`, body)
}

/** A page that only says something. */
export function messagePage(
  title: string,
  words: string,
  link?: { readonly href: string; readonly words: string },
): string {
  const body = html`<section class="message">
    <h1>${title}</h1>
    <p>${words}</p>
    ${link === undefined ? '' : html`<a class="cancel" href="${link.href}">${link.words}</a>`}
  </section>`
  return page(title, body)
}

function addressFields(countries: readonly string[]): Html {
  const known = testAddresses.find(({ country }) => countries.includes(country))
  const address = known ?? { ...testAddresses[0], country: countries[0], state: '' }
  return html`<fieldset>
    <legend>Shipping address</legend>
    ${field('name', 'Full name', testBuyer.name, 'text', 'name')}
    ${field('line1', 'Address', address.line1, 'text', 'address-line1')}
    ${field('line2', 'Flat, floor (optional)', '', 'text', 'address-line2', false)}
    <div class="pair">
      ${field('postal_code', 'Postcode', address.postalCode, 'text', 'postal-code')}
      ${field('city', 'City', address.city, 'text', 'address-level2')}
    </div>
    ${field('state', 'State or region (optional)', address.state, 'text', 'address-level1', false)}
    <label>
      <span>Country</span>
      <select name="country" autocomplete="country">
        ${countries.map(
          (code) =>
            html`<option value="${code}"${code === address.country ? raw(' selected') : ''}>${countryName(code)}</option>`,
        )}
      </select>
    </label>
  </fieldset>`
}

function shippingFields({ shippingRates }: SessionRecord): Html {
  return html`<fieldset>
    <legend>Shipping method</legend>
    ${shippingRates.map((rate, index) => {
      const days = rate.delivery_estimate
      const estimate =
        days?.minimum && days.maximum ? ` (${days.minimum.value} to ${days.maximum.value} days)` : ''
      const price = money(rate.fixed_amount?.amount ?? 0, rate.fixed_amount?.currency ?? 'usd')
      return html`<label class="choice">
        <input type="radio" name="shipping_rate" value="${rate.id}"${index === 0 ? raw(' checked') : ''}>
        <span>${rate.display_name}${estimate}</span><span>${price}</span>
      </label>`
    })}
  </fieldset>`
}

const promotionField = html`<fieldset>
  <legend>Promotion code</legend>
  ${field('promotion_code', 'Code (optional)', '', 'text', 'off', false)}
  <p class="hint">FOX10 takes 10 % off the books, GIFT100 all of it. Shipping and tax are added when you pay.</p>
</fieldset>`

function field(
  name: string,
  label: string,
  value: string,
  type: 'text' | 'email' | 'tel',
  autocomplete: string,
  required = true,
): Html {
  return html`<label>
    <span>${label}</span>
    <input type="${type}" name="${name}" value="${value}" autocomplete="${autocomplete}"${required ? raw(' required') : ''}>
  </label>`
}

/** An amount in a currency's smallest unit, in words that people read. */
function money(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: currency.toUpperCase() })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minor / 10 ** digits)
}

function countryName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code
}

function page(title: string, body: Html): string {
  return String(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <style>${raw(checkoutStyle)}</style>
  </head>
  <body><main>${body}</main></body>
</html>`)
}
