import { type SQL, sql } from 'drizzle-orm'
import type { BriefColumns } from '../domain/mission-brief'
import type { MissionRow } from '../domain/stored-mission'
import type { Capabilities } from './capabilities'
import type { Reader } from './store'
import { textOrEmpty, textOrNull } from './stored-value'

const BATCH = 2_000
export const BEFORE_ALL_ROWS = Number.MIN_SAFE_INTEGER

type Row = readonly unknown[]

/**
 * The missions after a row, in row order, so many at most that a statement stays short. Their JSON is left out where no
 * list needs it: most missions are over or not begun. An orchestration envelope always names its pattern.
 */
export function readMissionBatch(reader: Reader, capabilities: Capabilities, after = BEFORE_ALL_ROWS): MissionRow[] {
  const json = sql`status IN ('Blocked', 'In Progress', 'Current')
    OR (status NOT IN ('Queued') AND completed_at IS NULL)
    OR instr(metadata, '"pattern"') > 0`
  return reader
    .values<unknown[]>(
      sql`SELECT ${missionColumns(capabilities, json)} FROM missions WHERE rowid > ${after} ORDER BY rowid LIMIT ${BATCH}`,
    )
    .map(missionOf)
}

/** The whole rows of a page of missions, in no particular order. */
export function readMissionsByRow(reader: Reader, capabilities: Capabilities, rows: readonly number[]): MissionRow[] {
  if (rows.length === 0) return []
  const columns = missionColumns(capabilities, sql`1`)
  return reader
    .values<unknown[]>(
      sql`SELECT ${columns} FROM missions WHERE rowid IN (SELECT value FROM json_each(${JSON.stringify(rows)}))`,
    )
    .map(missionOf)
}

/** What only a mission's own page shows: its notes and its specification. */
export function readMissionText(
  reader: Reader,
  capabilities: Capabilities,
  row: number,
): { readonly notes: string | null; readonly brief: BriefColumns } | undefined {
  const [found] = reader.values<unknown[]>(
    sql`SELECT notes, ${sql.join(briefColumns(capabilities), sql`, `)} FROM missions WHERE rowid = ${row} LIMIT 1`,
  )
  if (found === undefined) return undefined
  const [notes, ...brief] = found
  return { notes: textOrNull(notes), brief: briefOf(brief) }
}

const BRIEF = ['objective', 'context', 'success_criteria', 'deliverables', 'reference_docs'] as const

/** The columns of a mission's specification; NULL where a generation has none. */
export function briefColumns(capabilities: Capabilities): SQL[] {
  return BRIEF.map((column) => optionalColumn(capabilities, column))
}

/** What was read from those columns, in their order. */
export function briefOf(values: readonly unknown[]): BriefColumns {
  return Object.fromEntries(BRIEF.map((column, index) => [column, textOrNull(values[index])]))
}

function missionColumns(capabilities: Capabilities, withJson: SQL): SQL {
  const optional = (column: string) => optionalColumn(capabilities, column)
  return sql`rowid, id, name, status, sprint_id, completed_at, ${optional('created_at')}, ${optional('started_at')},
    CASE WHEN ${withJson} THEN metadata END, CASE WHEN ${withJson} THEN ${optional('domain_fields')} END`
}

/** The column, or NULL in a store without it. */
export function optionalColumn(capabilities: Capabilities, column: string): SQL {
  return capabilities.has('missions', column) ? sql`${sql.identifier(column)}` : sql`NULL`
}

function missionOf(row: Row): MissionRow {
  return {
    row: Number(row[0]),
    id: textOrEmpty(row[1]),
    name: textOrEmpty(row[2]),
    status: textOrEmpty(row[3]),
    sprintId: textOrNull(row[4]),
    completedAt: textOrNull(row[5]),
    createdAt: textOrNull(row[6]),
    startedAt: textOrNull(row[7]),
    metadata: textOrNull(row[8]),
    domainFields: textOrNull(row[9]),
  }
}

/** Those of the ids that missions have. */
export function knownMissions(reader: Reader, ids: readonly string[]): ReadonlySet<string> {
  const found = reader.values<[string]>(
    sql`SELECT id FROM missions WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
  return new Set(found.map(([id]) => id))
}
