import * as z from 'zod/mini'
import { tableChange, tableCounts } from './backup'

/** What a file of a workspace is read as. */
export const SOURCE_KINDS = ['backlog', 'prompts', 'context', 'sessions', 'telemetry', 'supplement'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Something that was read, but not as it stands: which one of two counts, or how a value was understood. */
export const importRemark = z.object({
  /** Relative to the folder that was read. */
  file: z.string(),
  line: z.nullable(z.int()),
  /** A sentence that names the thing and says what became of it, or why it is left out. */
  reason: z.string(),
})
export type ImportRemark = z.output<typeof importRemark>

/** One file that was looked for or found. */
export const importSource = z.object({
  file: z.string(),
  kind: z.enum(SOURCE_KINDS),
  /** Null when there is no such file. */
  bytes: z.nullable(z.number()),
  /** How many rows of each table come from it. */
  rows: tableCounts,
  /** How many of its entries could not be read; `leftOut` of the plan lists them. */
  leftOut: z.int(),
})
export type ImportSource = z.output<typeof importSource>

/** What a seed makes of a folder's files. */
export const seedPlan = z.object({
  dataRoot: z.string(),
  database: z.string(),
  /** How many rows each table will have. */
  tables: tableCounts,
  /** The rows of every table now and then; null when there is no store, or one that cannot be read. */
  replaces: z.nullable(z.array(tableChange)),
  sources: z.array(importSource),
  /** Everything that could not be read, in the order of files and lines. */
  leftOut: z.array(importRemark),
  /** Everything that was read, but not as it stands. */
  remarks: z.array(importRemark),
})
export type SeedPlan = z.output<typeof seedPlan>

/** What a seed did. */
export const seedReceipt = z.object({
  ...seedPlan.shape,
  /** The verified backup of what was there before; null when nothing readable was there. */
  safety: z.nullable(z.string()),
  /** Folder with the raw copy of an unreadable store; null when there was none. */
  quarantine: z.nullable(z.string()),
})
export type SeedReceipt = z.output<typeof seedReceipt>

/** What can be exported: one view of the store, or all of them and what they have no place for. */
export const EXPORTS = ['backlog', 'contexts', 'sessions', 'all'] as const
export type ExportKind = (typeof EXPORTS)[number]

/** What an export wrote. */
export const exportReceipt = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      bytes: z.number(),
      /** True when a file was there before. */
      replaced: z.boolean(),
      /** How many secrets were taken out, by the rule that found them. */
      redacted: z.record(z.string(), z.number()),
    }),
  ),
  /** What the store holds and these files have no place for. */
  leftOut: z.array(z.object({ table: z.string(), rows: z.int(), reason: z.string() })),
})
export type ExportReceipt = z.output<typeof exportReceipt>

/** One file that a migration writes. */
export const migratedFile = z.object({
  path: z.string(),
  /** Bytes after the migration. */
  bytes: z.number(),
  /** The copy of what was there before; null when nothing was there, or when no copies are kept. */
  backup: z.nullable(z.string()),
})

/** What a migration makes, or has made, of two workspaces. */
export const migrationReport = z.object({
  source: z.string(),
  target: z.string(),
  sessions: z.object({
    target: z.int(),
    source: z.int(),
    /** Events of the source that the target has already. */
    known: z.int(),
    merged: z.int(),
  }),
  /** Where both sides say something else and the target's word stands; dotted paths. */
  conflicts: z.array(z.object({ file: z.string(), path: z.string() })),
  files: z.array(migratedFile),
  /** What happens to the store; null when it is not touched. */
  store: z.nullable(
    z.object({
      database: z.string(),
      /** Events that the store did not have. */
      added: z.int(),
      contexts: z.array(z.string()),
      backup: z.nullable(z.string()),
    }),
  ),
  leftOut: z.array(importRemark),
  remarks: z.array(importRemark),
})
export type MigrationReport = z.output<typeof migrationReport>
