import type { DeskOrderLine, DeskOrderList } from '@foxetales/shared-schemas/desk'
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { DeskActs, DeskState } from './desk-state.ts'
import { age, fullTime, money } from './figures.ts'
import { orderCode, orderStates, stateTone, stateWords } from './order-words.ts'
import { firstRoute, type ListRoute, routeHash } from './route.ts'

/** All orders, or those of one state: newest first. */
export function viewList(state: DeskState, route: ListRoute, acts: DeskActs): TemplateResult {
  const { list } = state
  // The counts stay while another list is read; its orders are shown when they are here.
  const isHere = list !== undefined && state.listFrom === routeHash(route)
  return html`
    <div class="list-head">
      <h1>Orders</h1>
      ${findForm(acts)}
    </div>
    ${list ? filters(list, route) : nothing}
    ${
      !isHere
        ? html`<p class="soft">Reading the orders …</p>`
        : list.orders.length === 0
          ? html`<p class="empty">${emptyWords(route)}</p>`
          : table(list, state.now)
    }
    ${isHere ? pager(list, route) : nothing}
  `
}

function findForm(acts: DeskActs): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget
    if (form instanceof HTMLFormElement) acts.find(String(new FormData(form).get('find') ?? ''))
  }
  return html`
    <form class="find" role="search" @submit=${submit}>
      <label for="find">Order or book code</label>
      <input id="find" name="find" autocomplete="off" spellcheck="false" placeholder="8 characters" required />
      <button>Find</button>
    </form>
  `
}

/** What calls for a person comes first; states that no order has stay away, unless they are what is shown. */
function filters(list: DeskOrderList, route: ListRoute): TemplateResult {
  const count = (filter: ListRoute['filter']) =>
    filter === undefined
      ? Object.values(list.counts).reduce((sum, orders) => sum + orders, 0)
      : filter === 'held'
        ? list.held
        : (list.counts[filter] ?? 0)
  const urgent = ['review', 'failed', 'held'] as const
  const rest = orderStates.filter((state) => state !== 'review' && state !== 'failed')
  const shown = rest.filter((state) => count(state) > 0 || route.filter === state)
  const chip = (filter: ListRoute['filter'], label: string, tone: string) => html`
    <li>
      <a
        class="chip ${tone} ${count(filter) === 0 ? 'none' : ''}"
        href=${routeHash({ ...firstRoute, filter })}
        aria-current=${route.filter === filter ? 'true' : nothing}
        >${label} <b>${count(filter).toLocaleString()}</b></a
      >
    </li>
  `
  return html`
    <nav aria-label="Filter by state">
      <ul class="chips">
        ${chip(undefined, 'All', 'quiet')}
        ${urgent.map((filter) =>
          filter === 'held'
            ? chip('held', 'On hold', 'bad')
            : chip(filter, stateWords[filter], stateTone(filter)),
        )}
        ${shown.map((filter) => chip(filter, stateWords[filter], stateTone(filter)))}
      </ul>
    </nav>
  `
}

function emptyWords({ filter, cursor }: ListRoute): string {
  if (cursor) return 'There are no older orders.'
  if (filter === 'review') return 'Nothing waits for review.'
  if (filter === 'held') return 'No order is on hold.'
  return filter ? `No order is in the state “${stateWords[filter]}”.` : 'There are no orders yet.'
}

function table(list: DeskOrderList, now: number): TemplateResult {
  return html`
    <table class="orders">
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col" class="what">State</th>
          <th scope="col">Book</th>
          <th scope="col" class="number">Copies</th>
          <th scope="col" class="number">Total</th>
          <th scope="col">Ordered</th>
          <th scope="col">Last change</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          list.orders,
          (order) => order.order_id,
          (order) => row(order, now),
        )}
      </tbody>
    </table>
  `
}

function row(order: DeskOrderLine, now: number): TemplateResult {
  const { order_id: id, state, hold, reason, progress } = order
  return html`
    <tr>
      <th scope="row">
        <a data-item=${id} href=${routeHash({ at: 'order', id, slot: undefined })}><code>${orderCode(id)}</code></a>
      </th>
      <td class="what">
        <span class="state ${stateTone(state)}">${stateWords[state]}</span>
        ${hold ? html`<span class="state bad">On hold</span>` : nothing}
        ${progress ? html`<span class="soft">${progress.done} of ${progress.total}</span>` : nothing}
        ${(hold ?? reason) ? html`<div class="why">${hold ?? reason}</div>` : nothing}
      </td>
      <td>${order.book_id}${order.draft ? html` <span class="tag">draft</span>` : nothing}</td>
      <td class="number minor">${order.quantity}</td>
      <td class="number">${money(order.amount_minor, order.currency)}</td>
      <td><time datetime=${order.created_at} title=${fullTime(order.created_at)}>${age(order.created_at, now)}</time></td>
      <td class="minor"><time datetime=${order.updated_at} title=${fullTime(order.updated_at)}>${age(order.updated_at, now)}</time></td>
    </tr>
  `
}

function pager(list: DeskOrderList, route: ListRoute): TemplateResult | typeof nothing {
  const older = list.next_cursor
  if (!older && !route.cursor) return nothing
  return html`
    <nav class="pager" aria-label="Pages of the list">
      ${
        route.cursor
          ? html`<a class="button" data-page="newest" href=${routeHash({ ...route, cursor: undefined })}>Newest</a>`
          : nothing
      }
      ${
        older
          ? html`<a class="button" data-page="older" href=${routeHash({ ...route, cursor: older })}>Older orders</a>`
          : html`<span class="soft">These are the oldest.</span>`
      }
    </nav>
  `
}
