import type { OrderStatus } from '@foxetales/shared-schemas/order'
import { html, nothing, type TemplateResult } from 'lit'
import type { SteadyPictures } from '../spread/steady-pictures.ts'
import type { Problem } from '../walk/book-state.ts'
import type { Words } from '../words/english.ts'
import { dayRange } from '../words/words-for.ts'
import type { OrderActions } from './book-order-ends.ts'
import type { ProofActions } from './book-proof.ts'
import { type EraseView, erasePart } from './erase-part.ts'
import { draftNotice, problemNotice } from './notice.ts'
import { mayErase, steps, stepsDone } from './order-steps.ts'

const dayMs = 86_400_000

export interface FollowingView extends EraseView {
  readonly words: Words
  readonly status: OrderStatus | undefined
  readonly pictures: SteadyPictures
  /** The order's own page, for any device. */
  readonly link: string
  /** The whole book as it will be printed, once it is painted. */
  readonly proofFile: string
  readonly problem: Problem | undefined
  readonly proof: ProofActions | undefined
  readonly actions: OrderActions | undefined
  /** Unix ms. */
  readonly now: number
  /** This tab still holds the key to the preview's data. */
  readonly ownsPreview: boolean
  another(): void
}

/** The order from the payment to the door: what the server knows, and nothing made up in between. */
export function followingStage(view: FollowingView): TemplateResult {
  const { words, status } = view
  const isUnpaid = status?.state === 'awaiting_payment'
  return html`
    <section class="stage follow" part="following">
      <header>
        <h2 tabindex="-1" id="stage-title">${words.follow.title}</h2>
        <p class="lead" role="status">${status ? words.follow.states[status.state] : words.follow.reading}</p>
      </header>
      ${problemNotice(words, view.problem)} ${status ? whereItIs(view, status) : nothing}
      ${status && isUnpaid ? payLink(words, status) : nothing}
      ${
        status?.proof
          ? html`<foxetales-book-proof .words=${words} .proof=${status.proof} .actions=${view.proof}></foxetales-book-proof>`
          : nothing
      }
      ${status ? proofFile(view, status) : nothing} ${status && status.pages_total > 0 ? pages(view, status) : nothing}
      <foxetales-book-order-ends .words=${words} .status=${status} .actions=${view.actions}></foxetales-book-order-ends>
      <footer>
        ${status && !isUnpaid ? html`<p class="hint">${words.follow.leave}</p>` : nothing}
        <p class="hint">${words.follow.number(status?.order_id ?? '')} · <a href=${view.link}>${words.follow.keepLink}</a></p>
        <button type="button" class="quiet" id="another" @click=${view.another}>${words.follow.another}</button>
        ${status && view.ownsPreview && mayErase(status.state) ? erasePart(view) : nothing}
      </footer>
    </section>
  `
}

function whereItIs({ words, now }: FollowingView, status: OrderStatus): TemplateResult {
  const done = stepsDone(status.state)
  const { tracking } = status.print ?? {}
  return html`
    ${
      done === undefined
        ? nothing
        : html`
            <ol class="steps">
              ${steps.map((step, index) => {
                const mark = index < done ? 'past' : index === done ? 'now' : ''
                return html`<li class=${mark} aria-current=${mark === 'now' ? 'step' : nothing}>${words.follow.steps[step]}</li>`
              })}
            </ol>
          `
    }
    ${expected(words, status, now)}
    ${status.hold ? html`<div class="notice warn"><p>${words.follow.hold}</p></div>` : nothing}
    ${draftNotice(words, status.draft)}
    ${
      tracking
        ? html`
            <p class="card tracking">
              <a href=${tracking.url} target="_blank" rel="noreferrer">${words.follow.track(tracking.carrier)}</a>
              <span>${tracking.number}</span>
            </p>
          `
        : nothing
    }
  `
}

/** What was promised, and that it was not kept once it was not. */
function expected(words: Words, status: OrderStatus, now: number): TemplateResult | typeof nothing {
  if (!status.expected) return nothing
  const { from, until } = status.expected
  const days = dayRange(words, from, until)
  return now > Date.parse(until) + dayMs
    ? html`<div class="notice warn"><p id="expected">${words.follow.late(days)}</p></div>`
    : html`<p class="lead" id="expected">${words.follow.expected(days)}</p>`
}

/** The book as a file: to be had while its words can be corrected and after, promised while it is being painted. */
function proofFile({ words, ...view }: FollowingView, status: OrderStatus): TemplateResult | typeof nothing {
  if (status.proof_ready) {
    return html`
      <p class="card">
        <a href=${view.proofFile} id="proof-file" target="_blank" rel="noreferrer">${words.proof.file}</a>
        <span class="hint">${words.proof.fileHint}</span>
      </p>
    `
  }
  return status.proof ? html`<p class="card hint">${words.proof.fileLater}</p>` : nothing
}

function payLink(words: Words, status: OrderStatus): TemplateResult | typeof nothing {
  if (!status.checkout_url) return nothing
  return html`
    <p class="card">
      ${words.follow.notPaid}
      <a class="button-like primary" id="pay-now" href=${status.checkout_url}>${words.follow.payNow}</a>
    </p>
  `
}

function pages({ words, pictures }: FollowingView, status: OrderStatus): TemplateResult {
  const { pages_done: done, pages_total: all } = status
  return html`
    <div class="pages-made">
      <p id="pages-made">${words.follow.pages(done, all)}</p>
      <progress class="wide" max=${all} .value=${done} aria-labelledby="pages-made"></progress>
      <ol class="thumbnails">
        ${inBookOrder(status.pages).map((page) => thumbnail(words, pictures, page))}
      </ol>
    </div>
  `
}

type OrderPage = OrderStatus['pages'][number]

/** The cover first, then the pages as they lie in the book. */
function inBookOrder(pages: readonly OrderPage[]): OrderPage[] {
  return pages.toSorted((one, other) => pageNumber(one) - pageNumber(other))
}

/** 0 for the cover. */
function pageNumber({ slot }: OrderPage): number {
  return Number(/^page_(\d+)$/.exec(slot)?.[1] ?? 0)
}

function thumbnail(words: Words, pictures: SteadyPictures, page: OrderPage): TemplateResult {
  const number = pageNumber(page)
  const name = number === 0 ? words.follow.cover : words.follow.pagePicture(number)
  const key = `${page.slot}:${page.sha256 ?? ''}`
  return html`
    <li class=${page.state}>
      ${
        page.thumbnail_url
          ? html`<img
              src=${pictures.address(key, page.thumbnail_url)}
              alt=${name}
              loading="lazy"
              width="256"
              height="256"
              @error=${() => pictures.broken(key)}
            />`
          : html`<span>${number === 0 ? words.follow.cover : number}</span>`
      }
    </li>
  `
}
