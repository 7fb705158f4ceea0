import { sql } from 'drizzle-orm'
import type { Capabilities } from './capabilities'
import type { Reader } from './store'
import { textOrEmpty, textOrNull } from './stored-value'

/** A row of the store's own telemetry table. */
export interface TelemetryTableRow {
  readonly id: number
  readonly sourcePath: string
  readonly ts: string | null
  readonly mission: string | null
  readonly payload: string
}

/** Rows after an id, in order; empty on stores without the table. Payloads are cut at a megabyte. */
export function readTelemetryTable(
  reader: Reader,
  capabilities: Capabilities,
  after: number,
  limit: number,
): TelemetryTableRow[] {
  if (!capabilities.has('telemetry_events', 'payload')) return []
  return reader
    .values<unknown[]>(
      sql`SELECT id, source_path, ts, mission, substr(payload, 1, 1000000) FROM telemetry_events WHERE id > ${after} ORDER BY id LIMIT ${limit}`,
    )
    .map(([id, sourcePath, ts, mission, payload]) => ({
      id: Number(id),
      sourcePath: textOrEmpty(sourcePath),
      ts: textOrNull(ts),
      mission: textOrNull(mission),
      payload: textOrEmpty(payload),
    }))
}

/** The beginning of one row's payload; undefined when the row is gone. */
export function readTelemetryPayload(reader: Reader, id: number, length: number): string | undefined {
  const row = reader.get<{ payload: unknown }>(
    sql`SELECT substr(payload, 1, ${length}) AS payload FROM telemetry_events WHERE id = ${id}`,
  )
  return row === undefined ? undefined : textOrEmpty(row.payload)
}
