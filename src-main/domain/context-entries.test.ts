import { describe, expect, test } from 'vitest'
import { appendEntry, CONSTRAINT, DECISION, entriesOf, NEXT_STEP } from './context-entries'
import { DomainError } from './fault'
import { lineJson } from './json-text'
import { objectOf } from './stored-document'

const AT = '2025-03-06T09:00:00Z'
const added = (text: string, kind = DECISION) => {
  const document = objectOf(text, 'context')
  appendEntry(document, kind, { text: 'new', at: AT }, 'context')
  return lineJson(document)
}

describe('an added entry takes the shape of the list', () => {
  test.each([
    ['texts', '{"decisions_made": ["old"]}', '{"decisions_made": ["old", "new"]}'],
    [
      'objects with a day',
      '{"decisions_made": [{"date": "2025-01-01", "decision": "old"}]}',
      '{"decisions_made": [{"date": "2025-01-01", "decision": "old"}, {"date": "2025-03-06", "decision": "new"}]}',
    ],
    [
      'objects with a time, text first, and keys of their own',
      '{"decisions_made": [{"title": "old", "by": "x", "timestamp": "2025-01-01T00:00:00Z"}]}',
      `{"decisions_made": [{"title": "old", "by": "x", "timestamp": "2025-01-01T00:00:00Z"}, {"title": "new", "timestamp": "${AT}"}]}`,
    ],
    ['an empty list', '{"decisions_made": []}', '{"decisions_made": [{"date": "2025-03-06", "decision": "new"}]}'],
    ['no list yet', '{"a": 1.0}', '{"a": 1.0, "decisions_made": [{"date": "2025-03-06", "decision": "new"}]}'],
    ['null', '{"decisions_made": null}', '{"decisions_made": [{"date": "2025-03-06", "decision": "new"}]}'],
    [
      'the last of a mixed list',
      '{"decisions_made": [{"decision": "a"}, "b"]}',
      '{"decisions_made": [{"decision": "a"}, "b", "new"]}',
    ],
  ])('%s', (_shape, before, after) => {
    expect(added(before)).toBe(after)
  })

  test('and constraints are kept likewise', () => {
    expect(added('{}', CONSTRAINT)).toBe('{"constraints": [{"date": "2025-03-06", "constraint": "new"}]}')
    expect(added('{"constraints": ["a"]}', CONSTRAINT)).toBe('{"constraints": ["a", "new"]}')
  })

  test('but something else in its place is left alone', () => {
    expect(() => added('{"decisions_made": {"first": "old"}}')).toThrow(DomainError)
  })
})

test('entries of every shape are read, in stored order', () => {
  const text =
    '{"decisions_made": ["plain", {"date": "2025-01-02", "decision": "dated", "mission": "B1"}, {"ts": "soon", "title": "no time"}, {"odd": 1}, 7]}'
  expect(entriesOf(objectOf(text, 'context'), DECISION)).toEqual([
    { text: 'plain', at: { at: null, raw: null }, mission: null },
    { text: 'dated', at: { at: Date.UTC(2025, 0, 2), raw: '2025-01-02' }, mission: 'B1' },
    { text: 'no time', at: { at: null, raw: 'soon' }, mission: null },
    { text: '{"odd": 1}', at: { at: null, raw: null }, mission: null },
    { text: '7', at: { at: null, raw: null }, mission: null },
  ])
  expect(entriesOf(objectOf('{"decisions_made": "none"}', 'context'), DECISION)).toEqual([])
})

test('next steps stand in a section of their own', () => {
  const steps = (text: string) => entriesOf(objectOf(text, 'context'), NEXT_STEP).map((entry) => entry.text)
  expect(steps('{"next_session_context": {"when_we_resume": ["Pick up B1"]}}')).toEqual(['Pick up B1'])
  expect(steps('{"next_session_context": "later", "when_we_resume": ["no"]}')).toEqual([])
})

test('an object entry names the mission it came from', () => {
  const document = objectOf('{"constraints": ["a text has no room for it"]}', 'context')
  appendEntry(document, DECISION, { text: 'new', at: AT, mission: 'B1' }, 'context')
  appendEntry(document, CONSTRAINT, { text: 'new', at: AT, mission: 'B1' }, 'context')
  expect(lineJson(document)).toBe(
    '{"constraints": ["a text has no room for it", "new"], "decisions_made": [{"date": "2025-03-06", "decision": "new", "mission": "B1"}]}',
  )
})
