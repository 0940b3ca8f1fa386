import type { HairStyle } from '@foxetales/shared-schemas/child'
import { html, nothing, type TemplateResult } from 'lit'
import type { PhotoFault } from '../photo/read-photo.ts'
import type { Words } from '../words/english.ts'
import { childFields } from './child-fields.ts'
import { consentField } from './consent-field.ts'
import { emailField } from './email-field.ts'
import { type Faults, type Field, fields } from './find-faults.ts'
import type { PhotoChoice } from './photo-field.ts'
import { storyFields } from './story-fields.ts'
import type { Wish } from './wish.ts'

export interface FormView {
  readonly words: Words
  readonly wish: Wish
  readonly faults: Faults
  readonly languages: readonly string[]
  /** Those that the book draws; empty while it is not known. */
  readonly hairStyles: readonly HairStyle[]
  readonly sending: boolean
  /** A sentence about the whole form: what went wrong, or why the parent is here again. */
  readonly banner: TemplateResult | typeof nothing
  change(part: Partial<Wish>): void
  photoFault(fault: PhotoFault): void
  submit(): void
}

/** Everything we ask of a parent, on one page. */
export function formView(view: FormView): TemplateResult {
  const { words, wish, faults } = view
  const onSubmit = (event: Event) => {
    event.preventDefault()
    view.submit()
  }
  return html`
    <form class="form" part="form" novalidate @submit=${onSubmit} ?inert=${view.sending}>
      <header>
        <h2 tabindex="-1" id="stage-title">${words.form.title}</h2>
        <p class="lead">${words.form.lead}</p>
      </header>
      ${view.banner}
      <div class="columns">
        <foxetales-photo-field
          .words=${words.form}
          .photo=${wish.photo}
          .crop=${wish.crop}
          .fault=${faults.photo}
          @photo-change=${(event: CustomEvent<PhotoChoice>) => view.change(event.detail)}
          @photo-fault=${(event: CustomEvent<PhotoFault>) => view.photoFault(event.detail)}
        ></foxetales-photo-field>
        <div class="column">${childFields(view)} ${storyFields(view)}</div>
      </div>
      ${emailField(words.form, wish, faults.email, view.change)}
      ${consentField(words.form, wish, faults.consent, view.change)} ${summary(words, faults)}
      <div class="actions">
        <button type="submit" class="primary" part="submit">
          ${view.sending ? words.form.sending : words.form.submit}
        </button>
        <p class="hint">${words.form.free}</p>
      </div>
    </form>
  `
}

/** All faults in one place, each a way to its field. */
function summary(words: Words, faults: Faults): TemplateResult | typeof nothing {
  const faulty = fields.filter((field) => faults[field])
  if (faulty.length === 0) return nothing
  return html`
    <div class="notice bad" role="alert">
      <p>${words.form.check}</p>
      <ul>
        ${faulty.map((field) => html`<li>${faults[field]}</li>`)}
      </ul>
    </div>
  `
}

/** Where the keyboard goes for each field. */
export const firstControl: Record<Field, string> = {
  photo: '#photo-file',
  name: '#name',
  skin: '#skin-1',
  pronouns: '#pronouns-she',
  dedication: '#dedication',
  email: '#email',
  consent: '#consent',
}
