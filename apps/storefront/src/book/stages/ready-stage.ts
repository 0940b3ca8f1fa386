import type { PreviewStatus } from '@foxetales/shared-schemas/preview'
import { html, nothing, type TemplateResult } from 'lit'
import type { BookSummary, CustomerApi } from '../../api/customer-api.ts'
import type { Bookmark } from '../spread/book-spread.ts'
import type { Problem } from '../walk/book-state.ts'
import type { Words } from '../words/english.ts'
import { type EraseView, erasePart } from './erase-part.ts'
import { draftNotice, problemNotice } from './notice.ts'
import { orderPart } from './order-part.ts'

export interface ReadyView extends EraseView {
  readonly words: Words
  readonly preview: PreviewStatus
  readonly name: string
  readonly bookmark: Bookmark
  readonly book: BookSummary | undefined
  readonly problem: Problem | undefined
  readonly step: 'look' | 'approving' | 'order' | 'ordering'
  readonly quantity: number
  /** The shop's own cart takes the money, and says what it costs. */
  readonly paysInShop: boolean
  /** Where the book goes, once that is known. */
  readonly country: string | undefined
  readonly shipping: CustomerApi['shipping']
  setQuantity(quantity: number): void
  setCountry(country: string): void
  approve(): void
  redo(page: number): void
  order(): void
  change(): void
}

/** All pages are there: look, approve, order. */
export function readyStage(view: ReadyView): TemplateResult {
  const { words, preview, step } = view
  const isApproved = step === 'order' || step === 'ordering'
  return html`
    <section class="stage" part="ready">
      <header>
        <h2 tabindex="-1" id="stage-title">${words.ready.title(view.name)}</h2>
        <p class="lead">${isApproved ? words.order.approved : words.ready.lead}</p>
      </header>
      <div class="progress-room"></div>
      <foxetales-book-spread .words=${words} .preview=${preview}
        .bookmark=${view.bookmark} .pageCount=${view.book?.page_count ?? 0}></foxetales-book-spread>
      ${draftNotice(words, preview.draft)}
      ${problemNotice(words, view.problem)} ${isApproved ? orderPart(view) : approvePart(view)}
      <footer>
        ${
          step === 'ordering'
            ? nothing
            : html`<button type="button" class="quiet" id="change" @click=${view.change}>${words.ready.change}</button>`
        }
        ${step === 'ordering' ? nothing : erasePart(view)}
      </footer>
    </section>
  `
}

function approvePart(view: ReadyView): TemplateResult {
  const { words, step, approve } = view
  const isBusy = step === 'approving'
  return html`
    <div class="card" part="approve">
      ${doubtPart(view)}
      <p>${words.ready.exactly}</p>
      <ul class="checks">
        ${words.ready.checks.map((check) => html`<li>${check}</li>`)}
      </ul>
      <button type="button" class="primary" id="approve" aria-disabled=${String(isBusy)} @click=${approve}>
        ${isBusy ? words.ready.approving : words.ready.approve}
      </button>
      ${isBusy ? nothing : redoPart(view)}
    </div>
  `
}

/** Pages that our own checks are not sure of: the parent knows the child's face better than any check. */
function doubtPart({ words, preview }: ReadyView): TemplateResult | typeof nothing {
  const doubtful = preview.pages.filter((page) => page.doubtful).map(({ page }) => page)
  return doubtful.length === 0
    ? nothing
    : html`<p class="notice" id="doubtful">${words.ready.doubtful(doubtful)}</p>`
}

/** The pages that may still be painted again. */
function redoPart({ words, preview, redo }: ReadyView): TemplateResult | typeof nothing {
  const open = preview.pages.filter((page) => page.may_redo)
  if (open.length === 0) return nothing
  return html`
    <details class="redo">
      <summary>${words.ready.redo}</summary>
      <p class="hint">${words.ready.redoHint}</p>
      <div class="actions">
        ${open.map(
          ({ page }) => html`
            <button type="button" class="plain" id="redo-${page}" @click=${() => redo(page)}>${words.ready.redoPage(page)}</button>
          `,
        )}
      </div>
    </details>
  `
}
