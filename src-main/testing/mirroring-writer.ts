import { startMission } from '../engine/start-mission'
import { bringViewsInStep } from '../engine/views/keep-views'
import { openWorkspace } from '../engine/workspace'

/** Starts missions and writes the file views after each, saying when the commit was acknowledged, until it is ended. */
export function mirror(root: string, missions: readonly string[], rounds: number): void {
  const workspace = openWorkspace(root, { mode: 'read-write', busyTimeout: 20_000 })
  for (let round = 0; round < rounds; round += 1) {
    const id = missions[round % missions.length] ?? ''
    startMission({ workspace, now: new Date(), agent: 'writer' }, { id, summary: `Round ${round} of ${process.pid} ü` })
    process.stdout.write(`${round}\n`)
    bringViewsInStep(workspace, { backlog: true })
  }
  workspace.close()
}
