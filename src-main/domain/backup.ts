import * as z from 'zod/mini'

/** Why a backup was made: asked for, by itself, or before something that replaces or rewrites rows. */
export const BACKUP_REASONS = [
  'asked',
  'automatic',
  'before restore',
  'before seed',
  'before migration',
  'before reset',
  'before packaging',
  'before repair',
] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** How many rows each table holds. */
export const tableCounts = z.record(z.string(), z.number())
export type TableCounts = z.output<typeof tableCounts>

/** What is known of a backup, as kept beside it; `verifiedAt` is null once a later check found it damaged. */
export const backupRecord = z.object({
  format: z.literal(1),
  database: z.string(),
  takenAt: z.string(),
  verifiedAt: z.nullable(z.string()),
  reason: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  schemaHash: z.string(),
  tables: tableCounts,
  /** The copy of the desk database beside it, with the archived snapshots; absent where there was none. */
  desk: z.optional(z.nullable(z.object({ bytes: z.number(), sha256: z.string() }))),
})
export type BackupRecord = z.output<typeof backupRecord>

/** A backup as it is listed. One that is not verified counts for nothing: it is never restored, and protects nothing. */
export const backup = z.object({
  name: z.string(),
  takenAt: z.nullable(z.string()),
  bytes: z.number(),
  verified: z.boolean(),
  reason: z.nullable(z.string()),
  tables: tableCounts,
})
export type Backup = z.output<typeof backup>

/** What a check of a backup found; no problems means that it can be restored. */
export const backupCheck = z.object({
  name: z.string(),
  ok: z.boolean(),
  problems: z.array(z.string()),
  milliseconds: z.number(),
})
export type BackupCheck = z.output<typeof backupCheck>

/** One table whose number of rows differs between two stores; null where the table does not exist. */
export const tableChange = z.object({
  table: z.string(),
  before: z.nullable(z.number()),
  after: z.nullable(z.number()),
})
export type TableChange = z.output<typeof tableChange>

/** A mission that would come back, go, or stand elsewhere; null where it does not exist. */
export const missionDifference = z.object({
  id: z.string(),
  name: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
})
export type MissionDifference = z.output<typeof missionDifference>

/** What a restore would do; nothing can be said of a store that is missing or cannot be read. */
export const restorePreview = z.object({
  name: z.string(),
  takenAt: z.string(),
  store: z.enum(['readable', 'unreadable', 'missing']),
  changes: z.array(tableChange),
  /** The first of `missionsTotal`. */
  missions: z.array(missionDifference),
  missionsTotal: z.int(),
})
export type RestorePreview = z.output<typeof restorePreview>

/** Where the backups of a workspace are, and how many stay. */
export const backupPolicy = z.object({
  folder: z.string(),
  ofToday: z.int(),
  days: z.int(),
  weeks: z.int(),
  count: z.int(),
  bytes: z.int(),
})

/** What a restore did. */
export const restoreReceipt = z.object({
  restored: z.string(),
  /** The verified backup of what was there before; null when that could not be read or did not exist. */
  safety: z.nullable(z.string()),
  /** Folder with the raw copy of an unreadable store; null when there was none. */
  quarantine: z.nullable(z.string()),
  changes: z.array(tableChange),
  warnings: z.array(z.string()),
})
export type RestoreReceipt = z.output<typeof restoreReceipt>

/** The tables in which two stores differ in their number of rows, by name. */
export function tableChanges(before: TableCounts, after: TableCounts): TableChange[] {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return tables
    .map((table) => ({ table, before: before[table] ?? null, after: after[table] ?? null }))
    .filter((change) => change.before !== change.after)
}
