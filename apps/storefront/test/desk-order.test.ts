import type { DeskOrder, DeskOrderLine, DeskPage } from '@foxetales/shared-schemas/desk'
import type { PageCheck } from '@foxetales/shared-schemas/unit'
import { describe, test } from 'vitest'
import { age } from '../src/desk/figures.ts'
import { neighbours } from '../src/desk/neighbours.ts'
import { eventName, orderCode, slotName } from '../src/desk/order-words.ts'
import { doubts, scoreWords, seenPages } from '../src/desk/page-figures.ts'
import { steadyLinks } from '../src/desk/steady-links.ts'

const madeAt = '2026-11-21T08:00:00.000Z'

function page(slot: string, shas: readonly string[], failed: PageCheck[] = []): DeskPage {
  const versions = shas.map((sha256, index) => ({
    id: `art_${slot}_${index}`,
    from: 'order' as const,
    current: index === shas.length - 1,
    sha256,
    draft: false,
    scores: {},
    failed_checks: failed,
    page_url: `https://shop.test/files/${sha256}`,
    made_at: madeAt,
  }))
  return { slot, state: 'done', progress: 1, failures: 0, can_regenerate: true, versions }
}

/** The steady links look at pages alone. */
const order = (pages: DeskPage[]) => ({ order_id: 'ord_1', pages }) as DeskOrder

describe('the pages of an order', () => {
  test('are approved by the picture that will be printed, not by an older one', ({ expect }) => {
    const pages = [page('page_01', ['a', 'b']), page('page_02', ['c']), page('cover', [])]
    expect(seenPages(pages)).toEqual({ page_01: 'b', page_02: 'c' })
  })

  test('are in doubt for what the picture that will be printed has missed', ({ expect }) => {
    expect(doubts(page('page_01', ['a'], ['face_place', 'halo']))).toEqual([
      'No face where it should be',
      'A rim around the child',
    ])
    expect(doubts(page('page_02', ['a']))).toEqual([])
    expect(doubts(page('page_03', []))).toEqual([])
  })

  test('have scores in words, those too that nobody has named yet', ({ expect }) => {
    expect(scoreWords('likeness', -0.1149, ['likeness'])).toEqual({
      words: 'Not like the child (likeness -0.11)',
      tone: 'bad',
    })
    expect(scoreWords('halo', 0.5, ['likeness'])).toEqual({ words: 'rim 0.5', tone: 'quiet' })
    expect(scoreWords('smell_of_paint', 0.8149)).toEqual({ words: 'smell of paint 0.81', tone: 'quiet' })
  })

  test('keep the address of a picture that is shown, until it grows old', ({ expect }) => {
    let now = 0
    const steady = steadyLinks(() => now)
    const answer = (url: string) => {
      const only = page('page_01', ['a'])
      return order([{ ...only, versions: only.versions.map((version) => ({ ...version, page_url: url })) }])
    }
    const shown = (url: string) => steady(answer(url)).pages[0]?.versions[0]?.page_url
    expect(shown('first')).toBe('first')
    now = 9 * 60_000
    expect(shown('second')).toBe('first')
    now = 10 * 60_000
    expect(shown('third')).toBe('third')
    expect(shown('fourth')).toBe('third')
  })
})

describe('the neighbours of an order', () => {
  const lines = ['ord_5', 'ord_3', 'ord_1'].map((id) => ({ order_id: id }) as DeskOrderLine)
  const list = { orders: lines, counts: {}, held: 0, open_alerts: 0 }

  test('stand above and below it in the list', ({ expect }) => {
    expect(neighbours({ list }, 'ord_3')).toEqual({ before: 'ord_5', after: 'ord_1' })
    expect(neighbours({ list }, 'ord_1')).toEqual({ before: 'ord_3', after: undefined })
  })

  test('of one that has left the list begin with the next older one, so that the work goes on', ({
    expect,
  }) => {
    expect(neighbours({ list }, 'ord_4').after).toBe('ord_3')
    expect(neighbours({ list }, 'ord_0').after).toBe('ord_5')
    expect(neighbours({ list: undefined }, 'ord_4').after).toBeUndefined()
  })
})

describe('words for staff', () => {
  test('name pages, orders and events as people do', ({ expect }) => {
    expect([slotName('page_07'), slotName('cover')]).toEqual(['Page 7', 'Cover'])
    expect(orderCode('ord_01m7yk1dz9az730wkjzv89fz3r')).toBe('ZV89FZ3R')
    const event = (action: string) => eventName({ at: madeAt, action, actor: 'an' })
    expect(event('page.redo page_12')).toBe('Page 12 painted again')
    expect(event('order.paid')).toBe('Paid')
    expect(event('print.on_hold')).toBe('print on hold')
  })

  test('tell how long ago something was', ({ expect }) => {
    const at = Date.parse(madeAt)
    expect(age(madeAt, at + 59_999)).toBe('just now')
    expect(age(madeAt, at + 60_000)).toBe('1 min ago')
    expect(age(madeAt, at + 3 * 3_600_000)).toBe('3 h ago')
  })
})
