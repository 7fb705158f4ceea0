import { DomainError } from '../../domain/fault'
import { startMission } from '../../engine/start-mission'
import { openWorkspace } from '../../engine/workspace'
import { readCounts } from '../../store/read-counts'
import { startActor } from './actors'
import { checkLedger } from './ledger'
import { type Scenario, stage } from './scenario'

const PATIENCE = 250

/** Another program holds the store longer than we wait: a clear refusal, reads go on, and nothing half is stored. */
export const heldLock: Scenario = async (folder) => {
  const database = stage(folder, ['w'])
  const workspace = openWorkspace({ root: folder, database }, { mode: 'read-write', busyTimeout: PATIENCE })
  const act = (id: string) => {
    const start = performance.now()
    try {
      startMission({ workspace, now: new Date(), agent: 'cmos' }, { id, summary: id })
      return { code: 'stored', waited: performance.now() - start }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return { code: error.code, waited: performance.now() - start }
    }
  }
  try {
    const holder = startActor({ kind: 'hold', database })
    await holder.next()
    const refused = act('w-0')
    const { missions } = readCounts(workspace.store)
    await holder.kill()
    const stored = act('w-1')
    const { problems } = checkLedger(database, ['w-1'])
    return {
      figures: `"${refused.code}" after ${Math.round(refused.waited)} ms of at most ${PATIENCE}, reads went on, "${stored.code}" once it was gone`,
      problems: [
        ...problems,
        ...(refused.code === 'busy' ? [] : [`held, the action was ${refused.code}`]),
        ...(stored.code === 'stored' ? [] : [`let go, the action was ${stored.code}`]),
        ...(missions === 40 ? [] : [`a read saw ${missions} missions of 40`]),
      ],
    }
  } finally {
    workspace.close()
  }
}
