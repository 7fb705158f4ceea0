import { describe, expect, test } from 'vitest'
import { checkText, compareTexts, findIn, mergeTexts, readText, withValueAt } from './document-work'

describe('a text', () => {
  test('is shown indented, with its numbers and keys as they are', () => {
    const { shown, problem } = readText('{"b":1.0,"a":[12345678901234567890]}')
    expect(problem).toBeNull()
    expect(shown.text).toBe('{\n  "b": 1.0,\n  "a": [\n    12345678901234567890\n  ]\n}')
    expect([...shown.lines]).toEqual([0, 2, 14, 23, 48, 52])
    expect(shown.longest).toBe(24)
  })

  test('that is no JSON is shown as it stands, with what is wrong and where', () => {
    expect(readText('{"a": 1,\n "b" 2}')).toMatchObject({
      shown: { text: '{"a": 1,\n "b" 2}' },
      problem: { line: 2, column: 6, sentence: 'Unexpected character "2"' },
    })
  })

  test('can be saved as a context when it is an object', () => {
    expect(checkText('{"a": 1}', { asContext: true })).toEqual({ problem: null, sizeKb: 0.01 })
    expect(checkText('[1]', { asContext: true }).problem?.sentence).toContain('object')
    expect(checkText('[1]', { asContext: false }).problem).toBeNull()
    expect(checkText('{"a": }', { asContext: false }).problem).toMatchObject({ line: 1, column: 7 })
  })
})

test('what changed is counted by section, and told word by word in texts', () => {
  const { sections, total } = compareTexts(
    '{"memory": {"count": 1, "last": "one two three"}, "gone": 1, "a.b": 1}',
    '{"memory": {"count": 2, "last": "one 2 three"}, "come": [1], "a.b": 2}',
  )
  expect(total).toBe(5)
  expect(sections.map(({ name, total: count }) => [name, count])).toEqual([
    ['memory', 2],
    ['gone', 1],
    ['["a.b"]', 1],
    ['come', 1],
  ])
  expect(sections[0]?.differences[1]?.words).toEqual([
    { text: 'one ', side: 'both' },
    { text: 'two', side: 'before' },
    { text: '2', side: 'after' },
    { text: ' three', side: 'both' },
  ])
  expect(sections[3]?.differences[0]).toMatchObject({ before: null, after: '[\n  1\n]', words: null })
  expect(compareTexts('{"a": []}', '{"a": [{"x": "one", "y": 1.0}]}').sections[0]?.differences[0]?.after).toBe(
    'x: one · y: 1.0',
  )
  expect(compareTexts('not json', '{"a": 1}')).toMatchObject({ total: 1 })
  expect(compareTexts('{"a":1.0}', '{ "a": 1.0 }')).toEqual({ sections: [], total: 0 })
})

test('what was typed is joined with what others wrote, and asks where both changed', () => {
  const order = { base: '{"a":1,"b":1}', mine: '{"a":2,"b":2}', theirs: '{"a":1,"b":3,"c":1.0}', choices: [] }
  expect(mergeTexts(order)).toEqual({
    text: '{\n  "a": 2,\n  "b": 3,\n  "c": 1.0\n}',
    collisions: [{ path: 'b', base: '1', mine: '2', theirs: '3' }],
    theirChanges: 2,
  })
  expect(mergeTexts({ ...order, choices: [['b', 'mine']] }).text).toContain('"b": 2')
  expect(mergeTexts({ ...order, theirs: '{' }).text).toBeNull()
})

test('one place of a document is replaced, the rest stays as it is', () => {
  const text = '{"b": 1.0, "list": [{"x": 1}, 2]}'
  expect(withValueAt(text, ['list', 0, 'x'], '{"deep": 1e5}')).toBe(
    '{\n  "b": 1.0,\n  "list": [\n    {\n      "x": {\n        "deep": 1e5\n      }\n    },\n    2\n  ]\n}',
  )
  expect(withValueAt(text, [], '{"whole": 1}')).toBe('{\n  "whole": 1\n}')
  expect(withValueAt(text, ['gone', 1], '1')).toBeNull()
  expect(withValueAt(text, ['b'], '{')).toBeNull()
})

test('words are found whatever their case, as typed and not as a pattern', () => {
  expect([...findIn('{"a": "One (1) one"}', 'ONE')]).toEqual([7, 15])
  expect([...findIn('{"a": "say \\"hi\\""}', 'say "hi"')]).toEqual([7])
  expect([...findIn('{"a": "(1)"}', '(1)')]).toEqual([7])
  expect([...findIn('{"a": 1}', '  ')]).toEqual([])
})
