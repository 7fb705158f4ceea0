import { dirname, join } from 'node:path'
import { createBackup } from '../../engine/backups/create-backup'
import { listBackups } from '../../engine/backups/list-backups'
import { pruneBackups } from '../../engine/backups/prune-backups'
import { completeMission } from '../../engine/complete-mission'
import { historyOf } from '../../engine/snapshots/snapshot-history'
import { startMission } from '../../engine/start-mission'
import { openWorkspace } from '../../engine/workspace'
import { readNewestEvents } from '../../store/read-events'
import { checkLedger } from './ledger'
import { type Scenario, stage } from './scenario'

const CLOCKS = ['2026-06-01T12:00:00Z', '2026-06-01T11:00:00Z', '2025-01-01T00:00:00Z', '2026-06-01T12:00:01Z'] as const

/** The clock is set back between two actions: what happened keeps its order, and no backup is let go because of it. */
export const clockSetBack: Scenario = async (folder) => {
  const database = stage(folder, ['w'])
  const place = { database, userData: join(folder, 'user-data') }
  const workspace = openWorkspace(
    { root: dirname(dirname(database)), database },
    { mode: 'read-write', busyTimeout: 1_000 },
  )
  try {
    const said = CLOCKS.flatMap((clock, turn) => {
      const scope = { workspace, now: new Date(clock), agent: 'cmos' }
      startMission(scope, { id: 'w-0', summary: `start ${turn}` })
      completeMission(scope, { id: 'w-0', summary: `complete ${turn}`, notes: clock, promote: 'none' })
      createBackup({ ...place, reason: 'asked', now: scope.now })
      pruneBackups({ ...place, now: scope.now })
      return [`start ${turn}`, `complete ${turn}`]
    })
    const order = workspace.store.read((reader) => readNewestEvents(reader, 100)).map(({ summary }) => summary ?? '')
    const sessions = workspace.store.read((reader) => {
      const history = historyOf(workspace.store, reader, 'project_context')
      return history
        .page({ limit: 100 })
        .map(({ id }) => JSON.parse(history.version(id)?.text ?? '{}').working_memory.session_count)
    })
    const newest = listBackups(place)[0]
    const { problems } = checkLedger(database, said)
    return {
      figures: `${said.length} actions under ${CLOCKS.length} clocks, ${order.length} events and ${sessions.length} snapshots in the order they happened, ${listBackups(place).length} backups kept`,
      problems: [
        ...problems,
        ...(order.join() === [...said].reverse().join() ? [] : [`the events came as ${order.join(', ')}`]),
        ...(sessions.every((count, index) => count === sessions.length - index)
          ? []
          : ['the snapshots lost their order']),
        ...(newest?.takenAt === new Date(CLOCKS[3]).toISOString() ? [] : ['the newest backup was let go']),
      ],
    }
  } finally {
    workspace.close()
  }
}
