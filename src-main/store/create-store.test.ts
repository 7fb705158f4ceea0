import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as schema from '../../drizzle/schema'
import { DomainError } from '../domain/fault'
import { startChild } from '../testing/child'
import { rows, tempFolder } from '../testing/temp-workspace'
import { createStore } from './create-store'

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  throw new Error('It was not refused')
}

test('a new store has the columns that every generation has, and nothing else lies beside it', () => {
  const path = join(tempFolder(), 'db', 'cmos.sqlite')
  createStore(path, { seededAt: '2025-03-06T09:00:00Z' })
  for (const table of Object.values(schema)) {
    const { name, columns } = getTableConfig(table)
    expect(rows(path, `SELECT name FROM pragma_table_info('${name}') ORDER BY cid`)).toEqual(
      columns.map((column) => ({ name: column.name })),
    )
  }
  expect(rows(path, 'SELECT * FROM metadata')).toEqual([{ key: 'seeded_at', value: '2025-03-06T09:00:00Z' }])
  expect(rows(path, 'PRAGMA user_version')).toEqual([{ user_version: 0 }])
  expect(rows(path, 'PRAGMA journal_mode')).toEqual([{ journal_mode: 'delete' }])
  expect(readdirSync(join(path, '..'))).toEqual(['cmos.sqlite'])
})

test('nothing that is there is ever replaced', () => {
  const path = join(tempFolder(), 'cmos.sqlite')
  writeFileSync(path, 'mine')
  expect(codeOf(() => createStore(path, { seededAt: '' }))).toBe('exists')
  expect(readFileSync(path, 'utf8')).toBe('mine')
})

test('a place that cannot be written is said to be, and nothing is left there', () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'db'), 'a file where a folder should be')
  expect(codeOf(() => createStore(join(folder, 'db', 'cmos.sqlite'), { seededAt: '' }))).toBe('read_only')
  expect(readdirSync(folder)).toEqual(['db'])
})

test('rows put in by a plain program fit it', async () => {
  const path = join(tempFolder(), 'cmos.sqlite')
  createStore(path, { seededAt: '' })
  const child = startChild(
    `const db = new Database(process.argv.at(-1)); db.exec("INSERT INTO missions VALUES ('H1', NULL, 'One', 'Queued', NULL, NULL, NULL); INSERT INTO session_events (raw_event) VALUES ('{}')"); console.log(db.prepare('SELECT * FROM active_missions').all().length)`,
    { args: [path] },
  )
  expect(await child.line()).toBe('0')
  expect(existsSync(`${path}-journal`)).toBe(false)
})
