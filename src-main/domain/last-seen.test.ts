import { expect, it } from 'vitest'
import { back, gone, NEVER_SEEN } from './last-seen'

const MINUTE = 60_000

it('after a real absence counts what was there when the operator left', () => {
  const left = gone({ seen: { event: 1, at: 0 }, left: null }, { event: 5, at: MINUTE })
  expect(back(left, 12 * MINUTE, false)).toEqual({ seen: { event: 5, at: MINUTE }, left: null })
})

it('a glance at another window moves nothing', () => {
  const left = gone({ seen: { event: 1, at: 0 }, left: null }, { event: 5, at: MINUTE })
  expect(back(left, 3 * MINUTE, false)).toEqual({ seen: { event: 1, at: 0 }, left: null })
})

it('opening the workspace again is a return, however short', () => {
  const left = gone(NEVER_SEEN, { event: 5, at: MINUTE })
  expect(back(left, MINUTE + 1, true)).toEqual({ seen: { event: 5, at: MINUTE }, left: null })
  expect(back(NEVER_SEEN, MINUTE, true)).toEqual(NEVER_SEEN)
})
