import { html, type TemplateResult } from 'lit'
import type { Words } from '../words/english.ts'

export interface EraseView {
  readonly words: Words
  /** Asked twice: what is deleted does not come back. */
  readonly erase: 'idle' | 'asking' | 'busy'
  setErase(step: 'idle' | 'asking'): void
  confirmErase(): void
}

export function erasePart({ words, erase, setErase, confirmErase }: EraseView): TemplateResult {
  if (erase === 'idle') {
    return html`
      <button type="button" class="quiet" id="erase" @click=${() => setErase('asking')}>${words.erase.button}</button>
    `
  }
  return html`
    <div class="notice bad" role="alertdialog" aria-labelledby="erase-question">
      <p id="erase-question">${words.erase.question}</p>
      <div class="actions">
        <button type="button" class="danger" id="erase-yes" ?disabled=${erase === 'busy'} @click=${confirmErase}>
          ${erase === 'busy' ? words.erase.busy : words.erase.yes}
        </button>
        <button type="button" class="plain" id="erase-no" ?disabled=${erase === 'busy'} @click=${() => setErase('idle')}>
          ${words.erase.no}
        </button>
      </div>
    </div>
  `
}
