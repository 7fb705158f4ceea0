import { expect, onTestFinished, test, vi } from 'vitest'
import { atMostEvery } from './pace'

test('work is done at once, then at most once in its time, and never less than was asked last', () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  let done = 0
  const ask = atMostEvery(100, () => done++)
  ask()
  expect(done).toBe(1)
  for (let count = 0; count < 50; count++) ask()
  expect(done).toBe(1)
  vi.advanceTimersByTime(100)
  expect(done).toBe(2)
  vi.advanceTimersByTime(1_000)
  expect(done).toBe(2)
  ask()
  expect(done).toBe(3)
})
