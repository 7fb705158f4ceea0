import { describe, expect, it } from 'vitest'
import type { AttentionItem } from '../../src-main/domain/attention'
import { attentionKey, headline, oldestWait, sprintPercent } from './attention-words'

function item(since: number | null, kind: AttentionItem['kind'] = 'store'): AttentionItem {
  return { kind, mission: null, sentence: 'The store is damaged.', since: { at: since, raw: null } }
}

describe('headline', () => {
  it.each([
    [0, 'Nothing needs you'],
    [1, '1 thing needs you'],
    [1204, '1,204 things need you'],
  ])('for %i says %s', (count, sentence) => {
    expect(headline(count)).toBe(sentence)
  })
})

describe('oldestWait', () => {
  it('finds the longest and passes over unknown times', () => {
    expect(oldestWait([item(700), item(null), item(200)], 1_000)).toBe(800)
    expect(oldestWait([item(null)], 1_000)).toBeNull()
    expect(oldestWait([], 1_000)).toBeNull()
  })
})

describe('attentionKey', () => {
  it('tells things without a mission apart by what they say', () => {
    expect(attentionKey(item(0))).toBe('store The store is damaged.')
  })
})

describe('sprintPercent', () => {
  it.each([
    [0, 0, 0],
    [0, 8, 0],
    [1, 3, 33],
    [999, 1000, 99],
    [1000, 1000, 100],
  ])('%i of %i is %i percent', (completed, owned, percent) => {
    expect(sprintPercent(completed, owned)).toBe(percent)
  })
})
