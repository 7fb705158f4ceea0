import { join } from 'node:path'
import { createBackup } from '../../engine/backups/create-backup'
import { restoreBackup } from '../../engine/backups/restore-backup'
import { startMission } from '../../engine/start-mission'
import { openWorkspace } from '../../engine/workspace'
import { newDatabase } from '../../store/connection'
import { startActor } from './actors'
import { checkLedger } from './ledger'
import { pythonSqlite } from './python-actor'
import { type Journal, type Scenario, stage } from './scenario'

/** A restore while a window and other programs have the store open: all see the restored rows, and can go on writing. */
export function restoreBesideOthers(journal: Journal): Scenario {
  return async (folder) => {
    const python = pythonSqlite()
    const database = stage(folder, ['w'], { journal })
    const place = { database, userData: join(folder, 'user-data') }
    const window = openWorkspace({ root: folder, database }, { mode: 'read-write', busyTimeout: 1_000 })
    const others = [
      startActor({ kind: 'watch', database }),
      ...(python === null ? [] : [startActor({ kind: 'watch', database, language: 'python' })]),
    ]
    try {
      const saw = await Promise.all(others.map((other) => other.next()))
      const { name } = createBackup({ ...place, reason: 'asked', now: new Date() })
      execute(database, "DELETE FROM missions WHERE id > 'w-2'")
      const damaged = await Promise.all(others.map((other) => other.ask()))
      const receipt = await restoreBackup({ ...place, name, now: new Date() })
      const restored = await Promise.all(others.map((other) => other.ask()))
      startMission({ workspace: window, now: new Date(), agent: 'cmos' }, { id: 'w-9', summary: 'after' })
      const { problems } = checkLedger(database, ['after'])
      const mode = execute(database, 'PRAGMA journal_mode')
      return {
        figures: `${others.length} others saw ${saw.join(', ')} missions, then ${damaged.join(', ')}, restored ${restored.join(', ')}; journal ${mode} kept`,
        problems: [
          ...problems,
          ...(restored.every((count) => count === '40') ? [] : ['somebody does not see the restored rows']),
          ...(damaged.includes('40') ? ['the rows were never gone'] : []),
          ...(receipt.safety === null ? ['what was there was not kept'] : []),
          ...(mode === journal ? [] : [`the journal mode became ${mode}`]),
        ],
      }
    } finally {
      await Promise.all(others.map((other) => other.stop()))
      window.close()
    }
  }
}

function execute(database: string, statement: string): string {
  const client = newDatabase(database, { fileMustExist: true, timeout: 5_000 })
  try {
    const prepared = client.prepare(statement)
    return prepared.reader ? String(prepared.pluck().get()) : String(prepared.run().changes)
  } finally {
    client.close()
  }
}
