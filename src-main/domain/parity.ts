import * as z from 'zod/mini'

/** The files of a workspace that show what its store holds. */
export const FILE_VIEWS = [
  'PROJECT_CONTEXT.json',
  'context/MASTER_CONTEXT.json',
  'missions/backlog.yaml',
  'SESSIONS.jsonl',
] as const
export const fileView = z.enum(FILE_VIEWS)
export type FileView = z.infer<typeof fileView>

/** Which side moved last, as far as their own times tell. */
export const newerSide = z.enum(['store', 'file', 'both', 'unknown'])
export type NewerSide = z.infer<typeof newerSide>

/** One place where a file view says something else than the store; null on the side that says nothing. */
export const drift = z.object({
  area: z.enum([
    'mission selection',
    'active mission',
    'session count',
    'last session',
    'context',
    'backlog',
    'session events',
    'file',
  ]),
  file: fileView,
  /** `working_memory.session_count`, `mission s1-m02 · status`, `events`. */
  field: z.string(),
  /** Values as text, long ones cut. */
  store: z.nullable(z.string()),
  view: z.nullable(z.string()),
  newer: newerSide,
})
export type Drift = z.infer<typeof drift>

/** How one file view stands: `absent` is no drift where views are written on demand only. */
export const viewState = z.object({
  file: fileView,
  state: z.enum(['in step', 'drifted', 'absent', 'unreadable']),
  /** Why it cannot be read; null when it can. */
  fault: z.nullable(z.string()),
  bytes: z.nullable(z.number()),
  /** When the file was written last, epoch milliseconds. */
  changedAt: z.nullable(z.number()),
  drifts: z.number(),
})
export type ViewState = z.infer<typeof viewState>

/** How the store and its file views agree. */
export const parity = z.object({
  inStep: z.boolean(),
  /** Whether every action writes the file views. */
  kept: z.boolean(),
  views: z.array(viewState),
  /** At most 500 of `total`. */
  drifts: z.array(drift),
  total: z.number(),
})
export type Parity = z.infer<typeof parity>

/** `to-files`: the store is right. `to-store`: the two context files are. */
export const repairDirection = z.enum(['to-files', 'to-store'])
export type RepairDirection = z.infer<typeof repairDirection>

/** A file that was written, or would be. */
export const writtenView = z.object({
  file: fileView,
  path: z.string(),
  change: z.enum(['created', 'replaced', 'appended', 'unchanged']),
  bytes: z.number(),
  /** Lines appended to SESSIONS.jsonl; 0 for the others. */
  lines: z.number(),
  /** Where the replaced file is kept; null when the store knows all it held. */
  keptAs: z.nullable(z.string()),
})
export type WrittenView = z.infer<typeof writtenView>

/** A context that was taken from its file, or would be. */
export const adoptedContext = z.object({
  id: z.string(),
  file: fileView,
  changed: z.boolean(),
  /** Places at which the stored document changes. */
  differences: z.number(),
  /** The snapshots of the new text and of the replaced one; null in a dry run and where nothing changed. */
  snapshot: z.nullable(z.number()),
  previousSnapshot: z.nullable(z.number()),
})
export type AdoptedContext = z.infer<typeof adoptedContext>

export const repairReceipt = z.object({
  direction: repairDirection,
  dryRun: z.boolean(),
  written: z.array(writtenView),
  contexts: z.array(adoptedContext),
  warnings: z.array(z.string()),
  /** The verified backup made before the store was changed; null when it was not. */
  safety: z.nullable(z.string()),
  /** Takes the contexts back to what they were; null when none changed. */
  undo: z.nullable(z.string()),
})
export type RepairReceipt = z.infer<typeof repairReceipt>

/** Whether every action writes the file views, and what that brought up to date when it was switched on. */
export const keepReceipt = z.object({ kept: z.boolean(), written: z.array(writtenView), warnings: z.array(z.string()) })
export type KeepReceipt = z.infer<typeof keepReceipt>
