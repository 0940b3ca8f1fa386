import { describe, test } from 'vitest'
import { mayApprove, mayHold, mayRedo, mayRelease, nextAction } from './desk-rules.ts'
import { orderMoves } from './transitions.ts'

const done = { slot: 'page_01', state: 'done' } as const
const failed = { slot: 'page_07', state: 'failed' } as const

describe('what staff are told to do', () => {
  test('is nothing while the customer may still correct the words, and says that it waits for them', ({
    expect,
  }) => {
    const approved = { state: 'approved', hold: null, atPrinter: false } as const
    expect(nextAction({ ...approved, proofOpen: true }, [done]).sentence).toContain('correct the words')
    expect(nextAction(approved, [done]).sentence).toContain('put together')
  })

  test('names the pages that failed', ({ expect }) => {
    const pages = [done, failed, { slot: 'cover', state: 'failed' } as const]
    const next = nextAction({ state: 'failed', hold: null, atPrinter: false }, pages)
    expect(next.needsPerson).toBe(true)
    expect(next.sentence).toContain('page 7, the cover painted again')
  })

  test('puts a hold before everything else', ({ expect }) => {
    const next = nextAction({ state: 'review', hold: 'the bank asks', atPrinter: false }, [done])
    expect(next).toMatchObject({ needsPerson: true, sentence: expect.stringContaining('hold') })
  })

  test('calls a person in review and after a failure, and in no other state', ({ expect }) => {
    const states = Object.keys(orderMoves) as (keyof typeof orderMoves)[]
    const calling = states.filter(
      (state) => nextAction({ state, hold: null, atPrinter: false }, [done]).needsPerson,
    )
    expect(calling).toEqual(['review', 'failed'])
  })
})

describe('an order that the printer has taken and failed', () => {
  const failedThere = { state: 'failed', hold: null, atPrinter: true } as const

  test('is settled with the printer: painting a page again would reach nobody', ({ expect }) => {
    expect(mayRedo(failedThere, 'done')).toBe(false)
    expect(nextAction(failedThere, [done]).sentence).toContain('with the printer')
  })
})

describe('what staff may do', () => {
  test('is to approve in review alone', ({ expect }) => {
    expect(mayApprove({ state: 'review', hold: null })).toBe(true)
    expect(mayApprove({ state: 'rendering', hold: null })).toBe(false)
    expect(mayApprove({ state: 'review', hold: 'the bank asks' })).toBe(false)
  })

  test('is to have a page painted again that is not being painted, of a book that is not at the printer', ({
    expect,
  }) => {
    expect(mayRedo({ state: 'review', hold: null, atPrinter: false }, 'done')).toBe(true)
    expect(mayRedo({ state: 'failed', hold: null, atPrinter: false }, 'failed')).toBe(true)
    expect(mayRedo({ state: 'review', hold: null, atPrinter: false }, 'rendering')).toBe(false)
    expect(mayRedo({ state: 'printing', hold: null, atPrinter: false }, 'done')).toBe(false)
    expect(mayRedo({ state: 'review', hold: 'the bank asks', atPrinter: false }, 'done')).toBe(false)
  })

  test('is to hold what still costs money, once, and to release what is held', ({ expect }) => {
    const states = Object.keys(orderMoves) as (keyof typeof orderMoves)[]
    const holdable = states.filter((state) => mayHold({ state, hold: null }))
    expect(holdable).toEqual(['paid', 'rendering', 'review', 'approved', 'assembling', 'failed'])
    expect(mayHold({ state: 'review', hold: 'the bank asks' })).toBe(false)
    expect(mayRelease({ state: 'review', hold: 'the bank asks' })).toBe(true)
    expect(mayRelease({ state: 'review', hold: null })).toBe(false)
  })
})
