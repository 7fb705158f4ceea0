import { expect, test } from 'vitest'
import { JsonSyntaxError, parseJson } from './json-document'
import { placeOf } from './json-place'

test.each([
  ['', 0, 1, 1],
  ['abc', 0, 1, 1],
  ['abc', 3, 1, 4],
  ['a\nb', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['a\r\nb\n\nc', 6, 4, 1],
  ['abc', 99, 1, 4],
])('the place of a character in %j at %i is line %i, column %i', (text, position, line, column) => {
  expect(placeOf(text, position)).toEqual({ line, column })
})

test.each([
  ['{\n  "a": 1,\n}', 3, 1, 'Unexpected character "}"'],
  ['{\n  "a" 1\n}', 2, 7, 'Unexpected character "1"'],
  ['{"a": "x', 1, 7, 'A text that is not closed or holds a wrong character'],
  ['{"a": [1,', 1, 10, 'Unexpected end of text'],
])('a text that is no JSON says where: %j', (text, line, column, problem) => {
  try {
    parseJson(text)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(JsonSyntaxError)
    if (!(error instanceof JsonSyntaxError)) return
    expect({ ...placeOf(text, error.position), problem: error.problem }).toEqual({ line, column, problem })
  }
})
