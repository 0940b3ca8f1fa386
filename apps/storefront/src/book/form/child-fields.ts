import type { HairStyle } from '@foxetales/shared-schemas/child'
import { html, nothing, type TemplateResult } from 'lit'
import { choiceField, faultLine } from './choices.ts'
import type { FormView } from './form-view.ts'
import { hairPictogram, hairSwatches, photoPictogram } from './hair-pictograms.ts'
import { monkSwatches } from './skin-tones.ts'
import type { HairColour } from './wish.ts'

/** From short to long, from straight to coiled. */
const hairStyles: readonly HairStyle[] = [
  'tousled',
  'bob',
  'long',
  'bun',
  'curls',
  'coils',
  'locs',
  'headscarf',
]
const hairColours = Object.keys(hairSwatches) as HairColour[]

/** Who the child is and what they look like. */
export function childFields(view: FormView): TemplateResult {
  return html`
    <section class="group" aria-labelledby="child-title">
      <h3 id="child-title">${view.words.form.child}</h3>
      ${nameField(view)} ${skinField(view)} ${hairFields(view)} ${wornFields(view)}
    </section>
  `
}

function nameField({ words, wish, faults, change }: FormView): TemplateResult {
  return html`
    <div class="field" id="field-name">
      <label for="name">${words.form.name}</label>
      <p class="hint" id="name-hint">${words.form.nameHint}</p>
      <input
        type="text"
        id="name"
        required
        autocomplete="off"
        autocapitalize="words"
        spellcheck="false"
        maxlength="200"
        .value=${wish.name}
        aria-invalid=${faults.name ? 'true' : 'false'}
        aria-describedby="name-hint name-fault"
        @input=${(event: Event) => change({ name: (event.target as HTMLInputElement).value })}
      />
      ${faultLine('name', faults.name)}
    </div>
  `
}

function skinField({ words, wish, faults, change }: FormView): TemplateResult {
  const chosen = wish.skinTone
  const chosenName = chosen === undefined ? '' : ` · ${words.form.skinNames[chosen - 1] ?? ''}`
  return choiceField<number>({
    name: 'skin',
    legend: words.form.skin,
    hint: `${words.form.skinHint}${chosenName}`,
    fault: faults.skin,
    chosen,
    required: true,
    look: 'swatches',
    choices: monkSwatches.map((colour, index) => ({
      value: index + 1,
      label: `${index + 1}: ${words.form.skinNames[index] ?? ''}`,
      picture: html`<i style="background:${colour}"></i>`,
    })),
    onChoice: (skinTone) => change({ skinTone }),
  })
}

function hairFields({ words, wish, hairStyles: drawn, change }: FormView): TemplateResult {
  const { asInPhoto } = words.form
  return html`
    ${choiceField<HairStyle>({
      name: 'hair-style',
      legend: words.form.hairStyle,
      chosen: wish.hairStyle,
      look: 'drawings',
      choices: [
        { value: undefined, label: asInPhoto, picture: photoPictogram() },
        ...hairStyles
          .filter((style) => drawn.includes(style))
          .map((style) => ({
            value: style,
            label: words.form.hairStyles[style],
            picture: hairPictogram(style),
          })),
      ],
      onChoice: (style) => change({ hairStyle: style }),
    })}
    ${
      wish.hairStyle === 'headscarf'
        ? nothing
        : choiceField<HairColour>({
            name: 'hair-colour',
            legend: words.form.hairColour,
            chosen: wish.hairColour,
            look: 'words',
            choices: [
              { value: undefined, label: asInPhoto },
              ...hairColours.map((colour) => ({
                value: colour,
                label: words.form.hairColours[colour],
                picture: html`<i class="dot" style="background:${hairSwatches[colour]}"></i>`,
              })),
            ],
            onChoice: (hairColour) => change({ hairColour }),
          })
    }
  `
}

function wornFields({ words, wish, change }: FormView): TemplateResult {
  const box = (id: string, label: string, checked: boolean, on: (isOn: boolean) => void) => html`
    <label class="tick">
      <input
        type="checkbox"
        id=${id}
        .checked=${checked}
        @change=${(event: Event) => on((event.target as HTMLInputElement).checked)}
      />
      <span>${label}</span>
    </label>
  `
  return html`
    <fieldset class="field">
      <legend>${words.form.wears}</legend>
      <div class="ticks">
        ${box('glasses', words.form.glasses, wish.glasses, (glasses) => change({ glasses }))}
        ${box('hearing-aid', words.form.hearingAid, wish.hearingAid, (hearingAid) => change({ hearingAid }))}
      </div>
    </fieldset>
  `
}
