import { renameSync, rmSync } from 'node:fs'
import { DomainError } from '../../domain/fault'
import { startMission } from '../../engine/start-mission'
import { openWorkspace } from '../../engine/workspace'
import { checkLedger } from './ledger'
import { type Journal, type Scenario, stage } from './scenario'

/** The store is removed and another put in its place under an open window: no write goes to the wrong one. */
export function replacedStore(journal: Journal): Scenario {
  return async (folder) => {
    const database = stage(folder, ['w'], { journal })
    const other = stage(folder, ['w'], { journal })
    const workspace = openWorkspace({ root: folder, database }, { mode: 'read-write', busyTimeout: 250 })
    const act = (summary: string) => {
      try {
        startMission({ workspace, now: new Date(), agent: 'cmos' }, { id: 'w-0', summary })
        return 'stored'
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        return error.code
      }
    }
    const before = act('before')
    // As a reset script does: the store and whatever SQLite keeps beside it.
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${database}${end}`, { force: true })
    const gone = act('gone')
    renameSync(other, database)
    const replaced = act('replaced')
    workspace.close()
    const { stored, problems } = checkLedger(database, [])
    return {
      figures: `"${before}", then removed: "${gone}", then replaced: "${replaced}"; ${stored} strange events in the new store`,
      problems: [
        ...problems,
        ...(gone === 'store_replaced' ? [] : [`removed, the action was ${gone}`]),
        ...(replaced === 'store_replaced' ? [] : [`replaced, the action was ${replaced}`]),
        ...(stored === 0 ? [] : ['an event was written into the other store']),
      ],
    }
  }
}
