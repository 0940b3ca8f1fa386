import { css } from 'lit'

/** The ground: custom properties a shop may set, type, buttons and notices. */
export const wholeStyles = css`
  :host {
    --paper: var(--foxetales-paper, #fdf7ea);
    --paper-deep: var(--foxetales-paper-deep, #f6ebd5);
    --card: var(--foxetales-card, #fffdf8);
    --ink: var(--foxetales-ink, #2f2a26);
    --ink-soft: var(--foxetales-ink-soft, #5f574c);
    --line: var(--foxetales-line, #d9c9ac);
    --edge: var(--foxetales-edge, #8d7c5f);
    --accent: var(--foxetales-accent, #9a4419);
    --accent-deep: var(--foxetales-accent-deep, #7a3312);
    --on-accent: var(--foxetales-on-accent, #fffaf1);
    --night: var(--foxetales-night, #26364c);
    --glow: var(--foxetales-glow, #f2b34c);
    --bad: var(--foxetales-bad, #9c2219);
    --bad-tint: var(--foxetales-bad-tint, #fbe3dd);
    --good: var(--foxetales-good, #2f6141);
    --good-tint: var(--foxetales-good-tint, #e3efdf);
    --warn-tint: var(--foxetales-warn-tint, #fcedcb);
    --focus: var(--foxetales-focus, #1d5fae);
    --radius: var(--foxetales-radius, 0.75rem);
    --face: var(--foxetales-font, "Foxetales Literata", Literata, Georgia, "Times New Roman", serif);
    display: block;
    scroll-margin-top: 1rem;
    color: var(--ink);
    font: 400 1.0625rem/1.55 var(--face);
    container-type: inline-size;
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  h2, h3, p, ul, ol, figure, fieldset { margin: 0; padding: 0; }
  fieldset { border: 0; min-width: 0; }
  h2 { font-size: clamp(1.6rem, 1.2rem + 2.2cqi, 2.3rem); font-weight: 600; line-height: 1.2; text-wrap: balance; }
  h2:focus, h3:focus { outline: none; }
  h3 { font-size: 1.2rem; font-weight: 600; line-height: 1.3; }
  a { color: var(--accent-deep); text-underline-offset: 0.15em; }
  .lead { color: var(--ink-soft); font-size: 1.125rem; max-width: 40rem; margin-top: 0.5rem; }
  .hint { color: var(--ink-soft); font-size: 0.9375rem; }
  .centred { text-align: center; }
  .unseen {
    position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap;
  }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 0.25rem; }
  button, .button-like {
    font: inherit; font-weight: 600; color: inherit; cursor: pointer; border: 0; background: none;
    min-height: 2.75rem; padding: 0.625rem 1.125rem; border-radius: 999px; display: inline-flex;
    align-items: center; justify-content: center; gap: 0.5rem; text-decoration: none; text-align: center;
    touch-action: manipulation;
  }
  .primary {
    background: var(--accent); color: var(--on-accent); font-size: 1.125rem; min-height: 3.25rem;
    padding: 0.75rem 1.75rem; box-shadow: 0 1px 2px rgb(66 44 16 / 25%);
  }
  .primary:hover { background: var(--accent-deep); }
  .plain, .button-like:not(.primary) { background: var(--card); box-shadow: inset 0 0 0 1.5px var(--edge); }
  .plain:hover, .button-like:not(.primary):hover { background: var(--paper-deep); }
  .quiet { color: var(--ink-soft); text-decoration: underline; text-underline-offset: 0.2em; font-weight: 400; padding-inline: 0.5rem; }
  .quiet:hover { color: var(--ink); }
  .danger { background: var(--bad); color: #fff; }
  button[aria-disabled="true"], button:disabled { cursor: default; }
  .primary[aria-disabled="true"] { background: var(--ink-soft); }
  .icon { width: 1.375rem; height: 1.375rem; fill: none; stroke: currentcolor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; flex: none; }
  .actions { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; align-items: center; }
  .notice { border-radius: var(--radius); padding: 0.75rem 1rem; background: var(--warn-tint); }
  .notice ul { padding-left: 1.25rem; }
  .notice .actions { margin-top: 0.75rem; }
  .notice.bad { background: var(--bad-tint); color: #6f1710; }
  .notice.bad .hint { color: inherit; }
  .notice.good { background: var(--good-tint); color: #204a30; }
  .notice.draft { font-size: 0.9375rem; color: #5f3f00; width: fit-content; max-width: 100%; margin-inline: auto; padding: 0.5rem 1.25rem; border-radius: 999px; text-align: center; }
  @container (max-width: 40rem) { .notice.draft { border-radius: var(--radius); } }
  /* Over the page, at its lower edge: a line that breaks for a moment moves nothing under a thumb. */
  .offline { position: sticky; bottom: 0.75rem; z-index: 20; height: 0; margin: 0; }
  .offline span {
    position: absolute; bottom: 0; left: 50%; translate: -50% 0; width: max-content; max-width: 100%; text-align: center;
    background: var(--night); color: #fff; border-radius: 1.5rem; padding: 0.5rem 1.125rem; font-size: 0.9375rem;
  }
  progress { appearance: none; height: 0.5rem; border: 0; border-radius: 999px; overflow: hidden; background: var(--line); }
  progress::-webkit-progress-bar { background: var(--line); }
  progress::-webkit-progress-value { background: var(--accent); border-radius: 999px; transition: inline-size 0.4s; }
  progress::-moz-progress-bar { background: var(--accent); border-radius: 999px; }
  progress.wide { width: 100%; }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation-duration: 0.01ms !important; animation-iteration-count: 1 !important; transition: none !important; }
  }
`
