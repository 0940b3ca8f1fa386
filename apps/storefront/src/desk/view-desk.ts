import { html, nothing, type TemplateResult } from 'lit'
import type { DeskActs, DeskState } from './desk-state.ts'
import { clock } from './figures.ts'
import { firstRoute, routeHash } from './route.ts'
import type { Session } from './session.ts'
import { viewAsk } from './view-ask.ts'
import { viewKeys } from './view-keys.ts'
import { viewList } from './view-list.ts'
import { viewOrder } from './view-order.ts'
import { viewPage } from './view-page.ts'
import { viewPhoto } from './view-photo.ts'
import { viewProblem } from './view-problem.ts'
import { viewSignIn } from './view-sign-in.ts'
import { viewWaiting } from './view-waiting.ts'

/** The whole desk, from its state. */
export function viewDesk(state: DeskState, acts: DeskActs): TemplateResult {
  const { session, route, order, ask } = state
  if (!session) return viewSignIn(state, acts)
  const page =
    route.at === 'order' && order?.order_id === route.id
      ? order.pages.find((candidate) => candidate.slot === route.slot)
      : undefined
  const inFront = page !== undefined || (ask !== undefined && ask.kind !== 'keys')
  return html`
    ${bar(state, session, acts)}
    <main>
      ${inFront ? nothing : viewProblem(state, acts)}
      ${route.at === 'list' ? viewList(state, route, acts) : route.at === 'order' ? viewOrder(state, route, acts) : viewWaitingPage(state, acts)}
    </main>
    ${order && page ? viewPage(state, order, page, acts) : nothing}
    ${ask && ask.kind !== 'keys' ? viewAsk(state, ask, acts) : nothing}
    ${state.photo ? viewPhoto(state, acts) : nothing}
    ${ask?.kind === 'keys' ? viewKeys(acts) : nothing}
  `
}

function viewWaitingPage(state: DeskState, acts: DeskActs): TemplateResult {
  return html`
    <nav class="crumbs" aria-label="Way back">
      <a class="button" data-back href=${routeHash(state.lastList)}>← Orders</a>
    </nav>
    ${viewWaiting(state, acts)}
  `
}

function bar(
  { readAt, problem, openAlerts }: DeskState,
  { name, role }: Session,
  acts: DeskActs,
): TemplateResult {
  const stale = problem?.while === 'reading'
  return html`
    <header class="bar">
      <a class="home" href=${routeHash(firstRoute)}>Order desk</a>
      <span class="live ${stale ? 'stale' : ''}">
        ${readAt === undefined ? 'Reading …' : stale ? 'Not connected' : `Live, ${clock(readAt)}`}
      </span>
      <span class="spread"></span>
      <a class="alerts ${openAlerts ? 'open' : ''}" href=${routeHash({ at: 'waiting' })}
        >Alerts ${openAlerts === undefined ? nothing : html`<b>${openAlerts}</b>`}</a
      >
      <span class="who">${name}, ${role}</span>
      <button class="small keys-button" @click=${() => acts.ask({ kind: 'keys' })}>Keys <kbd>?</kbd></button>
      <button class="small" @click=${acts.signOut}>Sign out</button>
    </header>
  `
}
