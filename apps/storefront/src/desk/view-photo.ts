import { html, type TemplateResult } from 'lit'
import type { DeskActs, DeskState } from './desk-state.ts'
import { modal } from './modal.ts'

/** The child's photo, for one look: when it is closed, nothing of it is left here. */
export function viewPhoto({ photo }: DeskState, acts: DeskActs): TemplateResult {
  return html`
    <dialog class="ask photo" aria-labelledby="photo-title" ${modal()} @cancel=${(event: Event) => {
      event.preventDefault()
      acts.close()
    }}>
      <h2 id="photo-title">The photo</h2>
      <img src=${photo?.photo_url ?? ''} alt="The photo that the parent sent" referrerpolicy="no-referrer" />
      <p class="soft">It is shown for two minutes and kept nowhere. That you looked stands in the timeline.</p>
      <div class="buttons"><button class="primary" autofocus @click=${acts.close}>Close</button></div>
    </dialog>
  `
}
