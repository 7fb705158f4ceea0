import { DomainError } from '../domain/fault'
import type { JsonObject } from '../domain/json-document'
import { lineJson } from '../domain/json-text'
import { otherEvent } from '../domain/lifecycle-event'
import { checkNewId } from '../domain/mission-id'
import type { MissionReceipt } from '../domain/mission-receipt'
import { applySpec, type SpecInput } from '../domain/mission-spec'
import { canonicalStatus, LIFECYCLE_STATUSES, type MissionStatus, PARKED_STATUSES } from '../domain/mission-status'
import { findMission } from '../store/mission-rows'
import { insertRow } from '../store/write-rows'
import { type Action, type ActionScope, runAction } from './action'
import { requireSprint } from './sprints'

export interface AddMissionInput extends SpecInput {
  readonly id: string
  readonly name: string
  readonly sprintId: string | null
  readonly status?: string | undefined
  readonly notes?: string | undefined
  readonly agent?: string | undefined
}

/** Adds a mission at the end of the queue. Older programs log nothing of it, and neither do we in their stores. */
export function addMission(scope: ActionScope, input: AddMissionInput): MissionReceipt {
  return runAction(scope, 'add', (action) => {
    insertMission(action, scope, input)
    return undefined
  })
}

/** Adds a mission as a part of an action. */
export function insertMission(action: Action, scope: ActionScope, input: AddMissionInput): void {
  const { tx, capabilities } = action
  if (input.sprintId !== null) requireSprint(tx, input.sprintId)
  if (findMission(tx, capabilities, input.id) !== undefined) {
    throw new DomainError('exists', `Mission ${input.id} already exists.`, { id: input.id })
  }
  checkNewId(input.id)
  const metadata: JsonObject = new Map()
  applySpec(metadata, input)
  const status = statusOf(input.status, false)
  if (status === 'Completed') metadata.set('completed_at', action.at)
  action.touch({ table: 'missions', id: input.id })
  const now = scope.now.toISOString()
  insertRow(tx, capabilities, 'missions', {
    id: input.id,
    sprint_id: input.sprintId,
    name: input.name,
    status,
    completed_at: status === 'Completed' ? action.at : null,
    notes: input.notes ?? null,
    metadata: metadata.size === 0 ? null : lineJson(metadata),
    ...(capabilities.has('missions', 'created_at') ? { created_at: now } : {}),
    ...(capabilities.has('missions', 'updated_at') ? { updated_at: now } : {}),
  })
  action.wrote(input.id, status)
  if (capabilities.enforcesTransitions) {
    const said = {
      ts: action.at,
      agent: input.agent ?? scope.agent,
      mission: input.id,
      summary: `Added: ${input.name}`,
    }
    action.log(otherEvent(said, { action: 'create', status }))
  }
}

/** The status a caller named, in any case; nothing named means Queued. Parked ones count where the store has them. */
export function statusOf(text: string | undefined, parking: boolean): MissionStatus {
  if (text === undefined || text === '') return 'Queued'
  const choices: readonly MissionStatus[] = parking ? [...LIFECYCLE_STATUSES, ...PARKED_STATUSES] : LIFECYCLE_STATUSES
  const status = canonicalStatus(text)
  if (status !== undefined && choices.includes(status)) return status
  throw new DomainError('invalid_input', `Invalid status '${text}'. Choose from: ${choices.join(', ')}.`)
}
