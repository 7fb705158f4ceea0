import { expect, test } from 'vitest'
import { checkNewId } from './mission-id'

test.each(['B4.11_fix-ci', 'O\'Brien "quoted"', 'Sprint 08', 'é漢😀', 'x'.repeat(200), '...'])('accepts %s', (id) => {
  expect(() => checkNewId(id)).not.toThrow()
})

test.each([
  '',
  '   ',
  ' a',
  'a\n',
  'a\tb',
  'a/b',
  '../x',
  'a\\b',
  '.',
  '..',
  'x'.repeat(201),
  'a\u0000',
  'a\u2028b',
  'x'.repeat(10_000),
])('refuses %j with a short sentence', (id) => {
  expect(() => checkNewId(id)).toThrow(/cannot be an id: /)
  try {
    checkNewId(id)
  } catch (error) {
    expect(String(error).length).toBeLessThan(200)
  }
})
