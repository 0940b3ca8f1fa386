import { previewRequest } from '@foxetales/shared-schemas/preview'
import { describe, test } from 'vitest'
import { faultsOf, findFaults } from '../src/book/form/find-faults.ts'
import { emptyWish, requestOf, type Wish } from '../src/book/form/wish.ts'
import { wholePhoto } from '../src/book/photo/crop.ts'
import type { Photo } from '../src/book/photo/read-photo.ts'
import { english } from '../src/book/words/english.ts'
import { vietnamese } from '../src/book/words/vietnamese.ts'

// The form asks only whether there is a photo; nothing of it is read here.
const photo = { width: 800, height: 800 } as Photo

function wish(changes: Partial<Wish> = {}): Wish {
  const filled = { photo, crop: wholePhoto, name: ' Nguyễn Thị Ánh ', skinTone: 5, consent: true }
  return { ...emptyWish('vi'), ...filled, ...changes }
}

describe('the form', () => {
  test('finds nothing wrong with a filled one, and makes a request that the server’s own schema takes', ({
    expect,
  }) => {
    const full = wish({
      hairStyle: 'coils',
      hairColour: 'black',
      glasses: true,
      hearingAid: true,
      dedication: ' Tặng con.\nMẹ. ',
      email: ' me@example.com ',
    })
    expect(findFaults(vietnamese, full)).toEqual({})
    expect(previewRequest.parse(requestOf(full, 'lantern'))).toEqual({
      book_id: 'lantern',
      child: {
        name: 'Nguyễn Thị Ánh',
        pronouns: 'they',
        skin_tone: 5,
        hair: { style: 'coils', colour: 'black' },
        glasses: true,
        hearing_aid: true,
      },
      language: 'vi',
      dedication: 'Tặng con.\nMẹ.',
      email: 'me@example.com',
      consent: { guardian: true, version: '2026-11-shop' },
    })
  })

  test('leaves hair to the photo where nothing was chosen', ({ expect }) => {
    expect(requestOf(wish(), 'lantern').child).not.toHaveProperty('hair')
  })

  test('names every field of an empty one', ({ expect }) => {
    expect(Object.keys(findFaults(english, emptyWish('en')))).toEqual([
      'photo',
      'name',
      'skin',
      'pronouns',
      'consent',
    ])
  })

  test.for([
    ['4:30', english.missing.nameLetter],
    ['   ', english.missing.name],
    ['x'.repeat(41), english.missing.nameLong],
  ] as const)('asks again about the name %j', ([name, sentence], { expect }) => {
    expect(findFaults(english, wish({ name })).name).toBe(sentence)
  })

  test('counts a name as people do: a letter with its accents is one', ({ expect }) => {
    expect(findFaults(english, wish({ name: 'ễ'.normalize('NFD').repeat(40) })).name).toBeUndefined()
  })

  test('asks for no address to write to, but for one that a letter can reach', ({ expect }) => {
    expect(findFaults(english, wish({ email: '' })).email).toBeUndefined()
    expect(findFaults(english, wish({ email: ' an@example.com ' })).email).toBeUndefined()
    expect(findFaults(english, wish({ email: 'an@example' })).email).toBe(english.missing.email)
    expect(requestOf(wish(), 'lantern')).not.toHaveProperty('email')
  })

  test('asks for a pronoun only where the story has one', ({ expect }) => {
    expect(findFaults(english, wish({ language: 'en' }))).toHaveProperty('pronouns')
    expect(findFaults(english, wish({ language: 'vi' }))).not.toHaveProperty('pronouns')
  })

  test('puts what the server refuses at the field it means', ({ expect }) => {
    const told = (code: string, details: Record<string, unknown> = {}) =>
      Object.keys(faultsOf(english, { code, requestId: 'req_1', details }))
    expect(told('TEXT_NOT_PRINTABLE', { field: 'dedication' })).toEqual(['dedication'])
    expect(told('TEXT_NOT_PRINTABLE', { field: 'name' })).toEqual(['name'])
    expect(told('INVALID_REQUEST', { issues: [{ field: 'child.name', problem: 'no' }] })).toEqual(['name'])
    expect(told('INVALID_REQUEST', { issues: [{ field: 'email', problem: 'no' }] })).toEqual(['email'])
    expect(told('PHOTO_TOO_LARGE')).toEqual(['photo'])
    expect(told('RATE_LIMITED')).toEqual([])
  })
})
