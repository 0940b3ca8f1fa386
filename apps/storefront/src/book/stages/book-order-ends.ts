import type { OrderStatus } from '@foxetales/shared-schemas/order'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { ApiProblem } from '../../api/call-api.ts'
import type { Problem } from '../walk/book-state.ts'
import type { Walk } from '../walk/open-walk.ts'
import { returnUrl } from '../walk/return-url.ts'
import type { Words } from '../words/english.ts'
import { problemNotice } from './notice.ts'

/** What the order's token allows beside following it. */
export type OrderActions = Pick<Walk, 'cancelOrder' | 'reorder'>

/**
 * The two ends of an order: before painting it may be cancelled, once printed it may be ordered again. Drawn into the
 * parent's own shadow tree; shows nothing where the server allows neither.
 */
export class BookOrderEnds extends LitElement {
  static override properties = {
    words: { attribute: false },
    status: { attribute: false },
    actions: { attribute: false },
    step: { state: true },
    problem: { state: true },
  }
  declare words: Words
  declare status: OrderStatus | undefined
  declare actions: OrderActions | undefined
  declare step: 'idle' | 'asking' | 'cancelling' | 'leaving'
  declare problem: Problem | undefined

  constructor() {
    super()
    this.step = 'idle'
  }

  override createRenderRoot(): this {
    return this
  }

  override render(): TemplateResult | typeof nothing {
    const { words, status } = this
    if (!status || !(status.can_cancel || status.can_reorder || this.problem)) return nothing
    return html`
      ${problemNotice(words, this.problem)} ${status.can_cancel ? this.cancelPart() : nothing}
      ${
        status.can_reorder
          ? html`
              <p class="card">
                <button type="button" class="plain" id="reorder" aria-disabled=${String(this.step === 'leaving')}
                  @click=${() => this.reorder()}>
                  ${this.step === 'leaving' ? words.order.paying : words.follow.more}
                </button>
                <span class="hint">${words.follow.moreHint}</span>
              </p>
            `
          : nothing
      }
    `
  }

  private cancelPart(): TemplateResult {
    const { words, step } = this
    if (step === 'idle' || step === 'leaving') {
      return html`<button type="button" class="quiet" id="cancel" @click=${() => this.ask('asking')}>${words.follow.cancel}</button>`
    }
    const isBusy = step === 'cancelling'
    return html`
      <div class="notice bad" role="alertdialog" aria-labelledby="cancel-question">
        <p id="cancel-question">${words.follow.cancelQuestion}</p>
        <div class="actions">
          <button type="button" class="danger" id="cancel-yes" ?disabled=${isBusy} @click=${() => this.cancel()}>
            ${isBusy ? words.follow.cancelling : words.follow.cancelYes}
          </button>
          <button type="button" class="plain" id="cancel-no" ?disabled=${isBusy} @click=${() => this.ask('idle')}>
            ${words.follow.cancelNo}
          </button>
        </div>
      </div>
    `
  }

  /** The keyboard goes into the question, and back to where it was asked. */
  private async ask(step: 'idle' | 'asking'): Promise<void> {
    this.step = step
    await this.updateComplete
    this.querySelector<HTMLElement>(step === 'asking' ? '#cancel-no' : '#cancel')?.focus()
  }

  private cancel(): void {
    void this.act('cancelling', () => this.actions?.cancelOrder())
  }

  private reorder(): void {
    if (this.step === 'leaving') return
    void this.act('leaving', () => this.actions?.reorder(1, returnUrl()))
  }

  private async act(during: 'cancelling' | 'leaving', call: () => Promise<void> | undefined): Promise<void> {
    this.step = during
    this.problem = undefined
    try {
      await call()
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      this.problem = fault
    } finally {
      this.step = 'idle'
    }
  }
}
