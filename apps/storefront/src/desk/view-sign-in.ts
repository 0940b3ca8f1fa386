import { html, type TemplateResult } from 'lit'
import type { DeskActs, DeskState } from './desk-state.ts'
import { signInNotes } from './session.ts'

/** Without a session there is nothing but this. */
export function viewSignIn(state: DeskState, acts: DeskActs): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget
    if (form instanceof HTMLFormElement) acts.signIn(String(new FormData(form).get('token') ?? ''))
  }
  return html`
    <main class="sign-in">
      <h1>Order desk</h1>
      ${
        state.signInNote
          ? html`<p class="note warn" role="alert">${signInNotes[state.signInNote]}</p>`
          : html`<p>Open the sign-in link you were given, or paste it here.</p>`
      }
      <form @submit=${submit}>
        <label for="token">Sign-in link or token</label>
        <input id="token" name="token" type="password" autocomplete="off" spellcheck="false" required />
        <button class="primary">Sign in</button>
      </form>
      <p class="soft">The token stays in this tab alone and is gone when you close it.</p>
    </main>
  `
}
