import type { OrderStatus } from '@foxetales/shared-schemas/order'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { ApiProblem } from '../../api/call-api.ts'
import { faultLine } from '../form/choices.ts'
import type { Problem } from '../walk/book-state.ts'
import type { Walk } from '../walk/open-walk.ts'
import type { Words } from '../words/english.ts'
import { goodNotice, problemNotice } from './notice.ts'

type Proof = NonNullable<OrderStatus['proof']>

/** What the order's token allows while the proof is open. */
export type ProofActions = Pick<Walk, 'correctText' | 'releaseProof'>

/**
 * The last look at the words: name and dedication as they will be printed, to be corrected or let go. Drawn into the
 * parent's own shadow tree. What is being typed is kept when a new status comes.
 */
export class BookProof extends LitElement {
  static override properties = {
    words: { attribute: false },
    proof: { attribute: false },
    actions: { attribute: false },
    step: { state: true },
    problem: { state: true },
  }
  declare words: Words
  declare proof: Proof
  declare actions: ProofActions | undefined
  declare step: 'idle' | 'saving' | 'saved' | 'releasing'
  declare problem: Problem | undefined
  private name = ''
  private dedication = ''

  constructor() {
    super()
    this.step = 'idle'
  }

  override createRenderRoot(): this {
    return this
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('proof') as Proof | undefined
    if (!changed.has('proof')) return
    if (!before || before.name !== this.proof.name) this.name = this.proof.name
    if (!before || before.dedication !== this.proof.dedication) this.dedication = this.proof.dedication ?? ''
  }

  override render(): TemplateResult {
    const { words, step } = this
    const isBusy = step === 'saving' || step === 'releasing'
    const field = problemField(this.problem)
    return html`
      <form class="card proof" part="proof" @submit=${(event: Event) => this.save(event)}>
        <h3>${words.proof.title}</h3>
        <p class="hint">${words.proof.until(untilWords(words, this.proof.until))}</p>
        <div class="field">
          <label for="proof-name">${words.proof.name}</label>
          <input type="text" id="proof-name" required maxlength="200" autocomplete="off" .value=${this.name}
            aria-invalid=${field === 'name' ? 'true' : 'false'} aria-describedby="proof-name-fault" @input=${this.typed('name')} />
          ${faultLine('proof-name', field === 'name' ? words.problems.TEXT_NOT_PRINTABLE : undefined)}
        </div>
        <div class="field">
          <label for="proof-dedication">${words.proof.dedication}</label>
          <p class="hint" id="proof-dedication-hint">${words.proof.noDedication}</p>
          <textarea id="proof-dedication" rows="3" maxlength="240" .value=${this.dedication}
            aria-invalid=${field === 'dedication' ? 'true' : 'false'}
            aria-describedby="proof-dedication-hint proof-dedication-fault" @input=${this.typed('dedication')}></textarea>
          ${faultLine('proof-dedication', field === 'dedication' ? words.problems.TEXT_NOT_PRINTABLE : undefined)}
        </div>
        ${step === 'saved' ? goodNotice(words.proof.saved) : nothing}
        ${problemNotice(words, field ? undefined : this.problem)}
        <div class="actions">
          <button type="submit" class="plain" id="proof-save" aria-disabled=${String(isBusy || !this.isChanged())}>
            ${step === 'saving' ? words.proof.saving : words.proof.save}
          </button>
          <button type="button" class="primary" id="proof-release" aria-disabled=${String(isBusy || this.isChanged())}
            @click=${() => this.release()}>
            ${step === 'releasing' ? words.proof.releasing : words.proof.release}
          </button>
        </div>
      </form>
    `
  }

  private typed(field: 'name' | 'dedication') {
    return (event: Event) => {
      this[field] = (event.target as HTMLInputElement | HTMLTextAreaElement).value
      this.step = 'idle'
      this.requestUpdate()
    }
  }

  private isChanged(): boolean {
    return this.name.trim() !== this.proof.name || this.dedication.trim() !== (this.proof.dedication ?? '')
  }

  private save(event: Event): void {
    event.preventDefault()
    if (this.step === 'saving' || this.step === 'releasing' || !this.isChanged()) return
    const { name, dedication } = this
    void this.act('saving', 'saved', () => this.actions?.correctText({ name, dedication }))
  }

  private release(): void {
    // What is typed and not yet kept would be lost: first the one, then the other.
    if (this.step === 'saving' || this.step === 'releasing' || this.isChanged()) return
    void this.act('releasing', 'idle', () => this.actions?.releaseProof())
  }

  private async act(
    during: 'saving' | 'releasing',
    after: 'saved' | 'idle',
    call: () => Promise<void> | undefined,
  ) {
    this.step = during
    this.problem = undefined
    try {
      await call()
      this.step = after
    } catch (fault) {
      this.step = 'idle'
      if (!(fault instanceof ApiProblem)) throw fault
      this.problem = fault
    }
  }
}

/** Title and story hold the name: what cannot be set there is the name's fault. */
function problemField(problem: Problem | undefined): 'name' | 'dedication' | undefined {
  if (problem?.code !== 'TEXT_NOT_PRINTABLE' && problem?.code !== 'INVALID_REQUEST') return undefined
  return problem.details['field'] === 'dedication' ? 'dedication' : 'name'
}

function untilWords(words: Words, until: string): string {
  return new Intl.DateTimeFormat(words.locale, {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(until))
}
