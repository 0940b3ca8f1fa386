import type { Alert } from '@foxetales/shared-schemas/alert'
import type { DeadLetter } from '@foxetales/shared-schemas/desk'
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { alertWords, countByKind } from './alert-words.ts'
import { type Ask, type DeskActs, type DeskState, mayAct } from './desk-state.ts'
import { age, fullTime } from './figures.ts'
import { orderCode } from './order-words.ts'
import { routeHash } from './route.ts'

/** What waits for a person: alerts by kind, and messages that were tried too often. */
export function viewWaiting(state: DeskState, acts: DeskActs): TemplateResult {
  const { waiting, openAlerts = 0 } = state
  if (!waiting) return html`<h1 tabindex="-1">Alerts</h1><p class="soft">Reading the alerts …</p>`
  const { alerts, letters } = waiting
  const hidden = openAlerts - alerts.length
  return html`
    <h1 tabindex="-1">Alerts</h1>
    ${
      alerts.length === 0
        ? html`<p class="empty">Nothing waits for a person.</p>`
        : html`
          <ul class="chips" aria-label="How many of each kind">
            ${countByKind(alerts).map(([kind, count]) => html`<li><span class="chip">${alertWords[kind]} <b>${count}</b></span></li>`)}
          </ul>
          <ul class="waiting">
            ${repeat(
              alerts,
              (alert) => alert.alert_id,
              (alert) => viewAlert(state, alert, acts),
            )}
          </ul>
        `
    }
    ${hidden > 0 ? html`<p class="soft">${hidden} older ones are shown once these are settled.</p>` : nothing}
    ${letters.length > 0 ? viewLetters(state, letters, acts) : nothing}
  `
}

/** One alert: what it is, about what, and the button that says it was seen to. */
export function viewAlert(state: DeskState, alert: Alert, acts: DeskActs): TemplateResult {
  const { alert_id: id, kind, subject, detail, raised_at: at } = alert
  return html`
    <li>
      <span class="state bad">${alertWords[kind]}</span>
      ${subjectLink(subject, id)}
      <span class="why">${detail}</span>
      <time class="soft" datetime=${at} title=${fullTime(at)}>${age(at, state.now)}</time>
      ${button(state, { kind: 'settle', alert }, 'Settle', { id, isMarked: !subject.startsWith('ord_') }, acts)}
    </li>
  `
}

function viewLetters(state: DeskState, letters: readonly DeadLetter[], acts: DeskActs): TemplateResult {
  return html`
    <section aria-labelledby="letters-title">
      <h2 id="letters-title">Messages that were tried too often</h2>
      <ul class="waiting">
        ${letters.map((letter) => {
          const { dead_letter_id: id, kind, subject = '', attempts, at } = letter
          const item = { id, isMarked: !subject.startsWith('ord_') }
          return html`
            <li>
              <span class="state bad">${kind ?? 'Cannot be read'}</span>
              ${subjectLink(subject, id)}
              <span class="why">tried ${attempts} times</span>
              <time class="soft" datetime=${at} title=${fullTime(at)}>${age(at, state.now)}</time>
              ${kind ? button(state, { kind: 'replay', letter }, 'Send again', item, acts) : nothing}
            </li>
          `
        })}
      </ul>
    </section>
  `
}

function subjectLink(subject: string, id: string): TemplateResult {
  if (!subject.startsWith('ord_')) return html`<code>${subject}</code>`
  const href = routeHash({ at: 'order', id: subject, slot: undefined })
  return html`<a data-item=${id} href=${href}><code>${orderCode(subject)}</code></a>`
}

/** `isMarked`: the arrow keys stop at the button, for there is no order to open. */
function button(
  state: DeskState,
  ask: Ask,
  label: string,
  { id, isMarked }: { id: string; isMarked: boolean },
  acts: DeskActs,
): TemplateResult | typeof nothing {
  if (!mayAct(state)) return nothing
  return html`<button
    class="small"
    data-settles=${id}
    data-item=${isMarked ? id : nothing}
    ?disabled=${state.sending}
    @click=${() => acts.ask(ask)}
  >
    ${label}
  </button>`
}
