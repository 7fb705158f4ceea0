import { expect, test } from 'vitest'
import { pathWithin, sentenceWithin } from './path-within'

test('a path inside the folder loses the folder', () => {
  expect(pathWithin('/work/cmos', '/work/cmos/missions/backlog.yaml')).toBe('missions/backlog.yaml')
  expect(pathWithin('C:\\work\\cmos', 'C:\\work\\cmos\\SESSIONS.jsonl')).toBe('SESSIONS.jsonl')
})

test('a path outside the folder stays whole, also beside one whose name only begins alike', () => {
  expect(pathWithin('/work/cmos', '/home/exports/backlog.yaml')).toBe('/home/exports/backlog.yaml')
  expect(pathWithin('/work/cmos', '/work/cmos-old/backlog.yaml')).toBe('/work/cmos-old/backlog.yaml')
  expect(pathWithin('/work/cmos', '/work/cmos')).toBe('/work/cmos')
})

test('a sentence loses the folder wherever it names something inside it', () => {
  expect(
    sentenceWithin('/work/cmos', '/work/cmos/db/cmos.sqlite is damaged; see /work/cmos-old/a and /work/cmos/b.'),
  ).toBe('db/cmos.sqlite is damaged; see /work/cmos-old/a and b.')
})
