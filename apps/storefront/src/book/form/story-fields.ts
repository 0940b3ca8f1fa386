import type { Child } from '@foxetales/shared-schemas/child'
import { html, nothing, type TemplateResult } from 'lit'
import { choiceField, faultLine } from './choices.ts'
import type { FormView } from './form-view.ts'
import { asksPronouns, type Wish } from './wish.ts'

const pronouns: readonly Child['pronouns'][] = ['she', 'he', 'they']

/** What is printed: the story's language, how it speaks of the child, and the family's own words. */
export function storyFields(view: FormView): TemplateResult {
  const { words, wish, faults, change } = view
  const languages = view.languages.filter((language): language is Wish['language'] =>
    Object.hasOwn(words.form.languages, language),
  )
  return html`
    <section class="group" aria-labelledby="story-title">
      <h3 id="story-title">${words.form.book}</h3>
      ${choiceField<Wish['language']>({
        name: 'language',
        legend: words.form.language,
        chosen: wish.language,
        look: 'words',
        choices: languages.map((value) => ({ value, label: words.form.languages[value] })),
        onChoice: (language) => language && change({ language }),
      })}
      ${
        asksPronouns(wish)
          ? choiceField<Child['pronouns']>({
              name: 'pronouns',
              legend: words.form.pronouns,
              fault: faults.pronouns,
              chosen: wish.pronouns,
              required: true,
              look: 'words',
              choices: pronouns.map((value) => ({ value, label: words.form.pronounNames[value] })),
              onChoice: (value) => change({ pronouns: value }),
            })
          : nothing
      }
      <div class="field" id="field-dedication">
        <label for="dedication">${words.form.dedication}</label>
        <p class="hint" id="dedication-hint">${words.form.dedicationHint}</p>
        <textarea
          id="dedication"
          rows="3"
          maxlength="240"
          placeholder=${words.form.dedicationExample}
          .value=${wish.dedication}
          aria-invalid=${faults.dedication ? 'true' : 'false'}
          aria-describedby="dedication-hint dedication-fault"
          @input=${(event: Event) => change({ dedication: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
        ${faultLine('dedication', faults.dedication)}
      </div>
    </section>
  `
}
