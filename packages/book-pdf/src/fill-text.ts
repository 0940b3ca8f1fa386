export type Pronouns = 'she' | 'he' | 'they'

/** The placeholders a story may use, per pronoun. A capital first letter in the story asks for a capital one here. */
const forms: Record<Pronouns, Record<string, string>> = {
  she: { they: 'she', them: 'her', their: 'her', theirs: 'hers', themself: 'herself' },
  he: { they: 'he', them: 'him', their: 'his', theirs: 'his', themself: 'himself' },
  they: { they: 'they', them: 'them', their: 'their', theirs: 'theirs', themself: 'themself' },
}

/** A text that cannot be set: which field, and what is wrong with it. */
export class BookTextError extends Error {
  readonly field: string
  readonly limit: string
  constructor(field: string, limit: string) {
    super(`${field}: ${limit}`)
    this.name = 'BookTextError'
    this.field = field
    this.limit = limit
  }
}

/**
 * Puts a child into a story's text: `{name}`, and `{they}` `{them}` `{their}` `{theirs}` `{themself}` by pronoun. Throws
 * BookTextError on a placeholder the language of stories does not know, so that no brace is ever printed.
 */
export function fillText(text: string, child: { name: string; pronouns: Pronouns }): string {
  const filled = text.replace(/\{([^{}]*)\}/g, (_match, placeholder: string) => {
    if (placeholder === 'name') return child.name
    const lower = placeholder.toLowerCase()
    const form = forms[child.pronouns][lower]
    if (form === undefined) throw new BookTextError('story text', `unknown placeholder {${placeholder}}`)
    return placeholder === lower ? form : form.charAt(0).toUpperCase() + form.slice(1)
  })
  if (/[{}]/.test(filled.replaceAll(child.name, '')))
    throw new BookTextError('story text', 'a brace is left over')
  return filled.normalize('NFC')
}
