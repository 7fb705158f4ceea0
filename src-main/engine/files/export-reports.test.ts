import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { unwatched } from '../job'
import { exportReports } from './export-reports'

const SQL = `INSERT INTO missions (id, name, status, notes) VALUES ('r1', 'Tides', 'Completed', 'High water at nine.'),
  ('r2', 'Winds', 'Completed', ''), ('r3', 'Fog', 'Queued', ''), ('../r4', 'Odd', 'Completed', '')`

function place() {
  const { root, database } = tempWorkspace(SQL)
  return { root, database, userData: tempFolder() }
}

test('every completed mission gets its report, and one that names no file is counted', async () => {
  const order = { ...place(), overwrite: false }
  const { files, leftOut } = await exportReports(order, unwatched)
  expect(files.map(({ path, replaced }) => [path.slice(order.root.length + 1), replaced])).toEqual([
    [join('research', 'r1.md'), false],
    [join('research', 'r2.md'), false],
  ])
  expect(readFileSync(join(order.root, 'research', 'r1.md'), 'utf8')).toContain('High water at nine.')
  expect(leftOut).toMatchObject([{ table: 'missions', rows: 1 }])
})

test('nothing is written while one of them is there, unless it may be replaced', async () => {
  const order = { ...place(), folder: tempFolder(), overwrite: false }
  writeFileSync(join(order.folder, 'r2.md'), 'mine')
  await expect(exportReports(order, unwatched)).rejects.toMatchObject({ code: 'exists' })
  expect(readdirSync(order.folder)).toEqual(['r2.md'])
  const { files } = await exportReports({ ...order, overwrite: true }, unwatched)
  expect(files.map(({ replaced }) => replaced)).toEqual([false, true])
  expect(readFileSync(join(order.folder, 'r2.md'), 'utf8')).not.toBe('mine')
})

test('an export that is stopped says how many were written', async () => {
  const order = { ...place(), folder: tempFolder(), overwrite: false }
  const stop = new AbortController()
  const work = exportReports(order, { signal: stop.signal, report: () => stop.abort() })
  await expect(work).rejects.toMatchObject({ code: 'cancelled', message: expect.stringContaining('1 of 2') })
  expect(existsSync(join(order.folder, 'r2.md'))).toBe(false)
})
