import { html, nothing, type TemplateResult } from 'lit'
import type { Problem } from '../walk/book-state.ts'
import type { Words } from '../words/english.ts'
import { problemReference, problemWords } from '../words/words-for.ts'

/** One clear sentence about a fault, and the code to mention where only we can help. */
export function problemNotice(words: Words, problem: Problem | undefined): TemplateResult | typeof nothing {
  if (!problem) return nothing
  const reference = problemReference(words, problem)
  return html`
    <div class="notice bad" role="alert">
      <p>${problemWords(words, problem.code)}</p>
      ${reference ? html`<p class="hint">${reference}</p>` : nothing}
    </div>
  `
}

export function goodNotice(sentence: string): TemplateResult {
  return html`<div class="notice good" role="status"><p>${sentence}</p></div>`
}

export function draftNotice(words: Words, isDraft: boolean): TemplateResult | typeof nothing {
  return isDraft ? html`<p class="notice draft">${words.draft}</p>` : nothing
}
