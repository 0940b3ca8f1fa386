import { describe, test } from 'vitest'
import { namelessTitle } from './nameless-title.ts'

const book = {
  id: 'lantern',
  title: { en: '{name} and the Lantern of Tales', vi: '{name} và chiếc đèn kể chuyện' },
}

describe('a title for other companies’ eyes', () => {
  test.for([
    ['en', 'Your child and the Lantern of Tales'],
    ['vi', 'Bé yêu và chiếc đèn kể chuyện'],
  ] as const)('in %s names no child and shows no placeholder', ([language, title], { expect }) => {
    expect(namelessTitle(book, language)).toBe(title)
  })
})
