import type { ShippingChoice, ShippingQuote } from '@foxetales/shared-schemas/order'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { ApiProblem } from '../../api/call-api.ts'
import type { CustomerApi } from '../../api/customer-api.ts'
import type { Problem } from '../walk/book-state.ts'
import type { Words } from '../words/english.ts'
import { arrival, countryName, money } from '../words/words-for.ts'
import { problemNotice } from './notice.ts'

/**
 * Where the book goes, and what each way there costs and takes. Says `country-change` (detail: the code) when the parent
 * chooses, and when the first answer tells which country was guessed, so that what is shown is what is ordered. Drawn
 * into the parent's own shadow tree.
 */
export class BookShipping extends LitElement {
  static override properties = {
    words: { attribute: false },
    ask: { attribute: false },
    book: { attribute: false },
    quantity: { attribute: false },
    country: { attribute: false },
    isFixed: { attribute: false },
    quote: { state: true },
    problem: { state: true },
  }
  declare words: Words
  declare ask: CustomerApi['shipping']
  declare book: string
  declare quantity: number
  /** Undefined until anybody said: then the server guesses. */
  declare country: string | undefined
  /** On its way to the checkout: nothing changes any more. */
  declare isFixed: boolean
  declare quote: ShippingQuote | undefined
  declare problem: Problem | undefined
  private asked = ''
  private question = new AbortController()

  override createRenderRoot(): this {
    return this
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('book') || changed.has('quantity') || changed.has('country')) void this.look()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.question.abort()
    this.asked = ''
  }

  override render(): TemplateResult {
    const { words } = this
    return html`
      <div class="shipping" part="shipping">
        <label for="ship-to">${words.shipping.to}</label>
        <select id="ship-to" aria-describedby="ship-to-hint" autocomplete="shipping country" ?disabled=${this.isFixed}
          @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
          ${this.countries().map(
            ({ code, name }) =>
              html`<option value=${code} .selected=${code === this.country}>${name}</option>`,
          )}
        </select>
        <p class="hint" id="ship-to-hint">${words.shipping.gift}</p>
        <div class="ways" role="status">${this.answer()}</div>
      </div>
    `
  }

  private answer(): TemplateResult {
    const { words, quote, problem } = this
    if (problem) {
      return html`
        ${problemNotice(words, problem)}
        <button type="button" class="plain" id="ship-again" @click=${() => this.look()}>${words.shipping.again}</button>
      `
    }
    if (quote?.country !== this.country || !quote) return html`<p class="hint">${words.shipping.asking}</p>`
    const now = Date.now()
    return html`<ul>${quote.options.map((option) => way(words, option, now))}</ul>`
  }

  private countries(): { code: string; name: string }[] {
    const codes = this.quote?.countries ?? (this.country ? [this.country] : [])
    const named = codes.map((code) => ({ code, name: countryName(this.words, code) }))
    return named.toSorted((one, other) => one.name.localeCompare(other.name, this.words.locale))
  }

  private choose(country: string): void {
    this.dispatchEvent(new CustomEvent('country-change', { detail: country }))
  }

  /** Asks what is not known yet; a newer question ends an older one. */
  private async look(): Promise<void> {
    const { book, quantity, country } = this
    const question = `${book} ${quantity} ${country ?? ''}`
    if (question === this.asked) return
    this.asked = question
    this.question.abort()
    this.question = new AbortController()
    const { signal } = this.question
    this.problem = undefined
    try {
      const quote = await this.ask({ book, quantity, ...(country ? { country } : {}) }, signal)
      this.quote = quote
      this.asked = `${book} ${quantity} ${quote.country}`
      if (country !== quote.country) this.choose(quote.country)
    } catch (fault) {
      if (signal.aborted) return
      this.asked = ''
      if (!(fault instanceof ApiProblem)) throw fault
      this.problem = fault
    }
  }
}

function way(words: Words, option: ShippingChoice, now: number): TemplateResult {
  return html`
    <li>
      <span>
        ${words.shipping.levels[option.level]}
        ${option.tracked ? html`<span class="hint">${words.shipping.tracked}</span>` : nothing}
      </span>
      <strong>${money(words, option.amount_minor, option.currency)}</strong>
      <span class="hint when">${words.shipping.arrives(arrival(words, option, now))}</span>
    </li>
  `
}
