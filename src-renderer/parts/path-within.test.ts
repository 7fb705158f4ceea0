import { expect, test } from 'vitest'
import { pathWithin, sentenceWithin } from './path-within'

test('a path inside the folder loses the folder', () => {
  expect(pathWithin('/projects/cmos', '/projects/cmos/missions/backlog.yaml')).toBe('missions/backlog.yaml')
  expect(pathWithin('C:\\work\\cmos', 'C:\\work\\cmos\\SESSIONS.jsonl')).toBe('SESSIONS.jsonl')
})

test('a path outside the folder stays whole, also beside one whose name only begins alike', () => {
  expect(pathWithin('/projects/cmos', '/home/exports/backlog.yaml')).toBe('/home/exports/backlog.yaml')
  expect(pathWithin('/projects/cmos', '/projects/cmos-old/backlog.yaml')).toBe('/projects/cmos-old/backlog.yaml')
  expect(pathWithin('/projects/cmos', '/projects/cmos')).toBe('/projects/cmos')
})

test('a sentence loses the folder wherever it names something inside it', () => {
  expect(
    sentenceWithin(
      '/projects/cmos',
      '/projects/cmos/db/cmos.sqlite is damaged; see /projects/cmos-old/a and /projects/cmos/b.',
    ),
  ).toBe('db/cmos.sqlite is damaged; see /projects/cmos-old/a and b.')
})
