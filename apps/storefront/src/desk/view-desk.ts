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
import { viewProblem } from './view-problem.ts'
import { viewSignIn } from './view-sign-in.ts'

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
      ${route.at === 'list' ? viewList(state, route, acts) : viewOrder(state, route, acts)}
    </main>
    ${order && page ? viewPage(state, order, page, acts) : nothing}
    ${ask && ask.kind !== 'keys' ? viewAsk(state, ask, acts) : nothing}
    ${ask?.kind === 'keys' ? viewKeys(acts) : nothing}
  `
}

function bar({ readAt, problem }: DeskState, { name, role }: Session, acts: DeskActs): TemplateResult {
  const stale = problem?.while === 'reading'
  return html`
    <header class="bar">
      <a class="home" href=${routeHash(firstRoute)}>Order desk</a>
      <span class="live ${stale ? 'stale' : ''}">
        ${readAt === undefined ? 'Reading …' : stale ? 'Not connected' : `Live, ${clock(readAt)}`}
      </span>
      <span class="spread"></span>
      <span class="who">${name}, ${role}</span>
      <button class="small keys-button" @click=${() => acts.ask({ kind: 'keys' })}>Keys <kbd>?</kbd></button>
      <button class="small" @click=${acts.signOut}>Sign out</button>
    </header>
  `
}
