import { css } from 'lit'

/** Choosing and framing the photo. */
export const photoStyles = css`
  foxetales-photo-field, foxetales-book-spread { display: block; min-width: 0; }
  .photo { display: grid; gap: 0.5rem; }
  .drop {
    margin-top: 0.5rem; display: grid; justify-items: center; align-content: center; gap: 0.875rem; padding: 1.5rem 1rem;
    min-height: min(22rem, 70cqi); border: 2px dashed var(--edge); border-radius: var(--radius); background: var(--card);
    text-align: center;
  }
  .drag-over .drop, .drag-over .frame { border-color: var(--accent); background: var(--paper-deep); }
  .camera { width: 4.5rem; fill: none; stroke: var(--edge); stroke-width: 2.5; }
  .pickers { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.75rem; }
  .picker { position: relative; display: inline-flex; }
  .picker input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; font-size: 0; }
  .picker input:focus-visible + label { outline: 3px solid var(--focus); outline-offset: 3px; }
  .drop .picker:not(.camera-picker) label { background: var(--accent); color: var(--on-accent); box-shadow: none; }
  .camera-picker { display: none; }
  @media (any-pointer: coarse) {
    .camera-picker { display: inline-flex; }
    .drop > .drop-hint { display: none; }
  }
  canvas.frame {
    width: 100%; aspect-ratio: 1; border-radius: var(--radius); margin-top: 0.5rem; cursor: grab; touch-action: none;
    background: var(--paper-deep); border: 1.5px solid var(--line);
  }
  canvas.frame:active { cursor: grabbing; }
  .tools { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
  .zoom { display: flex; align-items: center; gap: 0.75rem; flex: 1 1 12rem; min-height: 2.75rem; }
  .zoom input { flex: 1; min-width: 6rem; height: 2.75rem; accent-color: var(--accent); margin: 0; }
`
