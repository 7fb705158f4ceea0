import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTimes, firstKnownTime, parseInstant, readTime, timeState } from './stored-time'

const AT = Date.UTC(2025, 10, 8, 17, 41, 52)

describe('a stored time', () => {
  it.each([
    ['2025-11-08 17:41:52', AT],
    ['2025-11-08T17:41:52Z', AT],
    ['2025-11-08T17:41:52', AT],
    ['2025-11-08t17:41:52z', AT],
    ['2025-11-08 17:41:52 UTC', AT],
    ['2025-11-08T17:41:52.103910', AT + 103],
    ['2025-11-08T17:41:52.103910+00:00', AT + 103],
    ['2025-11-08T17:41:52.1Z', AT + 100],
    ['2025-11-08T19:41:52+02:00', AT],
    ['2025-11-08T19:41:52+0200', AT],
    ['2025-11-08T14:11:52-03:30', AT],
    ['2025-11-08T17:41Z', Date.UTC(2025, 10, 8, 17, 41)],
    ['2025-11-08', Date.UTC(2025, 10, 8)],
    ['  2025-11-08  ', Date.UTC(2025, 10, 8)],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant)
  })

  it.each([
    'template',
    'later today',
    '2025-10-29T01:52:33Z-B19.5-handoff',
    '2025-02-31',
    '2025-13-01T00:00:00Z',
    '2025-11-08T99:00:00Z',
    '17:41:52',
    '',
    '1731087712',
  ])('takes %j for no time and keeps its text', (text) => {
    expect(parseInstant(text)).toBeNull()
    expect(readTime(text)).toEqual({ at: null, raw: text === '' ? null : text })
  })

  it('never throws, whatever a program stored', () => {
    fc.assert(fc.property(fc.string(), (text) => parseInstant(text) === null || Number.isFinite(parseInstant(text))))
    expect(readTime(42)).toEqual({ at: null, raw: null })
    expect(readTime(undefined)).toEqual({ at: null, raw: null })
  })

  it('is not slowed down by a long hostile text', () => {
    expect(parseInstant(`2025-11-08T17:41${' '.repeat(1_000_000)}x`)).toBeNull()
  })

  it('agrees with the platform on every ISO text the platform writes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime())
      }),
    )
  })

  it('is known, unknown or implausible', () => {
    expect(timeState(readTime('2025-11-08'), AT)).toBe('known')
    expect(timeState(readTime('template'), AT)).toBe('unknown')
    expect(timeState(readTime('1970-01-01T00:00:00Z'), AT)).toBe('implausible')
    expect(timeState(readTime('2031-01-01'), AT)).toBe('implausible')
  })

  it('prefers a real instant over a word, and a word over nothing', () => {
    expect(firstKnownTime([readTime(null), readTime('template'), readTime('2025-11-08')]).raw).toBe('2025-11-08')
    expect(firstKnownTime([readTime(null), readTime('template')]).raw).toBe('template')
    expect(firstKnownTime([])).toEqual({ at: null, raw: null })
  })

  it('is compared as an instant, and an unknown one comes last either way', () => {
    const times = ['template', '2025-11-08T19:00:00+05:00', '2025-11-08 15:00:00'].map(readTime)
    expect([...times].sort((a, b) => compareTimes(a, b, false)).map((time) => time.raw)).toEqual([
      '2025-11-08T19:00:00+05:00',
      '2025-11-08 15:00:00',
      'template',
    ])
    expect([...times].sort((a, b) => compareTimes(a, b, true)).at(-1)?.raw).toBe('template')
  })
})
