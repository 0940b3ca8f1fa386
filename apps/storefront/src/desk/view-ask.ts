import { html, nothing, type TemplateResult } from 'lit'
import { createRef, ref } from 'lit/directives/ref.js'
import type { Ask, DeskActs, DeskState } from './desk-state.ts'
import { modal } from './modal.ts'
import { slotName } from './order-words.ts'
import { lacksFace } from './page-figures.ts'
import { viewProblem } from './view-problem.ts'

/** What is asked before something is done: the question, what follows, reasons that are often given, the button. */
interface Question {
  readonly title: string
  readonly consequence: string
  readonly warning: string | undefined
  readonly reason: string
  readonly quickReasons: readonly string[]
  readonly confirm: string
}

const redoReasons = [
  'The face does not look like the child',
  'Hands or limbs are wrong',
  'Skin or hair colour is off',
  'Something strange in the picture',
  'The picture does not fit its words',
  'The customer asked for it',
]

/** Every action is confirmed here and says why; the reason goes into the order's timeline under the person's name. */
export function viewAsk(
  state: DeskState,
  ask: Exclude<Ask, { kind: 'keys' }>,
  acts: DeskActs,
): TemplateResult {
  const question = ask.kind === 'approve' ? approval(state) : redo(ask.slot)
  const field = createRef<HTMLInputElement>()
  const fill = (reason: string) => {
    if (!field.value) return
    field.value.value = reason
    field.value.focus()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    acts.answer(field.value?.value ?? '')
  }
  return html`
    <dialog class="ask" aria-labelledby="ask-title" ${modal()} @cancel=${(event: Event) => {
      event.preventDefault()
      acts.close()
    }}>
      <form @submit=${submit}>
        <h2 id="ask-title">${question.title}</h2>
        <p>${question.consequence}</p>
        ${question.warning ? html`<p class="note warn">${question.warning}</p>` : nothing}
        ${viewProblem(state, acts)}
        <label for="reason">Reason, for the timeline</label>
        <input id="reason" ${ref(field)} value=${question.reason} required maxlength="500" autocomplete="off" pattern=".*\\S.*" title="Say why" autofocus />
        ${
          question.quickReasons.length > 0
            ? html`<ul class="chips" aria-label="Often given">
                ${question.quickReasons.map(
                  (reason) =>
                    html`<li><button type="button" class="chip" @click=${() => fill(reason)}>${reason}</button></li>`,
                )}
              </ul>`
            : nothing
        }
        <div class="buttons">
          <button type="button" @click=${acts.close}>Cancel</button>
          <button class="primary" ?disabled=${state.sending}>${state.sending ? 'Sending …' : question.confirm}</button>
        </div>
      </form>
    </dialog>
  `
}

function approval({ order }: DeskState): Question {
  const faceless = (order?.pages ?? []).filter(lacksFace).map((page) => slotName(page.slot).toLowerCase())
  return {
    title: 'Approve this book?',
    consequence:
      'It is put together from the pages as you see them now and sent to the printer. This cannot be taken back.',
    warning: faceless.length > 0 ? `No face was found on ${faceless.join(', ')}.` : undefined,
    reason: 'Looked at every page',
    quickReasons: [],
    confirm: 'Approve and print',
  }
}

function redo(slot: string): Question {
  return {
    title: `Paint ${slotName(slot).toLowerCase()} again?`,
    consequence:
      'A new picture is painted and takes the place of this one. This one stays beside it to compare.',
    warning: undefined,
    reason: '',
    quickReasons: redoReasons,
    confirm: 'Paint again',
  }
}
