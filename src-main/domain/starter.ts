import * as z from 'zod/mini'
import { finding, waiver } from './finding'

/** One file of the workspace, and why it goes into a package or stays out of it. */
export const starterEntry = z.object({
  /** In the workspace, with `/` between its parts. A left-out folder stands for everything in it, and ends with `/`. */
  path: z.string(),
  /** Null where nobody looked: in a folder that stays out as a whole. */
  bytes: z.nullable(z.number()),
  included: z.boolean(),
  reason: z.string(),
})
export type StarterEntry = z.output<typeof starterEntry>

/** What a package would hold: every file with its reason, and every finding that stops it until it is waived. */
export const starterPreview = z.object({
  workspace: z.string(),
  /** Files that go in first, then those that stay out; by path. */
  entries: z.array(starterEntry),
  /** Of the files that go in. */
  files: z.number(),
  bytes: z.number(),
  findings: z.array(finding),
})
export type StarterPreview = z.output<typeof starterPreview>

/** A package that was written and read back. */
export const starterReceipt = z.object({
  archive: z.string(),
  checksum: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** Files in it, its manifest among them. */
  files: z.number(),
  waived: z.array(waiver),
  /** The name of the verified backup of the store, made before; null when there is no store. */
  safety: z.nullable(z.string()),
})
export type StarterReceipt = z.output<typeof starterReceipt>

/** What a reset would do to the workspace. */
export const resetPreview = z.object({
  workspace: z.string(),
  /** Rows that go, by table; tables without any are not named. Null when the store cannot be read. */
  rows: z.nullable(z.array(z.object({ table: z.string(), rows: z.number() }))),
  /** Files that go, with the reason. All of them are kept in an archive first. */
  removed: z.array(z.object({ path: z.string(), bytes: z.number(), reason: z.string() })),
  /** Files that are written anew, with the reason; `bytes` is what is there now, null where nothing is. */
  rewritten: z.array(z.object({ path: z.string(), bytes: z.nullable(z.number()), reason: z.string() })),
  /** The folder outside the workspace where the backup of the store and the archive of the files will be. */
  keptIn: z.string(),
})
export type ResetPreview = z.output<typeof resetPreview>

/** What a reset did, and where everything that went can be found. */
export const resetReceipt = z.object({
  workspace: z.string(),
  /** The name of the verified backup of the store; null when there was no store or it could not be read. */
  safety: z.nullable(z.string()),
  /** The verified archive of the files that went; null when none did. */
  archive: z.nullable(z.string()),
  removed: z.array(z.string()),
  written: z.array(z.string()),
  /** What a check afterwards found; empty means that the workspace is sound. */
  problems: z.array(z.string()),
})
export type ResetReceipt = z.output<typeof resetReceipt>
