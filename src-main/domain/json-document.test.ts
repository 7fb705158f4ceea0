import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JsonSyntaxError, parseJson } from './json-document'
import { canonicalJson, lineJson, prettyJson, utf8Length } from './json-text'

describe('stored JSON', () => {
  test.each([
    '1.0',
    '-0',
    '1e5',
    '0.10',
    '12345678901234567890',
    'NaN',
    '-Infinity',
    '[1.50, {"a": 2.0}]',
    '{"b": 1, "a": 2, "1": 3, "__proto__": {"x": 1}}',
    '{"text": "é \\" \\\\ \\n \\u0001 — 漢 😀"}',
  ])('comes back as it was spelled: %s', (text) => {
    expect(lineJson(parseJson(text))).toBe(text)
  })

  test('keeps the last of duplicate keys, in the first place', () => {
    expect(lineJson(parseJson('{"a": 1, "b": 2, "a": 3}'))).toBe('{"a": 3, "b": 2}')
  })

  test.each(['', '{', '[1,]', '{"a" 1}', '{a: 1}', '"open', '"\u0001"', '01', '1 2', 'nul', '{"a": 1}}', "{'a': 1}"])(
    'is refused when it is no JSON: %j',
    (text) => {
      expect(() => parseJson(text)).toThrow(JsonSyntaxError)
    },
  )

  test('is refused, not crashed on, when it is nested without end', () => {
    expect(() => parseJson('['.repeat(100_000))).toThrow(JsonSyntaxError)
  })

  test('means the same to every other reader', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const plain: unknown = JSON.parse(text)
        expect(JSON.parse(lineJson(parseJson(text)))).toEqual(plain)
        expect(JSON.parse(prettyJson(parseJson(text)))).toEqual(plain)
        expect(JSON.parse(canonicalJson(parseJson(text)))).toEqual(plain)
      }),
    )
  })

  test('is printed with two spaces a level and empty containers on one line', () => {
    expect(prettyJson(parseJson('{"a":[],"b":{},"c":[1,{"d":null}]}'))).toBe(
      '{\n  "a": [],\n  "b": {},\n  "c": [\n    1,\n    {\n      "d": null\n    }\n  ]\n}',
    )
  })

  test('sorts keys by code point for the hash, as other programs do', () => {
    expect(canonicalJson(parseJson('{"\u{1F600}": 1, "\uFF5E": 2, "a": {"c": 1, "b": 2}}'))).toBe(
      '{"a":{"b":2,"c":1},"\uFF5E":2,"\u{1F600}":1}',
    )
  })

  test('is measured in bytes of UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text))
      }),
    )
  })
})
