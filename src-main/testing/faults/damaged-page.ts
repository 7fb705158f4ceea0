import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createBackup } from '../../engine/backups/create-backup'
import { restoreBackup } from '../../engine/backups/restore-backup'
import { checkStore } from '../../engine/check-store'
import { completeMission } from '../../engine/complete-mission'
import { startMission } from '../../engine/start-mission'
import { openWorkspace } from '../../engine/workspace'
import { newDatabase } from '../../store/connection'
import { checkLedger } from './ledger'
import { codeOf } from './refusal'
import { type Scenario, stage } from './scenario'

/** A page of the store is damaged: it is found, nothing is written beside it, and a restore brings everything back. */
export const damagedPage: Scenario = async (folder) => {
  const database = stage(folder, ['w'])
  const root = dirname(dirname(database))
  const place = { database, userData: join(folder, 'user-data') }
  const before = openWorkspace({ root, database }, { mode: 'read-write', busyTimeout: 1_000 })
  const said = Array.from({ length: 20 }, (_, turn) => `turn ${turn}`)
  said.forEach((summary, turn) => {
    const scope = { workspace: before, now: new Date(), agent: 'cmos' }
    if (turn % 2 === 0) startMission(scope, { id: 'w-0', summary })
    else completeMission(scope, { id: 'w-0', summary, notes: '', promote: 'none' })
  })
  before.close()
  const { name } = createBackup({ ...place, reason: 'asked', now: new Date() })
  damage(database, 'session_events')
  const bytes = readFileSync(database)
  const check = checkStore({ database })
  const workspace = openWorkspace({ root, database }, { mode: 'read-write', busyTimeout: 1_000 })
  const refused = codeOf(() => {
    if (check.damage !== null) workspace.store.distrust(check.damage)
    startMission({ workspace, now: new Date(), agent: 'cmos' }, { id: 'w-1' })
  })
  workspace.close()
  const untouched = readFileSync(database).equals(bytes)
  const { quarantine } = await restoreBackup({ ...place, name, now: new Date() })
  const { problems } = checkLedger(database, said)
  return {
    figures: `found in ${check.milliseconds} ms, then "${refused}"; restored, ${said.length} of ${said.length} events are there, the damaged file is kept`,
    problems: [
      ...problems,
      ...(check.damage !== null ? [] : ['the check found nothing']),
      ...(refused === 'read_only' ? [] : [`an action on it was ${refused}`]),
      ...(untouched ? [] : ['the damaged file was written']),
      ...(quarantine !== null || problems.length === 0 ? [] : ['the damaged file was not kept']),
    ],
  }
}

/** Overwrites the first page of a table, as a failing disk would. */
function damage(database: string, table: string): void {
  const client = newDatabase(database, { fileMustExist: true })
  const page = Number(client.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table))
  const size = Number(client.pragma('page_size', { simple: true }))
  client.close()
  const bytes = readFileSync(database)
  bytes.fill(0xaa, (page - 1) * size, page * size)
  writeFileSync(database, bytes)
}
