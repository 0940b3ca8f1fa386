import { html, nothing, type TemplateResult } from 'lit'
import { money } from '../words/words-for.ts'
import type { ReadyView } from './ready-stage.ts'

/** The API's own limit for one order. */
const mostCopies = 20

/** How many, for how much, and off to the checkout. */
export function orderPart(view: ReadyView): TemplateResult {
  const { words, book, quantity, step } = view
  const isBusy = step === 'ordering'
  const price = book?.price
  const each = price ? money(words, price.amount_minor, price.currency) : ''
  const total = price ? money(words, price.amount_minor * quantity, price.currency) : ''
  return html`
    <div class="card order" part="order">
      <h3 tabindex="-1" id="order-title">${words.order.title}</h3>
      <p>${words.order.what(book?.page_count ?? 0)}</p>
      <div class="copies" role="group" aria-labelledby="copies">
        <span id="copies">${words.order.copies}</span>
        ${stepper(words.order.fewer, '−', quantity > 1 && !isBusy, () => view.setQuantity(quantity - 1))}
        <output role="status">${quantity}</output>
        ${stepper(words.order.more, '+', quantity < mostCopies && !isBusy, () => view.setQuantity(quantity + 1))}
        <span class="hint">${each && !view.paysInShop ? `${each} ${words.order.each}` : nothing}</span>
      </div>
      ${
        view.paysInShop
          ? html`<p class="hint">${words.order.inShop}</p>`
          : html`<foxetales-book-shipping .words=${words} .ask=${view.shipping} .book=${view.preview.book_id}
                .quantity=${quantity} .country=${view.country} .isFixed=${isBusy}
                @country-change=${(event: CustomEvent<string>) => view.setCountry(event.detail)}></foxetales-book-shipping>
              <p class="total"><span>${words.order.total}</span> <strong>${total}</strong></p>
              <p class="hint">${words.order.shipping}</p>`
      }
      <p class="hint">${words.order.madeForYou}</p>
      <button type="button" class="primary" id="order" aria-disabled=${String(isBusy)} @click=${view.order}>
        ${orderWords(view)}
      </button>
    </div>
  `
}

function orderWords({ words, step, paysInShop }: ReadyView): string {
  if (step === 'ordering') return paysInShop ? words.order.adding : words.order.paying
  return paysInShop ? words.order.add : words.order.pay
}

function stepper(label: string, sign: string, isPossible: boolean, step: () => void): TemplateResult {
  const press = () => isPossible && step()
  return html`
    <button type="button" class="step" aria-label=${label} aria-disabled=${String(!isPossible)} @click=${press}>
      <span aria-hidden="true">${sign}</span>
    </button>
  `
}
