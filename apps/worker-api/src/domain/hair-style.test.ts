import { describe, test } from 'vitest'
import { hairArtOf, hairStyleOf } from './hair-style.ts'

const file = (name: string) => ({ file: `${name}.webp`, sha256: '0'.repeat(64) })
const art = {
  background: file('background'),
  character: file('character'),
  personMask: file('person_mask'),
  parts: file('parts'),
  hair: { tousled: { front: file('tousled') }, headscarf: { front: file('headscarf') } },
}

describe('a head of hair', () => {
  test('is the one the parent picked, whatever else is known', ({ expect }) => {
    const measured = { colour: '#202020', length: 'short' } as const
    expect(hairStyleOf({ style: 'locs', length: 'short', texture: 'straight' }, measured)).toBe('locs')
  })

  test.for([
    [{ length: 'long' }, 'long'],
    [{ texture: 'coily' }, 'coils'],
    [{ texture: 'coily', length: 'long' }, 'locs'],
    [{ texture: 'wavy', length: 'medium' }, 'bob'],
    [{ colour: 'red' }, 'tousled'],
  ] as const)('follows from what the parent told: %o is %s', ([told, style], { expect }) => {
    expect(hairStyleOf(told, undefined)).toBe(style)
  })

  test('follows the photo where the parent told nothing of it', ({ expect }) => {
    expect(hairStyleOf(undefined, { colour: '#202020', length: 'long' })).toBe('long')
    expect(hairStyleOf({ colour: 'black' }, { colour: '#202020', length: 'long' })).toBe('long')
    expect(hairStyleOf(undefined, undefined)).toBe('tousled')
  })

  test('that a book does not draw is the default, and a headscarf keeps its own colour', ({ expect }) => {
    expect(hairArtOf(art, 'bun')).toEqual({ art: art.hair.tousled, tinted: true })
    expect(hairArtOf(art, 'headscarf')).toEqual({ art: art.hair.headscarf, tinted: false })
  })
})
