import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DomainError } from '../domain/fault'
import { execute, tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { findWorkspace, openWorkspace } from './workspace'

function refusal(run: () => unknown): DomainError {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('It was not refused')
}

test.each([
  ['the project folder', ''],
  ['the cmos folder', 'cmos'],
  ['the folder of the store', 'cmos/db'],
  ['the store itself', 'cmos/db/cmos.sqlite'],
  ['a folder deep inside', 'src/deep'],
])('is found from %s', (_name, path) => {
  const { project, root, database } = tempWorkspace()
  mkdirSync(join(project, 'src', 'deep'), { recursive: true })
  expect(findWorkspace(join(project, path))).toEqual({ root: realpathSync(root), database: realpathSync(database) })
})

test('stray databases beside the store do not count', () => {
  const { project, database } = tempWorkspace()
  writeFileSync(join(project, 'cmos', 'cmos.db'), '')
  writeFileSync(join(project, 'cmos', 'db', 'cmos-old.sqlite'), '')
  expect(findWorkspace(project).database).toBe(realpathSync(database))
})

test.each([
  ['a folder without one', (folder: string) => folder],
  ['a folder that does not exist', (folder: string) => join(folder, 'nowhere')],
  ['a file of another kind', (folder: string) => writtenFile(join(folder, 'notes.txt'))],
])('%s is refused by name', (_name, place) => {
  const path = place(tempFolder())
  const fault = refusal(() => findWorkspace(path, { upward: false }))
  expect([fault.code, fault.message.includes(path)]).toEqual(['not_a_store', true])
})

function writtenFile(path: string): string {
  writeFileSync(path, 'x')
  return path
}

test('the search from a folder ends at the top and says what it looked for', () => {
  expect(refusal(() => findWorkspace(tempFolder())).message).toMatch(
    /or any folder above it: no cmos.db.cmos\.sqlite was found/,
  )
})

test('a folder chosen by hand is not looked for above', () => {
  const { project } = tempWorkspace()
  mkdirSync(join(project, 'src'))
  expect(refusal(() => findWorkspace(join(project, 'src'), { upward: false })).code).toBe('not_a_store')
})

test.each([
  ['the store gives it one', "INSERT INTO metadata VALUES ('project_name', ' Harbour ')", 'Harbour'],
  ['nobody does', '', expect.stringMatching(/^cmos-test-/)],
])('has a name when %s', (_name, sql, name) => {
  const { project, database } = tempWorkspace()
  execute(database, sql)
  const workspace = openWorkspace(project, { mode: 'read-only', busyTimeout: 100 })
  onTestFinished(() => workspace.close())
  expect(workspace.name).toEqual(name)
})
