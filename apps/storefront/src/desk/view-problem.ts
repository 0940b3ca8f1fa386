import { html, nothing } from 'lit'
import type { DeskActs, DeskState } from './desk-state.ts'
import { clock } from './figures.ts'

/** The one place for what went wrong: on the surface that is in front. */
export function viewProblem({ problem, readAt }: DeskState, acts: DeskActs) {
  if (!problem) return nothing
  const reading = problem.while === 'reading'
  return html`
    <div class="note bad" role="alert">
      <p>
        ${problem.sentence}
        ${reading && readAt ? html`What you see is from ${clock(readAt)}; the desk keeps trying.` : nothing}
      </p>
      <p class="soft">
        ${problem.code}${problem.requestId ? html` · <code>${problem.requestId}</code>` : nothing}
      </p>
      ${reading ? nothing : html`<button class="small" @click=${acts.dismissProblem}>Dismiss</button>`}
    </div>
  `
}
