import { html, raw } from 'hono/html'
import type { Shop, Variant } from './shopify-state.ts'

type Html = ReturnType<typeof html>

const style = `
  :root { color-scheme: light } * { box-sizing: border-box }
  body { font: 17px/1.5 system-ui, sans-serif; color: #1d2a2a; background: #fbfcfb; margin: 0 }
  header { background: #0f4c4c; color: #fff; padding: .75rem 1.25rem; display: flex; justify-content: space-between; align-items: center }
  header a { color: #fff; text-decoration: none; font-weight: 600 } main { max-width: 64rem; margin: 0 auto; padding: 1.25rem }
  h1 { font-size: 1.75rem; margin: .5rem 0 } table { width: 100%; border-collapse: collapse } td { padding: .75rem 0; border-bottom: 1px solid #d6dedd }
  td:last-child { text-align: right } form.pay { max-width: 28rem; display: grid; gap: .75rem } label { display: grid; gap: .25rem }
  input, select { font: inherit; padding: .6rem .7rem; border: 1px solid #6b7c7b; border-radius: 6px; background: #fff }
  button { font: inherit; font-weight: 600; padding: .8rem 1.25rem; border: 0; border-radius: 6px; background: #0f4c4c; color: #fff }
  .quiet { color: #4a5a59 }
`

function page(shop: Shop, title: string, language: string, body: Html): string {
  return String(html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><style>${raw(style)}</style></head>
<body><header><a href="/">${shop.domain.split('.')[0]}</a><a href="/cart">${language === 'vi' ? 'Giỏ hàng' : 'Cart'}</a></header><main>${body}</main></body>
</html>`)
}

const money = (minor: number, currency: string, language: string) =>
  new Intl.NumberFormat(language, { style: 'currency', currency }).format(minor / 100)

/** A theme's product page, with the app block as the theme editor places it. */
export function productPage(
  shop: Shop,
  variant: Variant,
  options: { api: string; language: string },
): string {
  const { api, language } = options
  const book = variant.sku.replace(/^foxetales-/, '')
  return page(
    shop,
    variant.title,
    language,
    html`<h1>${variant.title}</h1>
<p class="quiet">${money(variant.priceMinor, shop.currency, language)}</p>
<script type="module" src="${api}/embed/foxetales-book.js"></script>
<style>foxetales-book:not(:defined){display:block;min-height:60rem}</style>
<foxetales-book api="${api}" book="${book}" lang="${language}" variant="${variant.id}" ticket="/apps/foxetales/ticket"
  style="--foxetales-accent:#0f4c4c;--foxetales-accent-deep:#0a3838;--foxetales-radius:6px"></foxetales-book>`,
  )
}

export function cartPage(
  shop: Shop,
  lines: readonly { title: string; quantity: number; totalMinor: number }[],
  language: string,
): string {
  const isVietnamese = language === 'vi'
  const body =
    lines.length === 0
      ? html`<h1>${isVietnamese ? 'Giỏ hàng trống' : 'Your cart is empty'}</h1>`
      : html`<h1>${isVietnamese ? 'Giỏ hàng' : 'Your cart'}</h1>
<table><tbody>${lines.map(
          (line) =>
            html`<tr><td>${line.title} × ${line.quantity}</td><td>${money(line.totalMinor, shop.currency, language)}</td></tr>`,
        )}</tbody></table>
<p><a id="checkout" href="/checkout">${isVietnamese ? 'Thanh toán' : 'Check out'}</a></p>`
  return page(shop, isVietnamese ? 'Giỏ hàng' : 'Cart', language, body)
}

export function checkoutPage(shop: Shop, language: string): string {
  const isVietnamese = language === 'vi'
  const field = (name: string, label: string, value: string, type = 'text') =>
    html`<label>${label}<input name="${name}" type="${type}" value="${value}" required></label>`
  const body = html`<h1>${isVietnamese ? 'Thanh toán' : 'Checkout'}</h1>
<p class="quiet">${isVietnamese ? 'Cửa hàng thử: không có tiền nào được chuyển.' : 'A test shop: no money moves.'}</p>
<form class="pay" method="post" action="/checkout">
${field('email', 'Email', 'buyer@example.com', 'email')}
${field('name', isVietnamese ? 'Họ tên' : 'Name', 'Alex Example')}
${field('address1', isVietnamese ? 'Địa chỉ' : 'Address', isVietnamese ? '12 Lê Lợi' : '350 Sample Avenue')}
${field('city', isVietnamese ? 'Thành phố' : 'City', isVietnamese ? 'Thành phố Hồ Chí Minh' : 'Portland')}
${field('province', isVietnamese ? 'Tỉnh' : 'State', isVietnamese ? 'SG' : 'OR')}
${field('zip', isVietnamese ? 'Mã bưu chính' : 'Postcode', isVietnamese ? '700000' : '97201')}
${field('country', isVietnamese ? 'Nước (mã)' : 'Country (code)', isVietnamese ? 'VN' : 'US')}
${field('phone', isVietnamese ? 'Điện thoại' : 'Phone', '+1 555 010 0100', 'tel')}
<button type="submit">${isVietnamese ? 'Trả tiền' : 'Pay now'}</button>
</form>`
  return page(shop, isVietnamese ? 'Thanh toán' : 'Checkout', language, body)
}

export function thanksPage(shop: Shop, name: string, back: string, language: string): string {
  const isVietnamese = language === 'vi'
  const body = html`<h1>${isVietnamese ? `Cảm ơn bạn! Đơn hàng ${name}` : `Thank you! Order ${name}`}</h1>
<p><a id="back" href="${back}">${isVietnamese ? 'Xem sách được vẽ' : 'Watch your book being painted'}</a></p>`
  return page(shop, isVietnamese ? 'Cảm ơn' : 'Thank you', language, body)
}
