import { html, type TemplateResult } from 'lit'
import type { Words } from '../words/english.ts'
import { faultLine } from './choices.ts'
import type { Wish } from './wish.ts'

/** Where to write that the pages are ready; nobody has to say. */
export function emailField(
  words: Words['form'],
  wish: Wish,
  fault: string | undefined,
  change: (part: Partial<Wish>) => void,
): TemplateResult {
  return html`
    <div class="field email" id="field-email">
      <label for="email">${words.email}</label>
      <p class="hint" id="email-hint">${words.emailHint}</p>
      <input
        type="email"
        id="email"
        maxlength="254"
        autocomplete="email"
        .value=${wish.email}
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby="email-hint email-fault"
        @input=${(event: Event) => change({ email: (event.target as HTMLInputElement).value })}
      />
      ${faultLine('email', fault)}
    </div>
  `
}
