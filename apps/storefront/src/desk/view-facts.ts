import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import { html, nothing, type TemplateResult } from 'lit'
import { countryName, fullTime, languageName, money } from './figures.ts'

/** What the order is, who it is for and where its files are. */
export function viewFacts(order: DeskOrder): TemplateResult {
  const { print, files } = order
  return html`
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">Order</h2>
      <dl class="facts">
        ${fact('Number', html`<code>${order.order_id}</code>`)}
        ${fact('Book', html`${order.book.id} ${order.book.version}${order.language ? html`, ${languageName(order.language)}` : nothing}`)}
        ${order.child_name ? fact('For', html`${order.child_name}`) : nothing}
        ${fact('Copies', html`${order.quantity}, ${money(order.amount_minor, order.currency)}`)}
        ${fact('Ordered', html`${fullTime(order.created_at)}`)}
        ${order.paid_at ? fact('Paid', html`${fullTime(order.paid_at)}`) : nothing}
        ${order.email ? fact('Customer', html`<a href=${`mailto:${order.email}`}>${order.email}</a>`) : nothing}
        ${order.ship_to_country ? fact('Ships to', html`${countryName(order.ship_to_country)}`) : nothing}
        ${order.proof ? fact('Words', html`may be corrected until ${fullTime(order.proof.until)}`) : nothing}
        ${order.reorder_of ? fact('Prints again', html`<code>${order.reorder_of}</code>`) : nothing}
        ${print ? fact('Printer', html`${print.vendor}: ${print.status.replaceAll('_', ' ')}`) : nothing}
        ${
          print?.tracking
            ? fact(
                'Parcel',
                html`<a href=${print.tracking.url} target="_blank" rel="noreferrer">${print.tracking.carrier} ${print.tracking.number}</a>`,
              )
            : nothing
        }
        ${
          files
            ? fact(
                'Files',
                html`<a href=${files.interior_url} target="_blank" rel="noreferrer">Interior (PDF)</a>${
                  files.cover_url
                    ? html`, <a href=${files.cover_url} target="_blank" rel="noreferrer">cover (PDF)</a>`
                    : nothing
                }`,
              )
            : nothing
        }
      </dl>
    </section>
  `
}

const fact = (name: string, value: TemplateResult) => html`<dt>${name}</dt><dd>${value}</dd>`
