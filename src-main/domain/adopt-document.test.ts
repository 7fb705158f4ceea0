import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adoptDocument } from './adopt-document'
import { type JsonObject, parseJson } from './json-document'

const objectOf = (value: unknown): JsonObject => {
  const parsed = parseJson(JSON.stringify(value))
  if (!(parsed instanceof Map)) throw new Error('No object')
  return parsed
}

function keysOf(value: unknown, path = ''): string[] {
  if (!(value instanceof Map)) return []
  return [...value].flatMap(([key, item]) => [`${path}/${key}`, ...keysOf(item, `${path}/${key}`)])
}

const key = fc.constantFrom('a', 'b', 'working_memory', 'context_health', 'last_session', 'decisions_made')
const { document } = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.constantFrom('2024-01-01', '2025-01-01')),
  value: fc.oneof({ depthSize: 'small' }, tie('leaf'), fc.array(tie('leaf'), { maxLength: 3 }), tie('document')),
  document: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
}))

test('no key of either side is lost, unless the winner holds no object where it stood', () => {
  fc.assert(
    fc.property(document, document, (stored, inFile) => {
      const [store, file] = [objectOf(stored), objectOf(inFile)]
      const adopted = adoptDocument(store, file)
      for (const name of [...store.keys(), ...file.keys()]) expect(adopted.has(name)).toBe(true)
      const found = new Set(keysOf(adopted))
      const both = [...keysOf(store), ...keysOf(file)].filter((path) => !found.has(path))
      for (const lost of both) {
        const above = lost.slice(0, lost.lastIndexOf('/'))
        const objects = [store, file].filter((side) => keysOf(side).some((path) => path.startsWith(`${above}/`)))
        expect(objects.length).toBe(1)
      }
    }),
  )
})

test('taking the same file twice changes nothing the second time', () => {
  fc.assert(
    fc.property(document, document, (stored, inFile) => {
      const file = objectOf(inFile)
      const once = adoptDocument(objectOf(stored), file)
      expect(adoptDocument(once, file)).toEqual(once)
    }),
  )
})
