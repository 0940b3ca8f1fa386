import { ApiProblem } from '../api/call-api.ts'
import type { Problem } from './desk-state.ts'
import { slotName } from './order-words.ts'

/** A fault as a sentence that staff can act on, and the request id for whoever helps them. */
export function problemOf(fault: unknown, during: Problem['while']): Problem {
  if (!(fault instanceof ApiProblem)) {
    // A fault of the page itself: it belongs into the console too, where its stack can be read.
    console.error(fault)
    const sentence = 'Something went wrong on this page. Reload it and try again.'
    return { sentence, code: 'PAGE_FAULT', requestId: '', while: during }
  }
  const { code, requestId } = fault
  return { sentence: sentenceOf(fault), code, requestId, while: during }
}

function sentenceOf({ code, message, details }: ApiProblem): string {
  if (code === 'NO_CONNECTION') return 'The server does not answer.'
  if (code === 'FORBIDDEN') return 'Your sign-in lets you look, not act.'
  if (code === 'PAGES_CHANGED' && Array.isArray(details['pages'])) {
    const names = details['pages'].map((slot) => slotName(String(slot)).toLowerCase())
    return `Painted again since you looked: ${names.join(', ')}. Look again, then approve.`
  }
  return message
}
