import { DomainError } from '../domain/fault'
import { deskFile, openDeskDatabase } from '../store/desk-database'
import { stuckMissions } from '../store/read-triage'
import { readsOf } from '../store/reads'
import { readSnoozes, removeSnooze, saveSnooze } from '../store/snooze-rows'
import { type ActionScope, unknownMission } from './action'

export interface SnoozeInput {
  readonly id: string
  /** Epoch milliseconds; null wakes it. */
  readonly until: number | null
}

/** Leaves a case that needs a person alone until a time, or wakes it. The store itself is not written. */
export function snoozeMission({ workspace, now }: ActionScope, { id, until }: SnoozeInput): SnoozeInput {
  const { capabilities } = workspace.store
  if (!capabilities.writable) {
    throw new DomainError('read_only', `Nothing can be snoozed here: ${capabilities.readOnlyReason ?? 'read-only.'}`)
  }
  const file = deskFile(workspace.root)
  if (until === null) wake(file, id)
  else {
    const since = sinceOfCase(workspace, id, now)
    if (until <= now.getTime()) throw new DomainError('invalid_input', 'That time has passed. Choose a later one.')
    inDesk(file, (desk) => saveSnooze(desk, { mission: id, until, since }, now.getTime()))
  }
  return { id, until }
}

function sinceOfCase(workspace: ActionScope['workspace'], id: string, now: Date): string | null {
  const around = readsOf(workspace.store).surroundings(now.getTime())
  if (around.backlog.mission(id) === undefined) throw unknownMission(id, 'acting')
  const stuck = stuckMissions(around).find(({ mission, tab }) => mission.id === id && tab === 'people')
  if (stuck !== undefined) return stuck.since.raw
  throw new DomainError('conflict', `Mission ${id} does not wait for a person, so there is nothing to snooze.`, { id })
}

function wake(file: string, id: string): void {
  if (readSnoozes(file).some(({ mission }) => mission === id)) inDesk(file, (desk) => removeSnooze(desk, id))
}

/** Ends the snooze of a case that somebody was asked about; answers why it could not be ended. */
export function wakeCase(root: string, id: string): string[] {
  try {
    wake(deskFile(root), id)
    return []
  } catch {
    return [`Mission ${id} is snoozed and could not be woken; wake it in Triage.`]
  }
}

/** The file is closed again at once, as for the audit log. */
function inDesk(file: string, work: (desk: ReturnType<typeof openDeskDatabase>) => void): void {
  const desk = openDeskDatabase(file)
  try {
    work(desk)
  } finally {
    desk.close()
  }
}
