import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentTexts, type KeptTexts } from './document-texts'
import { type JsonObject, type JsonValue, parseJson } from './json-document'
import { canonicalJson, lineJsonBytes, prettyJson } from './json-text'

const value = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }).map(
  (json): (() => JsonValue) =>
    () =>
      parseJson(JSON.stringify(json)),
)
const key = fc.oneof(
  fc.constantFrom('working_memory', 'next_session_context', 'context_health', 'session_history', '1', '__proto__'),
  fc.string({ unit: 'binary' }),
)
const object = fc.array(fc.tuple(key, value), { maxLength: 8 }).map((entries) => () => objectOf(entries))
const document = fc.array(fc.tuple(key, fc.oneof(value, object)), { maxLength: 8 }).map(objectOf)

function objectOf(entries: readonly (readonly [string, () => JsonValue])[]): JsonObject {
  return new Map(entries.map(([name, make]) => [name, make()]))
}

function expectTexts(of: JsonObject, kept: KeptTexts): void {
  expect(documentTexts(of, kept)).toMatchObject({
    pretty: prettyJson(of),
    canonical: canonicalJson(of),
    lineBytes: lineJsonBytes(of),
  })
}

test('the texts of a document are those of each form by itself', () => {
  fc.assert(
    fc.property(document, (found) => expectTexts(found, new WeakMap())),
    { numRuns: 500 },
  )
})

test('they stay so while sections are changed and parts are replaced and moved', () => {
  const change = fc.record({ section: key, name: key, value, append: fc.boolean(), at: fc.nat(3) })
  fc.assert(
    fc.property(document, fc.array(change, { maxLength: 6 }), (found, changes) => {
      const kept: KeptTexts = new WeakMap()
      expectTexts(found, kept)
      for (const { section, name, value: make, append, at } of changes) {
        const place = found.get(section)
        const old = place instanceof Map ? place.get(name) : undefined
        const next = append && Array.isArray(old) ? [...old.slice(at), make(), ...old.slice(0, at)] : make()
        if (place instanceof Map && isChanging(section)) place.set(name, next)
        else if (isChanging(section)) found.set(section, next)
        else found.set(section, [...found].filter(([other]) => !isChanging(other))[at]?.[1] ?? next)
        expectTexts(found, kept)
      }
    }),
    { numRuns: 300 },
  )
})

test('what did not change is not written again', () => {
  const entry = parseJson('{"mission": "M1", "n": 1.0}')
  const memory: JsonObject = new Map([['session_history', [entry]]])
  const kept: KeptTexts = new WeakMap()
  const found: JsonObject = new Map([['working_memory', memory]])
  documentTexts(found, kept)
  // Changed against the rule, so that it can be seen: the text that was kept is the one that is used.
  if (entry instanceof Map) entry.set('n', 'changed')
  expect(documentTexts(found, kept).pretty).toContain('"n": 1.0')
  expect(documentTexts(found, new WeakMap()).pretty).toContain('"n": "changed"')
})

function isChanging(section: string): boolean {
  return ['working_memory', 'next_session_context', 'context_health'].includes(section)
}
