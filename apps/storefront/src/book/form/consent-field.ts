import { html, type TemplateResult } from 'lit'
import type { Words } from '../words/english.ts'
import { faultLine } from './choices.ts'
import type { Wish } from './wish.ts'

/** What happens to the photo, in plain words, beside the box that agrees to it. */
export function consentField(
  words: Words['form'],
  wish: Wish,
  fault: string | undefined,
  change: (part: Partial<Wish>) => void,
): TemplateResult {
  return html`
    <section class="field consent" id="field-consent" aria-labelledby="consent-title">
      <h3 id="consent-title">${words.consentTitle}</h3>
      <ul>
        ${words.consentPoints.map((point) => html`<li>${point}</li>`)}
      </ul>
      <label class="tick">
        <input
          type="checkbox"
          id="consent"
          required
          .checked=${wish.consent}
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby="consent-fault"
          @change=${(event: Event) => change({ consent: (event.target as HTMLInputElement).checked })}
        />
        <span>${words.consent}</span>
      </label>
      ${faultLine('consent', fault)}
    </section>
  `
}
