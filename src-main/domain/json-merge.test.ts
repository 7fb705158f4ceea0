import { describe, expect, test } from 'vitest'
import { parseJson } from './json-document'
import { mergeJson, type Side } from './json-merge'
import { lineJson } from './json-text'

function merged(base: string, mine: string, theirs: string, choices: readonly (readonly [string, Side])[] = []) {
  const versions = { base: parseJson(base), mine: parseJson(mine), theirs: parseJson(theirs) }
  const { value, collisions } = mergeJson(versions, new Map(choices))
  return { text: value === undefined ? undefined : lineJson(value), paths: collisions.map(({ path }) => path) }
}

describe('two changes of one document', () => {
  test.each([
    ['different keys', '{"a":1,"b":1}', '{"a":2,"b":1}', '{"a":1,"b":2}', '{"a": 2, "b": 2}'],
    ['keys both added', '{}', '{"mine":1}', '{"theirs":1}', '{"theirs": 1, "mine": 1}'],
    ['the same change', '{"a":1}', '{"a":2}', '{"a":2}', '{"a": 2}'],
    ['a key we took out and they left', '{"a":1,"b":1}', '{"b":1}', '{"a":1,"b":2}', '{"b": 2}'],
    [
      'places deep inside',
      '{"x":{"a":1,"b":1}}',
      '{"x":{"a":2,"b":1}}',
      '{"x":{"a":1,"b":2}}',
      '{"x": {"a": 2, "b": 2}}',
    ],
    ['entries both appended', '["a"]', '["a","mine"]', '["a","theirs"]', '["a", "theirs", "mine"]'],
    ['an entry both appended', '["a"]', '["a","same"]', '["a","same"]', '["a", "same"]'],
    ['a window that moved on under an item we changed', '[1,2,3]', '[1,2,30]', '[2,3,4]', '[2, 30, 4]'],
    ['an item that we took out of a list they appended to', '[1,2,3]', '[1,3]', '[1,2,3,4]', '[1, 3, 4]'],
    ['fields of one item', '[{"a":1,"b":1}]', '[{"a":2,"b":1}]', '[{"a":1,"b":2}]', '[{"a": 2, "b": 2}]'],
    [
      'numbers as they are spelled',
      '{"a":1.0,"b":1}',
      '{"a":1.0,"b":2}',
      '{"a":12345678901234567890,"b":1}',
      '{"a": 12345678901234567890, "b": 2}',
    ],
    ['a key every object inherits', '{}', '{"__proto__":1}', '{"constructor":2}', '{"constructor": 2, "__proto__": 1}'],
  ])('are joined without a question: %s', (_what, base, mine, theirs, expected) => {
    expect(merged(base, mine, theirs)).toEqual({ text: expected, paths: [] })
  })

  test.each([
    ['one value', '{"a":1}', '{"a":2}', '{"a":3}', 'a', '{"a": 2}', '{"a": 3}'],
    ['a value we took out', '{"a":1}', '{}', '{"a":3}', 'a', '{}', '{"a": 3}'],
    ['a value they took out', '{"a":{"b":1}}', '{"a":{"b":2}}', '{}', 'a', '{"a": {"b": 2}}', '{}'],
    ['one item', '[1,"x"]', '[2,"x"]', '[3,"x"]', '[0]', '[2, "x"]', '[3, "x"]'],
    ['a stretch of a list', '[1,2,"x"]', '[9,"x"]', '[7,8,6,"x"]', '[0…]', '[9, "x"]', '[7, 8, 6, "x"]'],
    ['another kind of value', '{"a":1}', '{"a":[]}', '{"a":{}}', 'a', '{"a": []}', '{"a": {}}'],
  ])('ask about what both changed: %s', (_what, base, mine, theirs, path, ours, others) => {
    expect(merged(base, mine, theirs)).toEqual({ text: others, paths: [path] })
    expect(merged(base, mine, theirs, [[path, 'mine']])).toEqual({ text: ours, paths: [path] })
    expect(merged(base, mine, theirs, [[path, 'theirs']])).toEqual({ text: others, paths: [path] })
  })

  test('ask about each place by itself', () => {
    const choices = [['a', 'mine']] as const
    expect(merged('{"a":1,"b":1,"c":1}', '{"a":2,"b":2,"c":2}', '{"a":3,"b":3,"c":1}', choices)).toEqual({
      text: '{"a": 2, "b": 3, "c": 2}',
      paths: ['a', 'b'],
    })
  })
})
