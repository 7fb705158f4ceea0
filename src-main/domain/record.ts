import * as z from 'zod/mini'
import { storedTime } from './stored-time'

/** What a project remembers piece by piece, besides its two context documents. */
export const RECORD_KINDS = ['decision', 'constraint', 'learning', 'next_step', 'session'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** The kinds that a person writes down; sessions are begun and ended by agents. */
export const CAPTURE_KINDS = ['learning', 'next_step'] as const
export type CaptureKind = (typeof CAPTURE_KINDS)[number]

/** One piece of what a project remembers, wherever its store keeps it. */
export const memory = z.object({
  kind: z.enum(RECORD_KINDS),
  text: z.string(),
  at: storedTime,
  /** Its id in the table of its kind; null when no row holds it. */
  row: z.nullable(z.string()),
  /** The contexts that hold it. */
  contexts: z.array(z.string()),
  /** The session it was said in. */
  session: z.nullable(z.string()),
  missionId: z.nullable(z.string()),
  sprintId: z.nullable(z.string()),
  category: z.nullable(z.string()),
  status: z.nullable(z.string()),
})
export type Memory = z.infer<typeof memory>

/** Where a store keeps one kind, and why nothing can be added where it cannot. */
export const shelf = z.object({
  kind: z.enum(RECORD_KINDS),
  /** False when this store has no place for that kind at all. */
  kept: z.boolean(),
  /** Why none can be added here; null when one can. */
  obstacle: z.nullable(z.string()),
})
export type Shelf = z.infer<typeof shelf>

/** What writing a piece of memory really did. */
export const captureReceipt = z.object({
  kind: z.enum(RECORD_KINDS),
  row: z.string(),
  summary: z.string(),
  warnings: z.array(z.string()),
  undo: z.nullable(z.string()),
})
export type CaptureReceipt = z.infer<typeof captureReceipt>
