import { css } from 'lit'

/** The open book: paper, the shadow of its gutter, leaves that turn. */
export const bookStyles = css`
  .book { display: grid; gap: 0.75rem; justify-items: center; }
  .leaves {
    position: relative; width: min(100%, 34rem); aspect-ratio: 1; perspective: 320rem; touch-action: pan-y pinch-zoom;
    border-radius: 0.25rem; user-select: none;
  }
  .wide .leaves { width: min(100%, 70rem, max(32rem, 165svh)); aspect-ratio: 2; }
  .leaves::before {
    content: ""; position: absolute; inset: -0.375rem -0.5rem -0.5rem; border-radius: 0.5rem; background: var(--night);
    box-shadow: 0 0.75rem 2rem rgb(40 26 8 / 28%);
  }
  .side {
    position: absolute; inset: 0; overflow: hidden; background: #fbf3e2; border-radius: 0.125rem; z-index: 1;
    backface-visibility: hidden;
  }
  .wide .side { width: 50%; }
  .wide .right { left: 50%; transform-origin: left; }
  .wide .left { transform-origin: right; }
  .single .side { transform-origin: left; }
  .side::after { content: ""; position: absolute; inset: 0; pointer-events: none; }
  .wide .left::after { background: linear-gradient(to left, rgb(50 30 8 / 34%), rgb(50 30 8 / 8%) 4%, transparent 10%); }
  .wide .right::after { background: linear-gradient(to right, rgb(50 30 8 / 34%), rgb(50 30 8 / 8%) 4%, transparent 10%); }
  .single .side::after { background: linear-gradient(to right, rgb(50 30 8 / 26%), transparent 5%); }
  .side img, .paper, .endpaper, .easel { display: block; width: 100%; height: 100%; }
  .side img { object-fit: cover; }
  .page-words { position: absolute; inset: 0; width: 100%; height: 100%; font-family: var(--face); text-rendering: geometricPrecision; }
  .endpaper { position: relative; display: grid; place-items: center; padding: 20%; text-align: center; color: #f7ecd6; background: var(--night); }
  .stars { position: absolute; inset: 0; width: 100%; height: 100%; fill: #f7ecd6; }
  .stars .glow { fill: var(--glow); }
  .endpaper p { position: relative; background: var(--night); padding: 0.75rem; border-radius: 0.5rem; }
  .easel { display: grid; place-content: center; justify-items: center; gap: 0.75rem; text-align: center; color: var(--ink-soft); padding: 1rem; }
  .easel progress { width: 8rem; }
  .brush { width: 4.5rem; }
  .brush .stroke { fill: none; stroke: var(--glow); stroke-width: 4; stroke-linecap: round; opacity: 0.75; }
  .brush .handle { fill: var(--accent); }
  .brush .tip { fill: var(--ink); }
  .rendering .brush .stroke { stroke-dasharray: 60; animation: paint 3s ease-in-out infinite alternate; }
  @keyframes paint { from { stroke-dashoffset: 60; } to { stroke-dashoffset: 0; } }
  .turner { display: flex; align-items: center; gap: 1rem; padding-top: 0.5rem; }
  .turner p { min-width: 4rem; text-align: center; font-variant-numeric: tabular-nums; }
  .turn { width: 3rem; height: 3rem; padding: 0; background: var(--card); box-shadow: inset 0 0 0 1.5px var(--edge); }
  .turn:hover { background: var(--paper-deep); }
  .turn[aria-disabled="true"] { opacity: 0.35; }
  .over-picture text { paint-order: stroke; stroke-width: 7; stroke-linejoin: round; }
  .over-picture .dark-ink { stroke: rgb(255 250 238 / 55%); }
  .over-picture .light-ink { stroke: rgb(20 22 48 / 60%); }
  .strip { list-style: none; display: flex; flex-wrap: wrap; justify-content: center; gap: 0.5rem; }
  .strip button { width: 3.75rem; height: 3.75rem; min-height: 0; padding: 0; border-radius: 0.375rem; overflow: hidden; box-shadow: 0 0 0 1px var(--edge); position: relative; }
  .strip button[aria-current="true"] { box-shadow: 0 0 0 2px var(--paper), 0 0 0 4.5px var(--accent); }
  .strip img, .tiny { display: grid; place-items: center; width: 100%; height: 100%; object-fit: cover; position: relative; }
  .wet { background: linear-gradient(to top, #f6d79b var(--done), var(--paper-deep) var(--done)); color: var(--ink); font-weight: 400; font-size: 0.9375rem; transition: background 0.4s; }
  .turning .leaving { z-index: 3; }
  .forward .leaving.left, .backward .leaving.right { z-index: 0; }
  .wide.backward .leaving.right, .wide.forward .leaving.left { z-index: 1; }
  .wide.forward .leaving.right { animation: leaf-up-forward 0.3s ease-in both; }
  .wide.forward .open.left { z-index: 3; animation: leaf-down-forward 0.3s 0.3s ease-out both; }
  .wide.backward .leaving.left { animation: leaf-up-backward 0.3s ease-in both; }
  .wide.backward .open.right { z-index: 3; animation: leaf-down-backward 0.3s 0.3s ease-out both; }
  .single.forward .leaving { animation: leaf-up-forward 0.4s ease-in both; }
  .single.backward .leaving { z-index: 1; }
  .single.backward .open { z-index: 3; animation: leaf-down-backward 0.4s ease-out both; }
  @keyframes leaf-up-forward { to { transform: rotateY(-90deg); } }
  @keyframes leaf-down-forward { from { transform: rotateY(90deg); } }
  @keyframes leaf-up-backward { to { transform: rotateY(90deg); } }
  @keyframes leaf-down-backward { from { transform: rotateY(-90deg); } }
`
