import { expect, test } from 'vitest'
import { expiredBackups, type KeptBackup, RETENTION } from './backup-retention'

/** A Thursday. */
const NOW = Date.parse('2026-01-15T12:00:00Z')
const GB = 1024 ** 3

function at(...times: string[]): KeptBackup[] {
  return times.map((time) => ({ name: time, takenAt: Date.parse(time), bytes: 1 }))
}

function gone(backups: readonly KeptBackup[], now = NOW): string[] {
  return expiredBackups(backups, now).map(({ name }) => name)
}

test.each<[rule: string, backups: KeptBackup[], expired: string[]]>([
  ['nothing of nothing', [], []],
  [
    'the newest three of today stay',
    at('2026-01-15T01:00Z', '2026-01-15T02:00Z', '2026-01-15T03:00Z', '2026-01-15T04:00Z', '2026-01-15T05:00Z'),
    ['2026-01-15T01:00Z', '2026-01-15T02:00Z'],
  ],
  [
    'the newest of each of the seven days before stays',
    at('2026-01-14T08:00Z', '2026-01-14T09:00Z', '2026-01-08T08:00Z', '2026-01-08T23:59Z'),
    ['2026-01-08T08:00Z', '2026-01-14T08:00Z'],
  ],
  [
    'the newest of each of the four calendar weeks before stays, older ones go',
    at('2026-01-05T08:00Z', '2026-01-02T08:00Z', '2025-12-31T08:00Z', '2025-12-15T08:00Z', '2025-12-14T08:00Z'),
    ['2025-12-14T08:00Z', '2025-12-31T08:00Z', '2026-01-05T08:00Z'].filter((time) => time !== '2026-01-05T08:00Z'),
  ],
  ['the last one stays however old it is', at('2019-01-01T00:00Z', '2018-01-01T00:00Z'), ['2018-01-01T00:00Z']],
  [
    'a clock set back removes nothing of the future',
    at('2026-02-01T00:00Z', '2026-02-01T01:00Z', '2026-02-01T02:00Z', '2026-02-01T03:00Z'),
    [],
  ],
])('%s', (_rule, backups, expired) => {
  expect(gone(backups)).toEqual(expired)
  expect(gone([...backups].reverse())).toEqual(expired)
})

test('one a day becomes one a week as the days go by, and reaches back four weeks', () => {
  let kept: KeptBackup[] = []
  for (let day = 0; day < 90; day++) {
    const now = NOW + day * 86_400_000
    kept.push({ name: new Date(now).toISOString(), takenAt: now, bytes: 1 })
    const expired = new Set(expiredBackups(kept, now))
    kept = kept.filter((backup) => !expired.has(backup))
  }
  const last = NOW + 89 * 86_400_000
  const ages = kept.map(({ takenAt }) => (last - takenAt) / 86_400_000)
  expect(ages.filter((age) => age <= 7)).toEqual([7, 6, 5, 4, 3, 2, 1, 0])
  expect(ages.filter((age) => age > 7).length).toBeGreaterThanOrEqual(3)
  expect(Math.max(...ages)).toBeGreaterThan(21)
  expect(kept.length).toBeLessThanOrEqual(12)
})

test('no more than twenty and no more than two gigabytes stay, the newest first', () => {
  const future = Array.from({ length: 25 }, (_, index) => ({
    name: String(index),
    takenAt: NOW + 86_400_000 + index,
    bytes: 1,
  }))
  expect(gone(future)).toEqual(['0', '1', '2', '3', '4'])
  const large = at('2026-01-15T01:00Z', '2026-01-15T02:00Z', '2026-01-15T03:00Z').map((backup) => ({
    ...backup,
    bytes: GB,
  }))
  expect(gone(large)).toEqual(['2026-01-15T01:00Z'])
})

test('one larger than the limit stays when it is the only one', () => {
  const huge = at('2026-01-15T02:00Z').map((backup) => ({ ...backup, bytes: RETENTION.bytes + 1 }))
  expect(gone(huge)).toEqual([])
})

test('what a restore or a reset took away stays for thirty days, however much is backed up since', () => {
  const only = (times: readonly KeptBackup[]) => times.map((backup) => ({ ...backup, isOnlyCopy: true }))
  const today = at('2026-01-15T05:00Z', '2026-01-15T06:00Z', '2026-01-15T07:00Z', '2026-01-15T08:00Z')
  expect(gone([...only(at('2026-01-15T01:00Z', '2025-12-17T01:00Z')), ...today])).toEqual(['2026-01-15T05:00Z'])
  expect(gone([...only(at('2025-12-01T01:00Z')), ...today])).toContain('2025-12-01T01:00Z')
  const many = only(at(...Array.from({ length: 8 }, (_, hour) => `2026-01-15T0${hour}:30Z`)))
  expect(gone(many)).toHaveLength(3)
})
