import { describe, expect, it } from 'vitest'
import { nextReady, promotionHint } from './promotion'

const queued = (id: string, ...waitsFor: string[]) => ({
  id,
  name: `Mission ${id}`,
  waitsFor: waitsFor.map((other) => ({ id: other, status: 'Queued' })),
  waitsForCount: waitsFor.length,
})

describe('nextReady', () => {
  it('passes over what waits for other missions', () => {
    expect(nextReady([queued('a', 'x'), queued('b')], 'done')?.id).toBe('b')
  })

  it('takes what waits only for the mission being completed', () => {
    expect(nextReady([queued('a', 'done', 'x'), queued('b', 'done'), queued('c')], 'done')?.id).toBe('b')
  })

  it('never promotes the mission being completed', () => {
    expect(nextReady([queued('done')], 'done')).toBeUndefined()
  })
})

describe('promotionHint', () => {
  it.each([
    ['current', [queued('a')], 1, 'a Mission a becomes Current.'],
    ['immediate', [queued('a')], 1, 'a Mission a becomes In Progress.'],
    ['none', [queued('a')], 1, 'The queue stays as it is.'],
    ['current', [], 0, 'Nothing is queued.'],
    ['current', [queued('a', 'x')], 1, 'Every queued mission waits for another, so none is promoted.'],
    ['current', [queued('a', 'x')], 90, 'The first queued mission that waits for nothing becomes Current.'],
  ] as const)('for %s says what happens (case %#)', (promotion, queue, count, sentence) => {
    expect(promotionHint(promotion, queue, count, 'done')).toBe(sentence)
  })
})
