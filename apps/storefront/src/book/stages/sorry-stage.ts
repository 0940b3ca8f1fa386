import type { PreviewStatus } from '@foxetales/shared-schemas/preview'
import { html, type TemplateResult } from 'lit'
import type { Words } from '../words/english.ts'
import { problemWords } from '../words/words-for.ts'

/** The photo was refused, or the pages could not be made: why, and the way on. */
export function sorryStage(words: Words, preview: PreviewStatus, goOn: () => void): TemplateResult {
  const isRefused = preview.state === 'refused'
  return html`
    <section class="stage sorry" part="sorry">
      <header>
        <h2 tabindex="-1" id="stage-title">${isRefused ? words.refusedTitle : words.failedTitle}</h2>
      </header>
      <div class="notice bad" role="alert">
        <p>${isRefused ? problemWords(words, preview.refusal?.reason ?? 'NO_FACE') : words.failed}</p>
      </div>
      ${
        isRefused
          ? html`<p>${words.refusedKept}</p>`
          : html`<p class="hint">${words.reference(preview.preview_id)}</p>`
      }
      <div class="actions">
        <button type="button" class="primary" id="go-on" @click=${goOn}>
          ${isRefused ? words.anotherPhoto : words.tryAgain}
        </button>
      </div>
    </section>
  `
}
