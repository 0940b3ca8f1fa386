import { orderState } from '@foxetales/shared-schemas/order'
import { describe, test } from 'vitest'
import { endings, lateMoney, mayCancel, mayReorder, refundableMinor } from './ending-rules.ts'
import { orderMoves } from './transitions.ts'

describe('how an order may end', () => {
  test('every cancel and refund that is offered is a legal move', ({ expect }) => {
    for (const state of orderState.options) {
      const { cancel, endsWhenRefunded } = endings[state]
      if (cancel !== 'no') expect(orderMoves[state], state).toContain('cancelled')
      if (endsWhenRefunded) expect(orderMoves[state], state).toContain('refunded')
    }
  })

  test('a customer cancels what nothing was spent on; staff what is not in the post', ({ expect }) => {
    const by = (who: 'customer' | 'staff') => orderState.options.filter((state) => mayCancel({ state }, who))
    expect(by('customer')).toEqual(['awaiting_payment', 'paid'])
    expect(by('staff')).toEqual([
      'awaiting_payment',
      'paid',
      'rendering',
      'review',
      'approved',
      'assembling',
      'printing',
      'failed',
    ])
  })

  test('what is left to give back is what was paid less what went back', ({ expect }) => {
    const order = { paid_minor: 5180, refunded_minor: 1000 }
    expect(refundableMinor({ ...order, state: 'shipped' })).toBe(4180)
    expect(refundableMinor({ ...order, state: 'refunded' })).toBe(0)
    expect(refundableMinor({ paid_minor: null, refunded_minor: 0, state: 'awaiting_payment' })).toBe(0)
  })

  test('late money goes on for a checkout that was given up, and back to whoever cancelled', ({ expect }) => {
    expect(['checkout', 'payment', 'superseded', null].map(lateMoney)).toEqual(Array(4).fill('goes_on'))
    expect(['customer', 'staff', 'erasure'].map(lateMoney)).toEqual(Array(3).fill('goes_back'))
  })

  test('more copies are sold once the book was printed, while its files are kept', ({ expect }) => {
    const printed = { state: 'shipped', interior: '{}' } as const
    expect(mayReorder(printed)).toBe(true)
    expect(mayReorder({ ...printed, interior: null })).toBe(false)
    expect(mayReorder({ ...printed, state: 'assembling' })).toBe(false)
  })
})
