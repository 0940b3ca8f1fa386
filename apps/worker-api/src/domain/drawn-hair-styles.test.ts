import { describe, test } from 'vitest'
import { drawnHairStyles } from './drawn-hair-styles.ts'

const page = (...styles: ('tousled' | 'bob' | 'locs')[]) => ({
  art: { hair: Object.fromEntries(styles.map((style) => [style, {}])) },
})

describe('the heads of hair a shop may offer', () => {
  test('are those that the cover and every page with a child have', ({ expect }) => {
    const pages = [page('locs', 'tousled', 'bob'), page(), page('tousled', 'bob')]
    expect(drawnHairStyles({ pages, cover: page('tousled', 'bob', 'locs') })).toEqual(['tousled', 'bob'])
    expect(drawnHairStyles({ pages, cover: page('tousled') })).toEqual(['tousled'])
  })
})
