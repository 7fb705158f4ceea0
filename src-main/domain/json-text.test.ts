import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from './json-document'
import { canonicalJson, lineJson, lineJsonBytes, prettyJson } from './json-text'

const document = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }).map((value) => JSON.stringify(value))

describe('the texts of JSON', () => {
  test('each form reads back as the same document, and its line is as long as was said', () => {
    fc.assert(
      fc.property(document, (text) => {
        const value = parseJson(text)
        for (const form of [lineJson(value), prettyJson(value), canonicalJson(value)]) {
          expect(JSON.parse(form)).toEqual(JSON.parse(text))
        }
        expect(lineJsonBytes(value)).toBe(Buffer.byteLength(lineJson(value)))
      }),
      { numRuns: 100 },
    )
  })

  test('the pretty form is the one every program of this convention writes', () => {
    fc.assert(
      fc.property(document, (text) => {
        // Their numbers are not compared: ours keep the spelling they had.
        fc.pre(!/[\d]/.test(text) && !text.includes('__proto__'))
        expect(prettyJson(parseJson(text))).toBe(JSON.stringify(JSON.parse(text), null, 2))
      }),
    )
  })

  test('keys are sorted by code point, beyond the basic plane too', () => {
    expect(canonicalJson(parseJson('{"\\uff61":1,"😀":2,"b":3,"a":4,"B":5}'))).toBe('{"B":5,"a":4,"b":3,"｡":1,"😀":2}')
  })

  test.each([
    ['{}', 2],
    ['[]', 2],
    ['[1,2.50]', 9],
    ['{"ü":"\\u0001\\n\\"é"}', 22],
    ['null', 4],
  ])('the line of %s takes %d bytes', (text, bytes) => {
    expect(lineJsonBytes(parseJson(text))).toBe(bytes)
  })
})
