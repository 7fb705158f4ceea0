import { addMission } from '../engine/add-mission'
import { completeMission } from '../engine/complete-mission'
import { startMission } from '../engine/start-mission'
import { openWorkspace } from '../engine/workspace'

/** Adds, starts and completes missions until stopped or done, saying each id once its last step was acknowledged. */
export function write(database: string, name: string, count: number): void {
  const workspace = openWorkspace(database, { mode: 'read-write', busyTimeout: 20_000 })
  for (let index = 0; index < count; index += 1) {
    const id = `${name}-${index}`
    const scope = { workspace, now: new Date(), agent: name }
    addMission(scope, { id, name: id, sprintId: null })
    startMission(scope, { id })
    completeMission(scope, { id, notes: 'done', promote: 'none' })
    process.stdout.write(`${id}\n`)
  }
  workspace.close()
}
