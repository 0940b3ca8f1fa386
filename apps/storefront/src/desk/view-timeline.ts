import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import { html, nothing, type TemplateResult } from 'lit'
import { dayTime, fullTime } from './figures.ts'
import { eventName } from './order-words.ts'

/** What happened to the order, newest first: when, what, who and why. */
export function viewTimeline({ timeline }: DeskOrder): TemplateResult {
  return html`
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">Timeline</h2>
      <ol class="timeline">
        ${timeline.toReversed().map(
          (event) => html`
            <li>
              <time datetime=${event.at} title=${fullTime(event.at)}>${dayTime(event.at)}</time>
              <span><b>${eventName(event)}</b> <span class="soft">by ${event.actor}</span></span>
              ${event.reason ? html`<span class="why">${event.reason}</span>` : nothing}
            </li>
          `,
        )}
      </ol>
    </section>
  `
}
