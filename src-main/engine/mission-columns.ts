import { changeDomainFields, type FieldsChange } from '../domain/domain-fields'
import { lineJson } from '../domain/json-text'
import type { MissionChange } from '../domain/mission-change'
import { objectOf } from '../domain/stored-document'
import type { Capabilities } from '../store/capabilities'
import type { MissionRow } from '../store/mission-rows'
import type { Columns } from '../store/write-rows'

/** The columns to write for a change: those every store has, and those a newer store keeps in step with them. */
export function missionColumns(
  row: MissionRow,
  change: MissionChange,
  fields: Omit<FieldsChange, 'to'>,
  capabilities: Capabilities,
  now: Date,
): Columns {
  return {
    status: change.status,
    ...(change.completedAt === row.completedAt ? {} : { completed_at: change.completedAt }),
    ...(change.notes === row.notes ? {} : { notes: change.notes }),
    metadata: change.metadata.size === 0 ? null : lineJson(change.metadata),
    ...newerColumns(row, change, fields, capabilities, now),
  }
}

function newerColumns(
  row: MissionRow,
  change: MissionChange,
  fields: Omit<FieldsChange, 'to'>,
  capabilities: Capabilities,
  now: Date,
): Columns {
  const columns: Record<string, string | null> = {}
  if (capabilities.has('missions', 'updated_at')) columns.updated_at = now.toISOString()
  if (capabilities.has('missions', 'started_at') && change.status === 'In Progress' && row.startedAt === null) {
    columns.started_at = now.toISOString()
  }
  if (capabilities.enforcesTransitions && capabilities.has('missions', 'domain_fields')) {
    const stored = objectOf(row.domainFields, `domain_fields of mission ${row.id}`)
    if (changeDomainFields(stored, row.status, { ...fields, to: change.status }))
      columns.domain_fields = lineJson(stored)
  }
  return columns
}
