import { DomainError } from '../domain/fault'
import type { JsonObject } from '../domain/json-document'
import { lineJson } from '../domain/json-text'
import { otherEvent } from '../domain/lifecycle-event'
import { correctStatus } from '../domain/mission-lifecycle'
import { keepNotes } from '../domain/mission-notes'
import type { MissionReceipt } from '../domain/mission-receipt'
import { applySpec, hasSpec, type SpecInput } from '../domain/mission-spec'
import type { MissionStatus } from '../domain/mission-status'
import { saveMission } from '../store/mission-rows'
import type { Columns } from '../store/write-rows'
import { type Action, type ActionScope, type LoadedMission, runAction } from './action'
import { statusOf } from './add-mission'
import { missionColumns } from './mission-columns'
import { requireSprint } from './sprints'
import { touched } from './touched'

export interface UpdateMissionInput extends SpecInput {
  readonly id: string
  readonly expect?: string | undefined
  readonly name?: string | undefined
  readonly status?: string | undefined
  /** Null takes it out of its sprint. */
  readonly sprintId?: string | null | undefined
  readonly notes?: string | undefined
  readonly agent?: string | undefined
}

const ORDER = ['name', 'status', 'sprint_id', 'notes', 'metadata']

/** Edits a mission: only what is named changes, replaced notes are kept, and a corrected status takes its dates along. */
export function updateMission(scope: ActionScope, input: UpdateMissionInput): MissionReceipt & { columns: string[] } {
  const columns = namedColumns(input)
  if (columns.length === 0) throw new DomainError('invalid_input', 'Provide at least one field to update.')
  const receipt = runAction(scope, 'update', (action) => {
    const mission = action.load(input.id, input.expect)
    const to = input.status ? statusOf(input.status, action.capabilities.parking) : null
    if (to !== null && to !== mission.status) action.judge(mission, to)
    if (input.sprintId) requireSprint(action.tx, input.sprintId)
    action.touch({ table: 'missions', id: mission.id })
    const values = edited(action, scope.now, mission, to, input)
    if (Object.keys(values).length > 0) saveMission(action.tx, action.capabilities, mission, values)
    const status = to ?? mission.status
    action.wrote(mission.id, status)
    // Programs of older stores log no plain edit, and neither do we there; a corrected status is always logged.
    if (status === mission.status && !action.capabilities.enforcesTransitions) return undefined
    const summary = `Updated ${columns.join(', ')}`
    const said = { ts: action.at, agent: input.agent ?? scope.agent, mission: mission.id, summary }
    action.log(otherEvent(said, { action: 'update', status }, { columns }))
    return undefined
  })
  return { ...receipt, columns }
}

function namedColumns(input: UpdateMissionInput): string[] {
  const named = new Set<string>()
  if (input.name) named.add('name')
  if (input.status) named.add('status')
  if (input.sprintId || input.sprintId === null) named.add('sprint_id')
  if (input.notes !== undefined) named.add('notes')
  if (hasSpec(input)) named.add('metadata')
  return ORDER.filter((column) => named.has(column))
}

function edited(
  action: Action,
  now: Date,
  mission: LoadedMission,
  to: MissionStatus | null,
  input: UpdateMissionInput,
): Columns {
  const moves = to !== null && to !== mission.status
  const change = moves ? correctStatus(mission, to, action.at) : null
  const metadata: JsonObject = change?.metadata ?? new Map(mission.metadata)
  applySpec(metadata, input)
  const replaced = input.notes !== undefined && input.notes !== mission.notes ? (mission.notes ?? '') : ''
  if (replaced.trim() !== '') keepNotes(metadata, replaced, action.at)
  const text = metadata.size === 0 ? null : lineJson(metadata)
  return {
    ...(change === null
      ? touched(action.capabilities, now)
      : missionColumns(mission.row, change, { at: action.at }, action.capabilities, now)),
    ...(text === lineJson(mission.metadata) ? {} : { metadata: text }),
    ...(input.name ? { name: input.name } : {}),
    ...(input.sprintId || input.sprintId === null ? { sprint_id: input.sprintId } : {}),
    ...(input.notes === undefined ? {} : { notes: input.notes }),
  }
}
