import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFailureLog } from './failure-log'

let userData: string
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'desk-log-'))
})
afterEach(() => rmSync(userData, { recursive: true, force: true }))

const lines = () =>
  readFileSync(join(userData, 'log', 'desk.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('an error is one line with its kind, code and stack, whatever line breaks it has', () => {
  const log = openFailureLog(userData, () => new Date('2026-01-02T03:04:05Z'))
  log('missions.board', Object.assign(new Error('first\nsecond {"ts":"forged"}'), { code: 'SQLITE_ERROR' }))
  expect(lines()).toEqual([
    expect.objectContaining({
      ts: '2026-01-02T03:04:05.000Z',
      where: 'missions.board',
      kind: 'Error',
      code: 'SQLITE_ERROR',
    }),
  ])
})

test('the words of SQLite and of notes stay out of it', () => {
  const log = openFailureLog(userData)
  log('missions.add', new SyntaxError('Unexpected token in "secret note"'))
  log('missions.add', new Error('near "secret note": syntax error'))
  log('missions.add', 'secret note')
  expect(JSON.stringify(lines())).not.toContain('secret note')
})

test('only the operator can read it', () => {
  openFailureLog(userData)('x', new Error('y'))
  expect(statSync(join(userData, 'log', 'desk.jsonl')).mode & 0o777).toBe(0o600)
  expect(statSync(join(userData, 'log')).mode & 0o777).toBe(0o700)
})

test('a full log is put aside, and a folder that cannot be written is no failure', () => {
  const log = openFailureLog(userData)
  log('x', new Error('first'))
  writeFileSync(join(userData, 'log', 'desk.jsonl'), 'x'.repeat(1_000_001))
  log('x', new Error('second'))
  expect(lines()).toHaveLength(1)
  writeFileSync(join(userData, 'file'), '')
  expect(() => openFailureLog(join(userData, 'file'))('x', new Error('y'))).not.toThrow()
})
