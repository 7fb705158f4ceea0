import { describe, expect, test } from 'vitest'
import { jsonDifferences } from './json-difference'
import { parseJson } from './json-document'
import { lineJson } from './json-text'

function changes(before: string, after: string): [string, string | null, string | null][] {
  const line = (value: Parameters<typeof lineJson>[0] | undefined) => (value === undefined ? null : lineJson(value))
  return jsonDifferences(parseJson(before), parseJson(after)).map((found) => [
    found.path,
    line(found.before),
    line(found.after),
  ])
}

describe('two documents', () => {
  test.each([
    ['the same content in another order and spacing', '{"a":1,"b":[1,2]}', '{ "b": [1, 2], "a": 1 }', []],
    ['a changed value deep inside', '{"a":{"b":{"c":1}}}', '{"a":{"b":{"c":2}}}', [['a.b.c', '1', '2']]],
    [
      'keys that came and went',
      '{"old":1,"same":0}',
      '{"same":0,"new":[]}',
      [
        ['old', '1', null],
        ['new', null, '[]'],
      ],
    ],
    ['null is something, absence is nothing', '{"a":null}', '{}', [['a', 'null', null]]],
    ['a number that is spelled anew', '{"a":1.0}', '{"a":1}', [['a', '1.0', '1']]],
    ['another kind of value', '{"a":{"b":1}}', '{"a":[1]}', [['a', '{"b": 1}', '[1]']]],
    ['another kind of document', '[]', '{}', [['', '[]', '{}']]],
    [
      'keys that are no names',
      '{"a b":1,"":2,"0":3}',
      '{"a b":2,"":3,"0":4}',
      [
        ['["a b"]', '1', '2'],
        ['[""]', '2', '3'],
        ['["0"]', '3', '4'],
      ],
    ],
    [
      'a key every object inherits',
      '{}',
      '{"__proto__":1,"constructor":2}',
      [
        ['__proto__', null, '1'],
        ['constructor', null, '2'],
      ],
    ],
  ])('differ: %s', (_what, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected)
  })
})

describe('two lists', () => {
  test.each([
    ['an item that went shifts the others and changes none', '[1,2,3,4]', '[2,3,4]', [['[0]', '1', null]]],
    [
      'a full window moves on by one',
      '[1,2,3]',
      '[2,3,4]',
      [
        ['[0]', '1', null],
        ['[2]', null, '4'],
      ],
    ],
    ['an item that changed is compared inside', '[{"a":1,"b":1},7]', '[{"a":1,"b":2},7]', [['[0].b', '1', '2']]],
    ['an item in between', '["a","c"]', '["a","b","c"]', [['[1]', null, '"b"']]],
    [
      'more went than came',
      '[1,2,3,9]',
      '[4,9]',
      [
        ['[0]', '1', '4'],
        ['[1]', '2', null],
        ['[2]', '3', null],
      ],
    ],
    ['equal items are told apart by their place', '[1,1,1]', '[1,1]', [['[2]', '1', null]]],
    ['lists in lists', '{"a":[[1],[2]]}', '{"a":[[1],[2,3]]}', [['a[1][1]', null, '3']]],
  ])('differ: %s', (_what, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected)
  })

  test('too long to align are compared place by place', () => {
    const numbers = Array.from({ length: 1_200 }, (_, index) => index)
    const found = changes(JSON.stringify(numbers), JSON.stringify(numbers.map((number) => number + 5_000)))
    expect(found).toHaveLength(1_200)
    expect(found[7]).toEqual(['[7]', '7', '5007'])
  })
})
