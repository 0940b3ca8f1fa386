import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import { html, nothing, type TemplateResult } from 'lit'
import { type DeskActs, type DeskState, mayAct } from './desk-state.ts'
import { neighbours } from './neighbours.ts'
import { orderOffers } from './offers.ts'
import { orderCode, stateTone, stateWords } from './order-words.ts'
import { type OrderRoute, routeHash } from './route.ts'
import { viewFacts } from './view-facts.ts'
import { viewMoney } from './view-money.ts'
import { viewSheet } from './view-sheet.ts'
import { viewTimeline } from './view-timeline.ts'
import { viewAlert } from './view-waiting.ts'

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
            <aside aria-label="About this order">${viewFacts(order)} ${viewMoney(order)} ${viewTimeline(order)}</aside>
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
  const { reprinted } = state
  return html`
    <section class="next ${order.needs_person ? 'act' : ''}" aria-label="What to do">
      <div>
        ${why ? html`<p><b>${order.hold ? 'On hold' : stateWords[order.state]}:</b> ${why}</p>` : nothing}
        <p>${order.next_action}</p>
        ${
          order.print_problems.length > 0
            ? html`
              <p class="bad-words">Wrong with the files:</p>
              <ul class="bad-words">${order.print_problems.map((problem) => html`<li>${problem}</li>`)}</ul>
            `
            : nothing
        }
        ${
          reprinted
            ? html`<p>It goes out again as <a href=${routeHash({ at: 'order', id: reprinted.order_id, slot: undefined })}><code>${orderCode(reprinted.order_id)}</code></a>.</p>`
            : nothing
        }
        ${order.alerts.length > 0 ? html`<ul class="waiting">${order.alerts.map((alert) => viewAlert(state, alert, acts))}</ul>` : nothing}
      </div>
      ${buttons(state, order, acts)}
    </section>
  `
}

/** What may be done, with its key; the proof is for everybody. */
function buttons(state: DeskState, order: DeskOrder, acts: DeskActs): TemplateResult {
  const isPainted = order.pages_total > 0 && order.pages_done === order.pages_total
  return html`
    ${mayAct(state) ? nothing : html`<p class="soft">You may look, not act.</p>`}
    <div class="buttons">
      ${orderOffers(state, order).map(
        ({ ask, label, key, look }) =>
          html`<button class=${look} ?disabled=${state.sending} @click=${() => acts.ask(ask)}>${label} <kbd>${key}</kbd></button>`,
      )}
      ${
        isPainted
          ? html`<button data-proof ?disabled=${state.sending} @click=${() => acts.openProof(order.order_id)}>Proof (PDF) <kbd>o</kbd></button>`
          : nothing
      }
    </div>
  `
}
