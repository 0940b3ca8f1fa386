import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import { html, nothing, type TemplateResult } from 'lit'
import { type Ask, type DeskActs, type DeskState, mayAct } from './desk-state.ts'
import { neighbours } from './neighbours.ts'
import { orderCode, stateTone, stateWords } from './order-words.ts'
import { type OrderRoute, routeHash } from './route.ts'
import { viewFacts } from './view-facts.ts'
import { viewSheet } from './view-sheet.ts'
import { viewTimeline } from './view-timeline.ts'

/** One order: what has to be done, its pages, its facts and what happened to it. */
export function viewOrder(state: DeskState, route: OrderRoute, acts: DeskActs): TemplateResult {
  const { order } = state
  return html`
    ${crumbs(state, route)}
    ${
      order?.order_id === route.id
        ? html`
          ${heading(order)} ${nextStep(state, order, acts)}
          <div class="columns">
            ${viewSheet(order)}
            <aside aria-label="About this order">${viewFacts(order)} ${viewTimeline(order)}</aside>
          </div>
        `
        : html`<h1 tabindex="-1"><code>${orderCode(route.id)}</code></h1><p class="soft">Reading the order …</p>`
    }
  `
}

function crumbs(state: DeskState, route: OrderRoute): TemplateResult {
  const { before, after } = neighbours(state, route.id)
  const link = (id: string | undefined, label: string, key: string) =>
    id
      ? html`<a class="button" data-order=${key} href=${routeHash({ at: 'order', id, slot: undefined })}>${label}</a>`
      : nothing
  const { filter } = state.lastList
  const list = filter === undefined ? 'All orders' : filter === 'held' ? 'On hold' : stateWords[filter]
  return html`
    <nav class="crumbs" aria-label="Way back and neighbours">
      <a class="button" data-back href=${routeHash(state.lastList)}>← ${list}</a>
      <span class="spread"></span>
      ${link(before, 'Newer', 'before')} ${link(after, 'Older', 'after')}
    </nav>
  `
}

function heading(order: DeskOrder): TemplateResult {
  return html`
    <header class="order-head">
      <h1 tabindex="-1">
        <code>${orderCode(order.order_id)}</code>
        <span class="title">${order.book.title}</span>
      </h1>
      <span class="state ${stateTone(order.state)}">${stateWords[order.state]}</span>
      ${order.hold ? html`<span class="state bad">On hold</span>` : nothing}
      ${order.draft ? html`<span class="tag" title="Painted by a stand-in engine: no real printer takes it.">Draft</span>` : nothing}
    </header>
  `
}

/** The sentence that says what to do, and beside it the button that does it. */
function nextStep(state: DeskState, order: DeskOrder, acts: DeskActs): TemplateResult {
  const why = order.hold ?? order.reason
  return html`
    <section class="next ${order.needs_person ? 'act' : ''}" aria-label="What to do">
      <div>
        ${why ? html`<p><b>${order.hold ? 'On hold' : stateWords[order.state]}:</b> ${why}</p>` : nothing}
        <p>${order.next_action}</p>
        ${order.print_problems.map((problem) => html`<p class="bad-words">The printer: ${problem}</p>`)}
      </div>
      ${mayAct(state) ? buttons(state, order, acts) : html`<p class="soft">You may look, not act.</p>`}
    </section>
  `
}

function buttons(state: DeskState, order: DeskOrder, acts: DeskActs): TemplateResult {
  const button = (ask: Ask, label: TemplateResult, look: string) =>
    html`<button class=${look} ?disabled=${state.sending} @click=${() => acts.ask(ask)}>${label}</button>`
  return html`
    <div class="buttons">
      ${order.can_hold ? button({ kind: 'hold' }, html`Hold`, '') : nothing}
      ${order.can_release ? button({ kind: 'release' }, html`Release`, 'primary') : nothing}
      ${order.can_approve ? button({ kind: 'approve' }, html`Approve the book <kbd>a</kbd>`, 'primary') : nothing}
    </div>
  `
}
