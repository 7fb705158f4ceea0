import type { JsonObject } from './stored-json'
import { metadataLayers, readObject } from './stored-json'

/** A mission's row as stored, with what newer generations add; null where the store has no such column. */
export interface MissionRow {
  /** Row order is queue order. */
  readonly row: number
  readonly id: string
  readonly name: string
  readonly status: string
  readonly sprintId: string | null
  readonly completedAt: string | null
  readonly createdAt: string | null
  readonly startedAt: string | null
  readonly metadata: string | null
  readonly domainFields: string | null
}

/** A mission's JSON columns, read. */
export interface MissionJson {
  /** `metadata`, then what is nested in it, outermost first. */
  readonly layers: readonly JsonObject[]
  readonly domain: JsonObject
  readonly fault: string | null
}

/** Reads the JSON columns of a row; text that does not parse counts as empty here and is said in `fault`. */
export function missionJson(mission: Pick<MissionRow, 'metadata' | 'domainFields'>): MissionJson {
  const metadata = readObject(mission.metadata)
  return {
    layers: metadataLayers(metadata.object),
    domain: readObject(mission.domainFields).object,
    fault: metadata.fault,
  }
}
