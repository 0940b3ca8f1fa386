import { describe, test } from 'vitest'
import { describeChild, writePrompts } from '../src/workflow/describe-child.ts'

describe('the prompt', () => {
  test('describes a child by the fixed choices alone', ({ expect }) => {
    const words = describeChild({
      skin_tone: 6,
      hair: { colour: 'dark-brown', length: 'long', texture: 'curly' },
      glasses: true,
      age: 5,
      heritage: 'mixed',
    })
    expect(words).toBe(
      'a 5 year old child of mixed heritage with tan brown skin, long curly dark brown hair and glasses',
    )
  })

  test('names the head of hair that the parent picked', ({ expect }) => {
    const locs = describeChild({ skin_tone: 9, hair: { style: 'locs', colour: 'black' }, hearing_aid: true })
    expect(locs).toBe('a young child with deep brown skin, locs of black hair and a hearing aid')
    expect(describeChild({ skin_tone: 5, hair: { style: 'headscarf', colour: 'red' } })).toBe(
      'a young child with light tan skin and a headscarf',
    )
  })

  test('says nothing of what the parent left open', ({ expect }) => {
    expect(describeChild({ skin_tone: 1 })).toBe('a young child with very fair skin')
    expect(describeChild({ skin_tone: 10, glasses: false })).toBe('a young child with very deep brown skin')
  })

  test('keeps the book’s scene and adds the child', ({ expect }) => {
    const { clipL, t5xxl } = writePrompts('A child walks through a moonlit wood.', { skin_tone: 9 }, {})
    expect(t5xxl).toBe(
      'A child walks through a moonlit wood. The child in the picture is a young child with deep brown skin.',
    )
    expect(clipL).toContain('deep brown skin')
  })

  test('tells how the child looks on this page, and where', ({ expect }) => {
    const words = (face: Parameters<typeof writePrompts>[2]) =>
      writePrompts('A child in the snow.', { skin_tone: 9 }, face).t5xxl
    expect(words({ expression: 'sad', gaze: 'down' })).toBe(
      'A child in the snow. The child in the picture is a young child with deep brown skin. ' +
        'The child looks sad, with drooping eyelids and the corners of the mouth turned down. ' +
        'The child’s eyes look down.',
    )
    expect(words({ expression: 'asleep', gaze: 'up' })).not.toContain('look up')
    expect(words(null)).toBe(words({}))
  })
})
