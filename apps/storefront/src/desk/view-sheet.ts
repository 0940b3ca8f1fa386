import type { DeskOrder, DeskPage } from '@foxetales/shared-schemas/desk'
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { pageStateWords, slotName } from './order-words.ts'
import { currentVersion, doubts } from './page-figures.ts'
import { routeHash } from './route.ts'

/** Every page of the book at a glance; each opens large. */
export function viewSheet(order: DeskOrder): TemplateResult {
  return html`
    <section class="pages" aria-labelledby="pages-title">
      <h2 id="pages-title">Pages</h2>
      <p class="soft">${summary(order)}</p>
      <ul class="sheet">
        ${repeat(
          order.pages,
          (page) => page.slot,
          (page) => tile(order, page),
        )}
      </ul>
    </section>
  `
}

function summary({ pages, pages_done: done, pages_total: total }: DeskOrder): string {
  if (total === 0) return 'The pages are planned once the order is paid.'
  const doubtful = pages.filter((page) => doubts(page).length > 0).length
  const again = pages.filter((page) => page.versions.length > 1).length
  return [
    done === total ? `All ${total} done` : `${done} of ${total} done`,
    ...(doubtful > 0 ? [`our checks are against ${doubtful}`] : done > 0 ? ['every check passed'] : []),
    ...(again > 0 ? [`${again} painted more than once`] : []),
  ].join(' · ')
}

function tile(order: DeskOrder, page: DeskPage): TemplateResult {
  const version = currentVersion(page)
  return html`
    <li>
      <a
        class="tile ${page.state}"
        data-item=${page.slot}
        href=${routeHash({ at: 'order', id: order.order_id, slot: page.slot })}
      >
        ${
          version?.thumbnail_url
            ? html`<img src=${version.thumbnail_url} width="400" height="400" loading="lazy" decoding="async" alt="" />`
            : html`<span class="blank"></span>`
        }
        <span class="caption">
          <span class="name">${slotName(page.slot)}</span>
          ${page.state === 'done' ? nothing : html`<span class="state ${page.state === 'failed' ? 'bad' : 'move'}">${pageStateWords[page.state]}</span>`}
          ${doubts(page).map((doubt) => html`<span class="state bad">${doubt}</span>`)}
          ${page.versions.length > 1 ? html`<span class="tag">${page.versions.length} versions</span>` : nothing}
          ${version?.from === 'preview' ? html`<span class="tag">parent saw</span>` : nothing}
        </span>
        ${
          page.state === 'rendering'
            ? html`<progress max="1" value=${page.progress} aria-label="Painted"></progress>`
            : nothing
        }
      </a>
    </li>
  `
}
