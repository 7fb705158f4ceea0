import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { tempWorkspace } from '../testing/temp-workspace'
import { readBoard } from './read-board'
import { searchMissions } from './read-search'
import { readsOf } from './reads'
import { openStore } from './store'

const NOW = Date.parse('2026-01-15T12:00:00Z')

/** Missions as programs leave them: notes as text, the rest as JSON, some of it escaped. */
const MISSIONS: readonly (readonly [id: string, name: string, notes: string | null, metadata: object | null])[] = [
  ['A1', 'Cache the catalogue', 'Compared three caches; the LRU one wins.', null],
  [
    'A2',
    'Sign the build',
    null,
    { blocked_reason: 'Key expired', blocked_needs: ['A key from Zoë', 'Board approval'] },
  ],
  [
    'A3',
    'Load templates',
    null,
    { description: 'Reads them lazily', successCriteria: ['100% of them', 'under_score'] },
  ],
  ['A4', 'Nothing to say', '', { tags: ['Board', 'lazily'] }],
  ['A5', 'A name with cache', 'Nothing', null],
]

function reads(escaped = false) {
  const quoted = (text: string | null) => (text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`)
  const ascii = (json: string) =>
    escaped ? json.replaceAll(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`) : json
  const rows = MISSIONS.map(
    ([id, name, notes, metadata]) =>
      `INSERT INTO missions (id, name, status, notes, metadata) VALUES (${quoted(id)}, ${quoted(name)}, '${id === 'A2' ? 'Blocked' : 'Queued'}', ${quoted(notes)}, ${quoted(metadata && ascii(JSON.stringify(metadata)))});`,
  )
  const store = openStore(tempWorkspace(rows.join('\n')).database, { mode: 'read-only', busyTimeout: 200 })
  onTestFinished(() => store.close())
  return readsOf(store)
}

const found = async (text: string, texts = true, limit = 10, from = reads()) =>
  (await searchMissions(from, { text, texts, limit }, NOW)).map(({ id, snippet }) => [id, snippet?.place ?? null])
const shown = (filter: string) => readBoard(reads(), filter, NOW).matching

describe('searching all texts', () => {
  test('finds reasons, needs, notes and specifications, after ids and names', async () => {
    expect(await found('expired')).toEqual([['A2', 'reason']])
    expect(await found('approval')).toEqual([['A2', 'need']])
    expect(await found('lru')).toEqual([['A1', 'notes']])
    expect(await found('LAZILY')).toEqual([['A3', 'spec']])
    expect(await found('cache')).toEqual([
      ['A1', null],
      ['A5', null],
    ])
  })

  test('finds words that stand in different places of one mission', async () => {
    expect(await found('templates lazily')).toEqual([['A3', 'spec']])
    expect(await found('board expired')).toEqual([['A2', 'reason']])
    expect(await found('board lazily')).toEqual([])
  })

  test('is asked for, and stops at the limit', async () => {
    expect(await found('expired', false)).toEqual([])
    expect(await found('n', true, 2)).toHaveLength(2)
    expect(await found('key', true, 1)).toHaveLength(1)
  })

  test('takes signs of patterns and of JSON for what they are', async () => {
    expect(await found('100%')).toEqual([['A3', 'spec']])
    expect(await found('under_score')).toEqual([['A3', 'spec']])
    expect(await found('under.score')).toEqual([])
    expect(await found('blocked_needs')).toEqual([])
    expect(await found('"')).toEqual([])
    expect(await found("'; DROP TABLE missions")).toEqual([])
  })

  test('never fails, whatever is typed', async () => {
    const from = reads()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (text) => {
        expect(await searchMissions(from, { text, texts: true, limit: 5 }, NOW)).toBeInstanceOf(Array)
      }),
      { numRuns: 1_000 },
    )
  })

  test.each([false, true])('finds letters beyond ASCII, escaped in the store: %s', async (escaped) => {
    expect(await found('zoë', true, 10, reads(escaped))).toEqual([['A2', 'need']])
    expect(await found('ZOË', true, 10, reads(escaped))).toEqual([['A2', 'need']])
  })
})

test('a filter’s words look into the same texts, and can be turned round', () => {
  expect(shown('lazily')).toBe(1)
  expect(shown('cache')).toBe(2)
  expect(shown('-lazily')).toBe(4)
  expect(shown('status:blocked approval key')).toBe(1)
  expect(shown('description')).toBe(0)
})
