import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { completeMission } from '../../engine/complete-mission'
import { archiveFile } from '../../engine/snapshots/archive-file'
import { keepUp } from '../../engine/snapshots/keep-up'
import { startMission } from '../../engine/start-mission'
import { type OpenWorkspace, openWorkspace } from '../../engine/workspace'
import { newDatabase } from '../../store/connection'
import { readContextHeads } from '../../store/read-contexts'
import { archivedSnapshots, checkLedger, unreadableSnapshots } from './ledger'
import { type Scenario, stage } from './scenario'

/** Bytes that a start and a complete may add to all files together, with every snapshot kept. */
const MOST = 2_048
/** Until the contexts hold as much as they ever do. */
const WARM_UP = 60
const SUMMARY = 'Did what there was to do and said so in a sentence of the length that agents write'

/** What each start and complete adds to the store and to the archive beside it, in bytes. */
export interface Growth {
  readonly store: number
  readonly archive: number
  readonly contextBytes: number
  readonly cyclesPerSecond: number
}

/** Missions are started and completed again and again: how much the files of the workspace grow by it. */
export function snapshotGrowth(fillerKb: number): Scenario {
  return async (folder, { cycles }) => {
    const database = stage(folder, ['w'])
    const { store, archive, contextBytes, cyclesPerSecond } = measureGrowth(database, { cycles, fillerKb })
    const archived = archivedSnapshots(database)
    const { problems } = checkLedger(database, [])
    return {
      figures: `${cycles} cycles, contexts of ${(contextBytes / 1024).toFixed(1)} KB: the store grew ${Math.round(store)} and the archive ${Math.round(archive)} bytes a cycle, ${archived} snapshots archived, ${Math.round(cyclesPerSecond)} cycles a second`,
      problems: [
        ...problems,
        ...unreadableSnapshots(database),
        ...(store + archive <= MOST ? [] : [`a cycle added ${Math.round(store + archive)} bytes, more than ${MOST}`]),
      ],
    }
  }
}

/** Starts and completes a mission so many times, with what comes after each action, once the contexts have their full size. */
export function measureGrowth(
  database: string,
  { cycles, fillerKb }: { readonly cycles: number; readonly fillerKb: number },
): Growth {
  const place = { root: dirname(dirname(database)), database }
  if (fillerKb > 0) fill(database, fillerKb)
  const workspace = openWorkspace(place, { mode: 'read-write', busyTimeout: 1_000, undoable: false })
  try {
    work(workspace, 'warming up', WARM_UP)
    const before = sizes(workspace)
    const start = performance.now()
    const contextBytes = work(workspace, 'at work', cycles)
    const seconds = (performance.now() - start) / 1_000
    const after = sizes(workspace)
    return {
      store: (after.store - before.store) / cycles,
      archive: (after.archive - before.archive) / cycles,
      contextBytes,
      cyclesPerSecond: cycles / seconds,
    }
  } finally {
    workspace.close()
  }
}

/** Answers how large a context is afterwards. */
function work(workspace: OpenWorkspace, name: string, cycles: number): number {
  for (let turn = 0; turn < cycles; turn++) {
    const scope = { workspace, now: new Date(), agent: 'cmos' }
    const id = `w-${turn % 40}`
    startMission(scope, { id, summary: `${SUMMARY}, ${name} ${turn}` })
    keepUp(workspace, scope.now)
    completeMission(scope, { id, summary: `${SUMMARY}, ${name} ${turn}.`, notes: 'done', promote: 'none' })
    keepUp(workspace, scope.now)
  }
  return workspace.store.read(readContextHeads)[0]?.bytes ?? 0
}

function sizes({ database, store }: OpenWorkspace): { store: number; archive: number } {
  const size = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return { store: size(database), archive: size(archiveFile(store) ?? '') }
}

/** Gives both contexts so much that the project knows, between what every action changes. */
function fill(database: string, kilobytes: number): void {
  const decisions: { id: number; decision: string }[] = []
  for (let bytes = 0; bytes < kilobytes * 1024; bytes += 190) {
    const words = Array.from({ length: 18 }, () => Math.random().toString(36).slice(2, 9))
    decisions.push({ id: decisions.length, decision: words.join(' ') })
  }
  const client = newDatabase(database, {})
  client
    .prepare('UPDATE contexts SET content = ?')
    .run(JSON.stringify({ working_memory: {}, decisions_made: decisions, context_health: {} }, null, 2))
  client.close()
}
