import { sql } from 'drizzle-orm'
import { DomainError } from '../../domain/fault'
import { startMission } from '../../engine/start-mission'
import { type OpenWorkspace, openWorkspace } from '../../engine/workspace'
import { checkLedger } from './ledger'
import { type Scenario, stage } from './scenario'

const MISSIONS = 400

/** The disk is full in the middle of work: what was refused left no trace, and the same window goes on once there is space. */
export const fullDisk: Scenario = async (folder) => {
  const database = stage(folder, ['w'], { missions: MISSIONS })
  const workspace = openWorkspace({ root: folder, database }, { mode: 'read-write', busyTimeout: 1_000 })
  try {
    const pages = limitPages(workspace, 0)
    limitPages(workspace, pages + 12)
    const before = startUntilRefused(workspace, 0)
    const full = checkLedger(database, before.acknowledged)
    limitPages(workspace, 1_000_000)
    const after = startUntilRefused(workspace, before.acknowledged.length, 20)
    const all = [...before.acknowledged, ...after.acknowledged]
    const { problems } = checkLedger(database, all)
    return {
      figures: `${before.acknowledged.length} acknowledged before "${before.refusal}", ${full.stored} stored then, ${after.acknowledged.length} more once there was space`,
      problems: [
        ...full.problems,
        ...problems,
        ...(full.unheard === 0 ? [] : ['a refused action left its event']),
        ...(before.refusal === 'disk_full' ? [] : [`the refusal was ${before.refusal}, not disk_full`]),
        ...(after.acknowledged.length === 20 ? [] : [`afterwards it was refused: ${after.refusal}`]),
      ],
    }
  } finally {
    workspace.close()
  }
}

/** The limit is the connection's own, as a full disk would be for it; 0 only asks. Answers with the pages there are. */
function limitPages({ store }: OpenWorkspace, pages: number): number {
  return store.read((reader) => {
    if (pages > 0) reader.all(sql.raw(`PRAGMA max_page_count = ${pages}`))
    return Number(reader.all<{ page_count: number }>(sql`PRAGMA page_count`)[0]?.page_count)
  })
}

function startUntilRefused(workspace: OpenWorkspace, from: number, most = MISSIONS) {
  const acknowledged: string[] = []
  for (let turn = from; turn < Math.min(from + most, MISSIONS); turn++) {
    const summary = `w/${turn}`
    try {
      startMission({ workspace, now: new Date(), agent: 'cmos' }, { id: `w-${turn}`, summary })
      acknowledged.push(summary)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return { acknowledged, refusal: error.code }
    }
  }
  return { acknowledged, refusal: 'none' }
}
