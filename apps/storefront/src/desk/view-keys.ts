import { html, type TemplateResult } from 'lit'
import type { DeskActs } from './desk-state.ts'
import { modal } from './modal.ts'

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['j', '↓'], 'next order or page'],
  [['k', '↑'], 'previous order or page'],
  [['←', '→'], 'page to the left or right'],
  [['Enter'], 'open what is marked'],
  [['Esc'], 'close, back to the list'],
  [['a'], 'approve the book'],
  [['r'], 'have the marked page painted again'],
  [['h'], 'hold the order, or release it'],
  [['v'], 'look at the photo'],
  [['o'], 'open the proof'],
  [['e'], 'give the book to another printer'],
  [['g'], 'send the book out again'],
  [['f'], 'refund'],
  [['c'], 'cancel the order'],
  [['w'], 'what waits: the alerts'],
  [['s'], 'settle the marked alert, or send the marked message again'],
  [['n', 'p'], 'older or newer order'],
  [['[', ']'], 'newest or older orders'],
  [['/'], 'find an order'],
  [['?'], 'show these keys'],
]

export function viewKeys(acts: DeskActs): TemplateResult {
  return html`
    <dialog class="ask" aria-labelledby="keys-title" ${modal()} @cancel=${(event: Event) => {
      event.preventDefault()
      acts.close()
    }}>
      <h2 id="keys-title">Keys</h2>
      <dl class="keys">
        ${keys.map(([names, does]) => html`<dt>${names.map((name) => html`<kbd>${name}</kbd> `)}</dt><dd>${does}</dd>`)}
      </dl>
      <div class="buttons"><button class="primary" autofocus @click=${acts.close}>Close</button></div>
    </dialog>
  `
}
