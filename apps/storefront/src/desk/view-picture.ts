import type { DeskPage, DeskPageVersion } from '@foxetales/shared-schemas/desk'
import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { fullTime } from './figures.ts'
import { slotName } from './order-words.ts'
import { scoreWords } from './page-figures.ts'

/** One version of a page: the picture, and under it what became of it, its scores, and who wanted it. */
export function viewPicture(page: DeskPage, version: DeskPageVersion): TemplateResult {
  const number = page.versions.indexOf(version) + 1
  const name = page.versions.length > 1 ? `Version ${number}` : 'The only version'
  const alt = `${slotName(page.slot)}, ${name.toLowerCase()}`
  // A picture's element is never reused for another: the old one would stay until the new one is loaded.
  return html`
    <figure>
      ${keyed(
        version.id,
        html`
          <a href=${version.page_url} target="_blank" rel="noreferrer" title="Open in full size">
            <img src=${version.page_url} width="1024" height="1024" alt=${alt} />
          </a>
        `,
      )}
      <figcaption>
        <b>${name}</b> ${fate(page, version)}
        ${Object.entries(version.scores).map(([score, value]) => {
          const { words, tone } = scoreWords(score, value, version.failed_checks)
          return html`<span class="state ${tone}">${words}</span>`
        })}
        ${version.paintings && version.paintings > 1 ? html`<span class="tag">painted ${version.paintings} times</span>` : nothing}
        ${version.draft ? html`<span class="tag">draft</span>` : nothing} ${origin(version)}
      </figcaption>
    </figure>
  `
}

function fate(page: DeskPage, version: DeskPageVersion): TemplateResult {
  if (!version.current) return html`<span class="state quiet">Replaced</span>`
  if (page.state === 'done') return html`<span class="state good">To be printed</span>`
  return html`<span class="state move">To be replaced</span>`
}

function origin(version: DeskPageVersion): TemplateResult {
  const { engine, asked_by: by, asked_because: why, seed, wish } = version
  return html`
    <span class="soft">
      ${version.from === 'preview' ? 'Approved by the parent, painted' : 'Painted'}
      ${fullTime(version.made_at)}${seed === undefined ? nothing : html`, seed ${seed}`}${wishWords(wish)}${engine ? html`, ${engine}` : nothing}
    </span>
    ${why ? html`<span class="why">${by} asked: ${why}</span>` : nothing}
  `
}

/** The place of a picture that is not there yet. */
export function viewComing(page: DeskPage): TemplateResult {
  const rendering = page.state === 'rendering'
  return html`
    <figure>
      <div class="blank">
        <p>${rendering ? 'Being painted' : 'Waiting for a painter'}</p>
        ${rendering ? html`<progress max="1" value=${page.progress} aria-label="Painted"></progress>` : nothing}
      </div>
      <figcaption><b>The next version</b></figcaption>
    </figure>
  `
}

/** How this painting was to differ, where it was. */
function wishWords(wish: DeskPageVersion['wish']): string {
  return [
    ...(wish?.likeness ? [`, likeness ${wish.likeness}`] : []),
    ...(wish?.skin_tone ? [`, skin tone ${wish.skin_tone}`] : []),
  ].join('')
}
