import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownSha256, sha256 } from './sha256'

const known = (text: string) => createHash('sha256').update(text).digest('hex')

test('equals the library for every length around the ends of blocks', () => {
  for (let length = 0; length < 260; length += 1) expect(ownSha256('a'.repeat(length))).toBe(known('a'.repeat(length)))
})

test('equals the library for long texts, on both sides of where the library takes over', () => {
  for (const length of [4_000, 8_191, 8_192, 8_193, 20_000]) {
    expect(ownSha256('ü'.repeat(length))).toBe(known('ü'.repeat(length)))
    expect(sha256('ü'.repeat(length))).toBe(known('ü'.repeat(length)))
  }
})

test('equals the library for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(ownSha256(text)).toBe(known(text))
    }),
    { numRuns: 100 },
  )
})
