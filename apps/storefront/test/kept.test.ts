import { describe, test } from 'vitest'
import { steadyPictures } from '../src/book/spread/steady-pictures.ts'
import { keptTickets } from '../src/book/walk/kept-tickets.ts'

function store(): Storage {
  const held = new Map<string, string>()
  const kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  }
  // The three calls are all that the code under test may make.
  return kept as Storage
}

describe('what a browser keeps', () => {
  test('is the id and the token, and nothing that came along with them', ({ expect }) => {
    const [session, local] = [store(), store()]
    const kept = keptTickets('lantern', { session: () => session, local: () => local })
    const ticket = { id: 'prv_1', token: 't', name: 'Mai' }
    kept.keepPreview(ticket)
    expect(session.getItem('foxetales-preview:lantern')).toBe('{"id":"prv_1","token":"t"}')
    expect(kept.preview()).toEqual({ id: 'prv_1', token: 't' })
    expect(kept.order()).toBeUndefined()
    kept.keepPreview(undefined)
    expect(kept.preview()).toBeUndefined()
  })

  test('is nothing where storage is forbidden or holds another program’s text', ({ expect }) => {
    const forbidden = () => {
      throw new Error('SecurityError')
    }
    const none = keptTickets('lantern', { session: forbidden, local: forbidden })
    none.keepOrder({ id: 'ord_1', token: 't' })
    expect(none.order()).toBeUndefined()
    const local = store()
    const kept = keptTickets('lantern', { session: forbidden, local: () => local })
    for (const text of ['hello', 'null', '[]', '{"id":1,"token":"t"}']) {
      local.setItem('foxetales-order:lantern', text)
      expect(kept.order()).toBeUndefined()
    }
  })
})

describe('the address of a picture', () => {
  test('stays the same while its signature lives, so that nothing is loaded twice', ({ expect }) => {
    let now = 0
    const pictures = steadyPictures(() => now)
    expect(pictures.address('7', '/files/one')).toBe('/files/one')
    now = 11 * 60_000
    expect(pictures.address('7', '/files/two')).toBe('/files/one')
    now = 13 * 60_000
    expect(pictures.address('7', '/files/three')).toBe('/files/three')
  })

  test('is taken anew when it did not load', ({ expect }) => {
    const pictures = steadyPictures(() => 0)
    pictures.address('7', '/files/one')
    pictures.broken('7')
    expect(pictures.address('7', '/files/two')).toBe('/files/two')
  })
})
