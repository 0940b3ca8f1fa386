import { css } from 'lit'

/** The form's fields and choices. */
export const fieldStyles = css`
  .form { display: grid; gap: 1.75rem; }
  .columns { display: grid; gap: 2rem; }
  .column, .group { display: grid; gap: 1.5rem; align-content: start; min-width: 0; }
  .column { gap: 2.25rem; }
  @container (min-width: 50rem) {
    .columns { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 3rem; }
    .photo { position: sticky; top: 1rem; }
  }
  .field > label, legend { font-weight: 600; padding: 0; }
  .field .hint { margin-top: 0.125rem; }
  .fault { color: var(--bad); font-weight: 600; font-size: 0.9375rem; margin-top: 0.375rem; }
  .fault:empty { display: none; }
  .fault::before { content: "▲ "; font-size: 0.75em; }
  input:is([type="text"], [type="email"]), textarea, select {
    font: inherit; color: inherit; width: 100%; margin-top: 0.5rem; padding: 0.75rem 0.875rem; min-height: 3rem;
    background: var(--card); border: 1.5px solid var(--edge); border-radius: 0.5rem;
  }
  .email input { max-width: 28rem; display: block; }
  textarea { resize: vertical; display: block; }
  ::placeholder { color: #736a5c; opacity: 1; }
  [aria-invalid="true"]:is(input, textarea) { border-color: var(--bad); }
  .choices { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.625rem; }
  .choice { position: relative; }
  .choice input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .choice label {
    display: flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; padding: 0.375rem 1rem;
    border-radius: 999px; background: var(--card); box-shadow: inset 0 0 0 1.5px var(--edge);
  }
  .choice input:checked + label { background: var(--paper-deep); box-shadow: inset 0 0 0 2.5px var(--accent); }
  .choice input:focus-visible + label { outline: 3px solid var(--focus); outline-offset: 3px; }
  .dot { display: block; width: 1.25rem; height: 1.25rem; border-radius: 50%; box-shadow: inset 0 0 0 1px rgb(0 0 0 / 25%); }
  .choices.swatches { display: grid; grid-template-columns: repeat(5, minmax(2.75rem, 1fr)); gap: 0.625rem; max-width: 28rem; }
  .swatches .choice label { padding: 0; border-radius: 0.625rem; background: none; box-shadow: none; }
  .swatches .picture { width: 100%; }
  .swatches i { display: block; height: 2.75rem; border-radius: 0.625rem; box-shadow: inset 0 0 0 1px rgb(0 0 0 / 22%); }
  .swatches .choice input:checked + label { background: none; box-shadow: 0 0 0 2px var(--paper), 0 0 0 4.5px var(--accent); }
  .choices.drawings { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.25rem, 1fr)); }
  .drawings .choice label {
    flex-direction: column; gap: 0.125rem; padding: 0.5rem 0.25rem; border-radius: var(--radius);
    font-size: 0.875rem; line-height: 1.25; text-align: center; height: 100%;
  }
  .head { display: block; width: 3rem; height: 3rem; }
  .head .hair { fill: #5d4230; }
  .head .hair .cloth { fill: #2c7a7b; }
  .head .face { fill: #e3b58d; }
  .head .eye { fill: #2f2a26; }
  .head .smile { fill: none; stroke: #2f2a26; stroke-width: 1.3; stroke-linecap: round; }
  .head .frame { fill: none; stroke: var(--ink-soft); stroke-width: 2; }
  .ticks { display: flex; flex-wrap: wrap; gap: 0 1.75rem; margin-top: 0.25rem; }
  .tick { display: flex; gap: 0.75rem; align-items: center; min-height: 2.75rem; cursor: pointer; }
  .tick input { width: 1.5rem; height: 1.5rem; margin: 0; flex: none; accent-color: var(--accent); }
  .consent { background: var(--paper-deep); border-radius: var(--radius); padding: 1.25rem; display: grid; gap: 0.75rem; }
  .consent ul { padding-left: 1.25rem; display: grid; gap: 0.375rem; max-width: 46rem; }
  @container (min-width: 50rem) { .consent ul { columns: 2; column-gap: 3rem; display: block; max-width: none; } .consent li { break-inside: avoid; margin-bottom: 0.375rem; } }
  .consent .tick { font-weight: 600; align-items: start; padding-block: 0.5rem; }
`
