import type { DeskOrder, DeskPage, DeskPageVersion } from '@foxetales/shared-schemas/desk'
import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { type DeskActs, type DeskState, mayAct } from './desk-state.ts'
import { fullTime } from './figures.ts'
import { modal } from './modal.ts'
import { pageStateWords, slotName } from './order-words.ts'
import { currentVersion, scoreWords } from './page-figures.ts'
import { routeHash } from './route.ts'
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
      ${beside ? picture(page, beside) : nothing} ${current ? picture(page, current) : nothing}
      ${page.state === 'rendering' || page.state === 'waiting' ? coming(page) : nothing}
    </div>
  `
}

function picture(page: DeskPage, version: DeskPageVersion): TemplateResult {
  const number = page.versions.indexOf(version) + 1
  const name = page.versions.length > 1 ? `Version ${number}` : 'The only version'
  return html`
    <figure class=${version.current ? 'current' : ''}>
      ${keyed(
        version.id,
        html`<img src=${version.page_url} width="1024" height="1024" alt=${`${slotName(page.slot)}, ${name.toLowerCase()}`} />`,
      )}
      <figcaption>
        <b>${name}</b>${version.current ? html` <span class="state good">To be printed</span>` : html` <span class="state quiet">Replaced</span>`}
        ${Object.entries(version.scores).map(([score, value]) => {
          const { words, tone } = scoreWords(score, value)
          return html`<span class="state ${tone}">${words}</span>`
        })}
        ${version.draft ? html`<span class="tag">draft</span>` : nothing}
        <span class="soft">
          ${version.from === 'preview' ? 'Seen by the parent' : 'Painted'} ${fullTime(version.made_at)}${version.engine ? html`, ${version.engine}` : nothing}
        </span>
        ${version.asked_because ? html`<span class="why">${version.asked_by} asked: ${version.asked_because}</span>` : nothing}
      </figcaption>
    </figure>
  `
}

function coming(page: DeskPage): TemplateResult {
  const rendering = page.state === 'rendering'
  return html`
    <figure class="coming">
      <div class="blank">
        <p>${rendering ? 'Being painted' : 'Waiting for a painter'}</p>
        ${rendering ? html`<progress max="1" value=${page.progress} aria-label="Painted"></progress>` : nothing}
      </div>
      <figcaption><b>The next version</b></figcaption>
    </figure>
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
