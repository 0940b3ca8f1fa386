import { html, nothing, type TemplateResult } from 'lit'
import { createRef, ref } from 'lit/directives/ref.js'
import type { Answer, Deed, DeskActs, DeskState } from './desk-state.ts'
import { modal } from './modal.ts'
import { type Field, questionOf } from './questions.ts'
import { viewProblem } from './view-problem.ts'

/** Every action is confirmed here and says why; the reason goes into the order's timeline under the person's name. */
export function viewAsk(state: DeskState, ask: Deed, acts: DeskActs): TemplateResult {
  const question = questionOf(ask, state.order)
  const field = createRef<HTMLInputElement>()
  const fill = (reason: string) => {
    if (!field.value) return
    field.value.value = reason
    field.value.focus()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (event.currentTarget instanceof HTMLFormElement) acts.answer(answerOf(event.currentTarget))
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
        <input id="reason" name="reason" ${ref(field)} value=${question.reason} required maxlength="500" autocomplete="off" pattern=".*\\S.*" title="Say why" autofocus />
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
        ${question.fields?.map(viewField)}
        <div class="buttons">
          <button type="button" @click=${acts.close}>${ask.kind === 'cancel' ? 'Keep it' : 'Cancel'}</button>
          <button class="primary" ?disabled=${state.sending}>${state.sending ? 'Sending …' : question.confirm}</button>
        </div>
      </form>
    </dialog>
  `
}

function viewField({ name, label, options, number }: Field): TemplateResult {
  const id = `field-${name}`
  return html`
    <label for=${id}>${label}</label>
    ${
      options
        ? html`<select id=${id} name=${name}>${options.map(([value, words]) => html`<option value=${value}>${words}</option>`)}</select>`
        : html`<input id=${id} name=${name} type="number" min=${number?.min ?? 0} max=${number?.max ?? nothing} step=${number?.step ?? 1} autocomplete="off" />`
    }
  `
}

function answerOf(form: HTMLFormElement): Answer {
  const filled = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value] as const] : [],
  )
  return { reason: '', ...Object.fromEntries(filled) }
}
