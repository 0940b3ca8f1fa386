import { BookTextError } from './book-errors.ts'

export type Pronouns = 'she' | 'he' | 'they'

/** The placeholders a story may use besides `{name}`, per pronoun. */
const forms: Record<Pronouns, ReadonlyMap<string, string>> = {
  she: formsOf('she', 'her', 'her', 'hers', 'herself'),
  he: formsOf('he', 'him', 'his', 'his', 'himself'),
  they: formsOf('they', 'them', 'their', 'theirs', 'themself'),
}

/**
 * Puts a child into a story's text: `{name}`, and `{they}` `{them}` `{their}` `{theirs}` `{themself}` by pronoun; a
 * capital first letter in the placeholder asks for one in the word. Answers NFC, which is what typefaces draw best.
 * Throws BookTextError on an unknown placeholder and on a brace that belongs to none: no brace is ever printed.
 */
export function fillText(
  text: string,
  child: { name: string; pronouns: Pronouns },
  field = 'story text',
): string {
  const placeholders = /\{([^{}]*)\}/g
  if (/[{}]/.test(text.replace(placeholders, ''))) throw new BookTextError(field, 'a brace is left over')
  const filled = text.replace(placeholders, (_match, placeholder: string) => {
    const word = wordFor(placeholder, child)
    if (word === undefined) throw new BookTextError(field, `unknown placeholder {${placeholder}}`)
    return word
  })
  return filled.normalize('NFC')
}

function wordFor(placeholder: string, child: { name: string; pronouns: Pronouns }): string | undefined {
  if (placeholder === 'name') return child.name
  const word = forms[child.pronouns].get(placeholder)
  if (word !== undefined) return word
  const uncapitalised = placeholder.charAt(0).toLowerCase() + placeholder.slice(1)
  const plain = forms[child.pronouns].get(uncapitalised)
  return plain && plain.charAt(0).toUpperCase() + plain.slice(1)
}

function formsOf(they: string, them: string, their: string, theirs: string, themself: string) {
  return new Map(Object.entries({ they, them, their, theirs, themself }))
}
