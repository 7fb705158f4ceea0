import { statSync } from 'node:fs'
import type { ActionScope } from '../engine/action'
import { completeMission } from '../engine/complete-mission'
import { keepUp } from '../engine/snapshots/keep-up'
import { startMission } from '../engine/start-mission'
import { type OpenWorkspace, openWorkspace } from '../engine/workspace'

/** What a number of start and complete actions took, and what they left on the disk. */
export interface Cycles {
  readonly perSecond: number
  /** Bytes by which the store and the archive of its snapshots grew, by cycle. */
  readonly growth: number
}

/** Starts and completes missions in turn, as a window does that stays open; what actions put off is done too. */
export function runCycles(root: string, ids: readonly string[], cycles: number): Cycles {
  const workspace = openWorkspace(root, { mode: 'read-write', busyTimeout: 5_000, undoable: false })
  try {
    const before = sizeOf(workspace)
    const start = performance.now()
    for (let cycle = 0; cycle < cycles; cycle += 1) act(workspace, ids[cycle % ids.length] ?? '')
    const seconds = (performance.now() - start) / 1_000
    return { perSecond: cycles / seconds, growth: (sizeOf(workspace) - before) / cycles }
  } finally {
    workspace.close()
  }
}

function act(workspace: OpenWorkspace, id: string): void {
  const scope: ActionScope = { workspace, now: new Date(), agent: 'bench' }
  startMission(scope, { id, summary: 'Started to see how long it takes' })
  keepUp(workspace, scope.now)
  completeMission(scope, { id, summary: 'Completed to see how long it takes', notes: 'It took a moment.' })
  keepUp(workspace, scope.now)
}

function sizeOf({ root, database }: OpenWorkspace): number {
  const files = [database, `${database}-wal`, `${root}/db/desk.sqlite`]
  return files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
}
