import { expect, test } from 'vitest'
import { backupIsDue } from './backup-due'

const NOW = Date.parse('2026-01-15T12:00:00Z')
const MINUTE = 60_000

test.each<[when: string, newest: number | null, changed: boolean, due: boolean]>([
  ['there is none', null, false, true],
  ['the newest is older than a day', NOW - 25 * 60 * MINUTE, false, true],
  ['the newest is of today and nothing changed', NOW - 23 * 60 * MINUTE, false, false],
  ['a quarter of an hour passed since, with changes', NOW - 15 * MINUTE, true, true],
  ['less than a quarter of an hour passed', NOW - 14 * MINUTE, true, false],
  ['the newest lies in the future', NOW + 60 * MINUTE, false, true],
])('when %s', (_when, newest, changed, due) => {
  expect(backupIsDue({ newest, now: NOW, changed })).toBe(due)
})
