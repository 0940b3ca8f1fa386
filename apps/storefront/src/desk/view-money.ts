import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import { html, nothing, type TemplateResult } from 'lit'
import { dayTime, fullTime, money } from './figures.ts'

const moneyWords: Readonly<Record<DeskOrder['money'][number]['kind'], string>> = {
  payment: 'Paid',
  refund: 'Given back',
  dispute: 'Taken by a dispute',
  dispute_won: 'Dispute won',
}
const refundWords: Readonly<Record<DeskOrder['refunds'][number]['state'], string>> = {
  planned: 'Refund asked for',
  pending: 'Refund on its way',
  succeeded: 'Refunded',
  failed: 'Refund failed',
  cancelled: 'Refund cancelled',
}

/** What came, what went, and what painting has cost. */
export function viewMoney(order: DeskOrder): TemplateResult | typeof nothing {
  if (order.money.length === 0 && order.refunds.length === 0) return nothing
  return html`
    <section aria-labelledby="money-title">
      <h2 id="money-title">Money</h2>
      <ol class="timeline">
        ${order.money.map(
          ({ at, kind, amount_minor, currency }) => html`
            <li>
              <time datetime=${at} title=${fullTime(at)}>${dayTime(at)}</time>
              <span><b>${moneyWords[kind]}</b> ${money(Math.abs(amount_minor), currency)}</span>
            </li>
          `,
        )}
        ${order.refunds.map(
          ({ at, state, amount_minor, actor, reason, failure }) => html`
            <li>
              <time datetime=${at} title=${fullTime(at)}>${dayTime(at)}</time>
              <span>
                <b>${refundWords[state]}</b> ${money(amount_minor, order.currency)}
                <span class="soft">by ${actor}</span>
              </span>
              <span class="why">${failure ?? reason}</span>
            </li>
          `,
        )}
      </ol>
      <p class="soft">Painting took ${Math.round(order.gpu_seconds)} s of the GPU so far.</p>
    </section>
  `
}
