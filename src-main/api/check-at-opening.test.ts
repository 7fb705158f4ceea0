import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { checkStore } from '../engine/check-store'
import type { JobScope } from '../engine/job'
import { type JobKind, type JobOrder, type JobOutcome, jobOf } from '../engine/jobs'
import { rows, tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { createDesk, type Desk } from './desk'
import type { JobRunner } from './host'

const MISSION = "INSERT INTO missions (id, name, status) VALUES ('M1', 'One', 'Queued');"

/** Does the work of the helper process where the test is. */
const runHere: JobRunner = async <K extends JobKind>(kind: K, order: JobOrder<K>, scope: JobScope) =>
  (await jobOf(kind).run(order, scope)) as JobOutcome<K>

async function checked(database: string): Promise<{ desk: Desk; workspace: unknown }> {
  const desk = createDesk({
    host: { chooseFolder: async () => null, openLink: async () => {}, userData: tempFolder(), runJob: runHere },
    checkAfter: 0,
    watch: false,
  })
  onTestFinished(() => desk.close())
  const found = new Promise((resolve) => {
    desk.onChange(({ topics }) => topics.length === 1 && topics[0] === 'workspace' && resolve(undefined))
  })
  await desk.openPath(database)
  await found
  const reply = await desk.call('workspace.current', {})
  return { desk, workspace: reply.ok ? reply.value : reply.fault }
}

/** Overwrites the first page of a table that opening does not read, as a failing disk would. */
function damage(database: string): void {
  const [row] = rows(database, "SELECT rootpage FROM sqlite_master WHERE name = 'prompt_mappings'") as {
    rootpage: number
  }[]
  const bytes = readFileSync(database)
  const size = bytes.readUInt16BE(16)
  bytes.fill(0xaa, ((row?.rootpage ?? 0) - 1) * size, (row?.rootpage ?? 0) * size)
  writeFileSync(database, bytes)
}

test('a store is checked after it was opened, and nothing in it changes', async () => {
  const { database } = tempWorkspace(MISSION)
  const before = readFileSync(database)
  const { workspace } = await checked(database)
  expect(workspace).toMatchObject({ writable: true, check: { result: 'sound', damage: null } })
  expect(readFileSync(database).equals(before)).toBe(true)
})

test('a damaged store is only read from then on, and says what to do', async () => {
  const { database } = tempWorkspace(MISSION)
  damage(database)
  const before = readFileSync(database)
  const { desk, workspace } = await checked(database)
  expect(workspace).toMatchObject({
    writable: false,
    readOnlyReason: expect.stringMatching(/is damaged .* Restore a backup/),
    check: { result: 'damaged' },
  })
  const reply = await desk.call('missions.start', { id: 'M1' })
  expect(reply).toMatchObject({ ok: false, fault: { code: 'read_only' } })
  expect(await desk.call('missions.detail', { id: 'M1' })).toMatchObject({ ok: true })
  expect(readFileSync(database).equals(before)).toBe(true)
})

test('a giant store is not checked unasked', () => {
  const { database } = tempWorkspace(MISSION)
  truncateSync(database, 300 * 1024 * 1024)
  expect(checkStore({ database })).toMatchObject({ result: 'skipped', damage: null })
})
