/** The look of the checkout pages: one column on a phone, items beside the form on a wide screen. */
export const checkoutStyle = `
  :root { color-scheme: light; --ink: #1f2433; --soft: #667085; --line: #d9dde6; --accent: #3a4bd0; }
  * { box-sizing: border-box; margin: 0; }
  body { background: #f4f5f9; color: var(--ink); font: 16px/1.45 system-ui, sans-serif; }
  main { max-width: 26rem; margin: 0 auto; padding: 1rem 1rem 2.5rem; }
  .mode { display: inline-block; background: #ffe9bf; color: #6b4a00; border-radius: 99px; padding: .15rem .75rem;
    font-size: .8rem; font-weight: 600; }
  .total { font-size: 2.1rem; font-weight: 700; margin-top: .5rem; letter-spacing: -.01em; }
  .items { list-style: none; padding: 0; margin: .25rem 0 1rem; }
  .items li { display: flex; justify-content: space-between; gap: 1rem; padding: .3rem 0; }
  .items span:last-child { white-space: nowrap; }
  small { color: var(--soft); }
  form, .message { background: #fff; border: 1px solid var(--line); border-radius: 14px; padding: 1.1rem; }
  fieldset { border: 0; padding: 0; margin-bottom: 1.1rem; display: grid; gap: .6rem; min-width: 0; }
  legend { font-weight: 650; padding: 0; margin-bottom: .5rem; }
  label { display: grid; gap: .2rem; min-width: 0; }
  label span { font-size: .82rem; color: var(--soft); }
  input, select { font: inherit; color: inherit; width: 100%; padding: .6rem .7rem; background: #fff;
    border: 1px solid var(--line); border-radius: 9px; }
  input:focus-visible, select:focus-visible, button:focus-visible, a:focus-visible {
    outline: 3px solid #aab4ff; outline-offset: 1px; border-color: var(--accent); }
  .choice { display: flex; gap: .6rem; align-items: baseline; } .choice input { width: auto; }
  .choice span:first-of-type { flex: 1; color: var(--ink); }
  .pair { display: grid; grid-template-columns: 2fr 3fr; gap: .6rem; }
  .hint { font-size: .82rem; color: var(--soft); }
  .problem { background: #fdecec; color: #8f1d1d; border-radius: 9px; padding: .6rem .8rem; margin-bottom: 1rem; }
  button { width: 100%; padding: .85rem; font: inherit; font-weight: 650; color: #fff; background: var(--accent);
    border: 0; border-radius: 10px; cursor: pointer; }
  button:hover { background: #2f3fb5; }
  .cancel { display: block; text-align: center; padding: .8rem 0 .2rem; color: var(--soft); }
  .message { margin-top: 15vh; text-align: center; display: grid; gap: .5rem; }
  .message h1 { font-size: 1.35rem; }
  @media (min-width: 52rem) {
    main { max-width: 56rem; display: grid; grid-template-columns: 1fr 26rem; gap: 3rem; padding-top: 4rem; }
    .message { grid-column: 1 / -1; margin: 10vh auto 0; width: 26rem; }
  }
`
