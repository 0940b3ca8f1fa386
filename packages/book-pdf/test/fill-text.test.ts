import { describe, test } from 'vitest'
import { fillText } from '../src/fill-text.ts'

const mai = { name: 'Mai', pronouns: 'she' } as const

describe('a story’s text', () => {
  test.for([
    ['she', 'Mai: she her her hers herself'],
    ['he', 'Mai: he him his his himself'],
    ['they', 'Mai: they them their theirs themself'],
  ] as const)('speaks of a child as "%s"', ([pronouns, expected], { expect }) => {
    const text = '{name}: {they} {them} {their} {theirs} {themself}'
    expect(fillText(text, { name: 'Mai', pronouns })).toBe(expected)
  })

  test('begins a sentence with a capital where the story does', ({ expect }) => {
    expect(fillText('{They} smiled. {Their} fox too.', mai)).toBe('She smiled. Her fox too.')
  })

  test.for(['{friend}', '{constructor}', '{}', '{ name }', '{THEY}', '{Name}'])(
    'refuses the unknown placeholder %s by name',
    (placeholder, { expect }) => {
      const fill = () => fillText(`Hello ${placeholder}!`, mai, 'page 3')
      expect(fill).toThrow(`page 3: unknown placeholder ${placeholder}`)
    },
  )

  test.for(['Hello {name', 'Hello name}', '{{name}}'])(
    'refuses the stray brace in %s',
    (text, { expect }) => {
      expect(() => fillText(text, mai)).toThrow('a brace is left over')
    },
  )

  test('never reads placeholders in the name itself', ({ expect }) => {
    expect(fillText('{name} and {they}', { name: '{they}', pronouns: 'he' })).toBe('{they} and he')
  })

  test('joins letters and accents that were typed apart', ({ expect }) => {
    const typedApart = 'Ánh'.normalize('NFD')
    expect(fillText('{name}', { name: typedApart, pronouns: 'she' })).toBe('Ánh'.normalize('NFC'))
  })
})
