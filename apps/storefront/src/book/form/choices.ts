import { html, nothing, type TemplateResult } from 'lit'

export interface Choice<Value> {
  /** Undefined is a choice too: leave it to the photo. */
  readonly value: Value | undefined
  readonly label: string
  /** What is seen of the choice; the label is then read out and shown under it. */
  readonly picture?: unknown
}

export interface ChoiceField<Value> {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly fault?: string | undefined
  readonly chosen: Value | undefined
  readonly choices: readonly Choice<Value>[]
  /** How the choices look: plain words, coloured swatches, or small drawings. */
  readonly look: 'words' | 'swatches' | 'drawings'
  readonly required?: boolean
  onChoice(value: Value | undefined): void
}

/** A group of radio buttons whose labels are large enough for a thumb. */
export function choiceField<Value extends string | number>(field: ChoiceField<Value>): TemplateResult {
  const { name, legend, hint, fault, look } = field
  const described = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].join(' ').trim()
  return html`
    <fieldset
      class="field"
      id="field-${name}"
      role="radiogroup"
      aria-describedby=${described || nothing}
      aria-required=${field.required ? 'true' : nothing}
      aria-invalid=${fault ? 'true' : nothing}
    >
      <legend>${legend}</legend>
      ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
      <div class="choices ${look}">${field.choices.map((choice) => radio(field, choice))}</div>
      ${faultLine(name, fault)}
    </fieldset>
  `
}

function radio<Value extends string | number>(field: ChoiceField<Value>, choice: Choice<Value>) {
  const { name, look } = field
  const id = `${name}-${choice.value ?? 'photo'}`
  return html`
    <div class="choice">
      <input
        type="radio"
        id=${id}
        name=${name}
        .checked=${field.chosen === choice.value}
        @change=${() => field.onChoice(choice.value)}
      />
      <label for=${id}>
        ${choice.picture ? html`<span class="picture">${choice.picture}</span>` : nothing}
        <span class=${look === 'swatches' ? 'unseen' : 'words'}>${choice.label}</span>
      </label>
    </div>
  `
}

export function faultLine(name: string, fault: string | undefined): TemplateResult {
  return html`${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : nothing}`
}
