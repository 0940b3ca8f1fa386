import { css } from 'lit'

/** Waiting, approving, ordering, following. */
export const stageStyles = css`
  .stage { display: grid; gap: 1.5rem; justify-items: stretch; }
  .stage > header { text-align: center; }
  .stage > header .lead { margin-inline: auto; }
  /* What is told of the painting is one line or two: the book below keeps its place. */
  @container (max-width: 40rem) { .stage > header .lead { min-height: 2lh; } }
  /* Where the bar was while it was painted: the book keeps its place. */
  .progress-room { height: 0.5rem; }
  .stage > footer { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; align-items: center; justify-content: center; }
  .stage > footer .notice { flex-basis: 100%; }
  .card {
    background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.25rem;
    width: min(100%, 34rem); margin-inline: auto; display: grid; gap: 0.75rem; justify-items: center; text-align: center;
  }
  .card .primary { width: 100%; }
  .checks { list-style: none; text-align: start; display: grid; gap: 0.25rem; }
  .checks li { padding-left: 1.75rem; position: relative; }
  .checks li::before { content: "✓"; position: absolute; left: 0.25rem; color: var(--good); font-weight: 600; }
  .copies { display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 0.5rem 0.75rem; }
  .step { width: 2.75rem; padding: 0; font-size: 1.375rem; background: var(--card); box-shadow: inset 0 0 0 1.5px var(--edge); }
  .step[aria-disabled="true"] { opacity: 0.35; }
  output { min-width: 2ch; text-align: center; font-weight: 600; font-size: 1.25rem; }
  .order h3 { font-size: 1.5rem; scroll-margin-top: 1rem; }
  .redo { width: 100%; }
  .redo summary { cursor: pointer; padding: 0.5rem; color: var(--accent-deep); }
  .redo .actions { display: flex; flex-wrap: wrap; gap: 0.5rem; justify-content: center; margin-top: 0.75rem; }
  .proof .field { width: 100%; text-align: start; }
  .proof .actions { width: 100%; display: flex; flex-wrap: wrap; gap: 0.75rem; justify-content: center; }
  .proof .actions .primary { width: auto; flex: 1 1 14rem; }
  .shipping { width: 100%; text-align: start; }
  .shipping > label { font-weight: 600; }
  .shipping .hint { margin-top: 0.25rem; }
  /* Room for two ways from the start: an answer moves nothing. */
  .ways { min-height: 8.5rem; margin-top: 0.75rem; }
  .ways ul { list-style: none; display: grid; gap: 0.5rem; }
  .ways li { display: grid; grid-template-columns: 1fr auto; min-height: 4rem; padding-top: 0.5rem; border-top: 1px solid var(--line); }
  .ways li .when { grid-column: 1 / -1; }
  .total { font-size: 1.25rem; }
  .total strong { font-size: 1.75rem; font-weight: 600; }
  .sorry { max-width: 40rem; margin-inline: auto; text-align: center; }
  .sorry .actions { justify-content: center; }
  .steps { list-style: none; display: grid; gap: 0.5rem; grid-template-columns: repeat(7, 1fr); }
  @container (max-width: 45rem) { .steps { grid-template-columns: repeat(4, 1fr); } }
  .steps li {
    color: var(--ink-soft); border-top: 4px solid var(--line); padding-top: 0.375rem; font-size: 0.9375rem;
  }
  .steps .past { color: var(--ink); border-color: var(--good); }
  .steps .now { color: var(--accent-deep); border-color: var(--accent); font-weight: 600; }
  .tracking { font-weight: 600; }
  .pages-made { display: grid; gap: 0.5rem; }
  .thumbnails {
    list-style: none; display: grid; gap: 0.5rem; margin-top: 0.5rem;
    grid-template-columns: repeat(auto-fill, minmax(4.75rem, 1fr));
  }
  @container (min-width: 50rem) { .thumbnails { grid-template-columns: repeat(9, 1fr); } }
  .thumbnails li {
    aspect-ratio: 1; border-radius: 0.25rem; overflow: hidden; background: var(--paper-deep); display: grid;
    place-items: center; color: var(--ink-soft); font-size: 0.875rem;
  }
  .thumbnails img { width: 100%; height: 100%; display: block; object-fit: cover; animation: appear 0.5s; }
  .thumbnails .rendering { outline: 2px dashed var(--edge); outline-offset: -4px; }
  @keyframes appear { from { opacity: 0; } }
`
