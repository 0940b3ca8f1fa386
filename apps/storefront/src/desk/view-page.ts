import type { DeskOrder, DeskPage } from '@foxetales/shared-schemas/desk'
import { html, nothing, type TemplateResult } from 'lit'
import { type DeskActs, type DeskState, mayAct } from './desk-state.ts'
import { modal } from './modal.ts'
import { pageStateWords, slotName } from './order-words.ts'
import { currentVersion } from './page-figures.ts'
import { routeHash } from './route.ts'
import { viewComing, viewPicture } from './view-picture.ts'
import { viewProblem } from './view-problem.ts'

/** One page large, beside its words and the picture it replaced. */
export function viewPage(state: DeskState, order: DeskOrder, page: DeskPage, acts: DeskActs): TemplateResult {
  const at = order.pages.indexOf(page)
  return html`
    <dialog class="page" aria-labelledby="page-title" ${modal()} @cancel=${(event: Event) => {
      event.preventDefault()
      acts.close()
    }}>
      <header>
        <h2 id="page-title" tabindex="-1" autofocus>${slotName(page.slot)}</h2>
        <span class="soft">${at + 1} of ${order.pages.length}</span>
        <span class="state ${page.state === 'done' ? 'good' : page.state === 'failed' ? 'bad' : 'move'}">${pageStateWords[page.state]}</span>
        <span class="spread"></span>
        ${step(order, at - 1, '← Previous', 'previous')} ${step(order, at + 1, 'Next →', 'next')}
        <button data-close @click=${acts.close}>Close</button>
      </header>
      ${state.ask ? nothing : viewProblem(state, acts)}
      ${pictures(state, page)} ${below(state, page, acts)}
    </dialog>
  `
}

function step(order: DeskOrder, at: number, label: string, to: string): TemplateResult {
  const page = order.pages[at]
  // A link that leads nowhere keeps its place, so that the next one is always where it was.
  if (!page) return html`<span class="button off" aria-hidden="true">${label}</span>`
  const href = routeHash({ at: 'order', id: order.order_id, slot: page.slot })
  return html`<a class="button" data-step=${to} href=${href}>${label}</a>`
}

/** The picture that will be printed; left of it the one chosen to compare, right of it the one being painted. */
function pictures(state: DeskState, page: DeskPage): TemplateResult {
  const current = currentVersion(page)
  const older = page.versions.filter((version) => !version.current)
  const beside = older.find((version) => version.id === state.beside) ?? older.at(-1)
  return html`
    <div class="pictures">
      ${beside ? viewPicture(page, beside) : nothing} ${current ? viewPicture(page, current) : nothing}
      ${page.state === 'rendering' || page.state === 'waiting' ? viewComing(page) : nothing}
    </div>
  `
}

function below(state: DeskState, page: DeskPage, acts: DeskActs): TemplateResult {
  const { slot, words, failure, versions } = page
  const asks = () => acts.ask({ kind: 'regenerate', slot })
  return html`
    <div class="below">
      <div>
        ${words ? html`<blockquote>${words}</blockquote>` : nothing}
        ${failure ? html`<p class="bad-words">The last try failed: ${failure}</p>` : nothing}
      </div>
      ${versions.length > 2 ? strip(state, page, acts) : nothing}
      ${
        page.can_regenerate && mayAct(state)
          ? html`<button class="primary" ?disabled=${state.sending} @click=${asks}>Paint again <kbd>r</kbd></button>`
          : nothing
      }
    </div>
  `
}

/** With three versions and more: which older one stands beside the current one. */
function strip(state: DeskState, page: DeskPage, acts: DeskActs): TemplateResult {
  const older = page.versions.filter((version) => !version.current)
  const chosen = older.find((version) => version.id === state.beside) ?? older.at(-1)
  return html`
    <div class="strip" role="group" aria-label="Compare with">
      ${older.map(
        (version, index) => html`
          <button aria-pressed=${version === chosen ? 'true' : 'false'} @click=${() => acts.showBeside(version.id)}>
            Version ${index + 1}
          </button>
        `,
      )}
    </div>
  `
}
