import * as z from 'zod/mini'
import { storedTime } from './stored-time'

/** How a context stands against its size limit; `unreadable` when its text is no JSON object. */
export const CONTEXT_HEALTH = ['ok', 'near_limit', 'over_limit', 'unreadable'] as const
export type ContextHealth = (typeof CONTEXT_HEALTH)[number]

/** A context without its text. */
export const contextSummary = z.object({
  id: z.string(),
  /** Measured as one line of JSON, which is how every program of this convention measures it. */
  sizeKb: z.number(),
  limitKb: z.number(),
  updatedAt: storedTime,
  /** Who wrote it last, told by the event of that moment; null when none tells. */
  by: z.nullable(z.string()),
  snapshots: z.int(),
  health: z.enum(CONTEXT_HEALTH),
  /** Why its text cannot be read; null when it can. */
  fault: z.nullable(z.string()),
})
export type ContextSummary = z.infer<typeof contextSummary>

/** A context's text, or that of one of its snapshots. */
export const contextText = z.object({
  id: z.string(),
  /** The snapshot that was asked for; null for the context as it is now. */
  snapshot: z.nullable(z.int()),
  text: z.string(),
  /** Equal content has an equal hash, whatever its spacing; a change names the one it was made from. */
  hash: z.string(),
  updatedAt: storedTime,
  fault: z.nullable(z.string()),
})
export type ContextText = z.infer<typeof contextText>

/** A copy of a context that was kept when it changed. */
export const contextSnapshot = z.object({
  id: z.int(),
  at: storedTime,
  /** As stored, spacing included. */
  storedKb: z.number(),
  source: z.nullable(z.string()),
  session: z.nullable(z.string()),
  /** As stored; other programs compute it in ways of their own. */
  hash: z.string(),
  /** Another program removed its text to save space: only its hash is left. */
  pruned: z.boolean(),
})
export type ContextSnapshot = z.infer<typeof contextSnapshot>

/** One place where two versions of a context differ; null on the side that has nothing there. */
export const contextDifference = z.object({
  path: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
})
export type ContextDifference = z.infer<typeof contextDifference>

/** What a change to a context really wrote. */
export const contextReceipt = z.object({
  id: z.string(),
  /** False when the context held exactly that already; nothing was written then. */
  changed: z.boolean(),
  hash: z.string(),
  sizeKb: z.number(),
  /** The snapshot of what it became. */
  snapshot: z.nullable(z.int()),
  /** The snapshot of what it was before; null when there was nothing. */
  previousSnapshot: z.nullable(z.int()),
  /** What was done, in a sentence without its full stop. */
  summary: z.string(),
  warnings: z.array(z.string()),
  /** Takes it back; null when it wrote nothing, or created the context. */
  undo: z.nullable(z.string()),
})
export type ContextReceipt = z.infer<typeof contextReceipt>

/** A decision of the project, from the contexts, the decisions table, or both. */
export const decision = z.object({
  text: z.string(),
  at: storedTime,
  /** The row in the decisions table; null when only the master context holds it. */
  row: z.nullable(z.int()),
  inContext: z.boolean(),
  status: z.nullable(z.string()),
  category: z.nullable(z.string()),
  sprintId: z.nullable(z.string()),
})
export type Decision = z.infer<typeof decision>
