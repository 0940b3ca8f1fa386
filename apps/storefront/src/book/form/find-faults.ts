import type { Problem } from '../walk/book-state.ts'
import type { Words } from '../words/english.ts'
import { problemWords } from '../words/words-for.ts'
import { asksPronouns, type Wish } from './wish.ts'

/** The form's fields, in the order in which they stand. */
export const fields = ['photo', 'name', 'skin', 'pronouns', 'dedication', 'email', 'consent'] as const
export type Field = (typeof fields)[number]
/** A sentence for each field that has to be looked at again. */
export type Faults = Partial<Record<Field, string>>

const longestName = 40
const longestDedication = 240

/** What the parent can see to before anything is sent; the server has the last word (`faultsOf`). */
export function findFaults(words: Words, wish: Wish): Faults {
  const { missing } = words
  const name = wish.name.trim()
  return {
    ...(wish.photo ? {} : { photo: missing.photo }),
    ...nameFault(missing, name),
    ...(wish.skinTone === undefined ? { skin: missing.skin } : {}),
    ...(asksPronouns(wish) && !wish.pronouns ? { pronouns: missing.pronouns } : {}),
    ...(wish.dedication.trim().length > longestDedication ? { dedication: missing.dedicationLong } : {}),
    ...(isAddress(wish.email.trim()) ? {} : { email: missing.email }),
    ...(wish.consent ? {} : { consent: missing.consent }),
  }
}

/** Whether a letter might arrive: nothing at all is right too. */
function isAddress(email: string): boolean {
  return email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
}

function nameFault(missing: Words['missing'], name: string): Faults {
  if (name === '') return { name: missing.name }
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(name)
  if ([...graphemes].length > longestName) return { name: missing.nameLong }
  return /\p{L}/u.test(name) ? {} : { name: missing.nameLetter }
}

/** Which field a refusal of the server means; a refusal about no field belongs above the form. */
export function faultsOf(words: Words, problem: Problem): Faults {
  const sentence = problemWords(words, problem.code)
  if (problem.code.startsWith('PHOTO_')) return { photo: sentence }
  if (problem.code === 'CONSENT_REQUIRED') return { consent: sentence }
  if (problem.code === 'TEXT_NOT_PRINTABLE') {
    return problem.details['field'] === 'dedication' ? { dedication: sentence } : { name: sentence }
  }
  const named = namedFields(problem.details)
  return {
    ...(named.includes('child.name') ? { name: words.problems.TEXT_NOT_PRINTABLE } : {}),
    ...(named.includes('email') ? { email: words.missing.email } : {}),
    ...(named.includes('dedication') ? { dedication: words.problems.TEXT_NOT_PRINTABLE } : {}),
  }
}

function namedFields(details: Problem['details']): string[] {
  const issues = details['issues']
  if (!Array.isArray(issues)) return []
  return issues.map((issue: { field?: unknown } | null) => String(issue?.field ?? ''))
}
