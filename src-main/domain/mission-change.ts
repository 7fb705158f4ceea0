import type { JsonObject } from './json-document'
import type { MissionStatus } from './mission-status'

/** A mission as the lifecycle sees it: its stored columns, with the metadata read for changing. */
export interface StoredMission {
  readonly id: string
  readonly sprintId: string | null
  readonly name: string
  readonly status: string
  readonly completedAt: string | null
  readonly notes: string | null
  readonly metadata: JsonObject
}

/** The columns an action writes. */
export interface MissionChange {
  readonly status: MissionStatus
  readonly completedAt: string | null
  readonly notes: string | null
  readonly metadata: JsonObject
}

/** How this store's programs keep notes: older ones replace them (we keep the old ones), newer ones append. */
export type NotesStyle = 'replace' | 'append'
