import * as z from 'zod/mini'

const text = z.nullable(z.string())

/** What a store holds and no other file of a workspace has a place for; written and read beside the backlog. */
export const supplement = z.object({
  format: z.literal('cmos-supplement.v1'),
  /** Ids of all missions in the order of the queue. */
  queue: z.array(z.string()),
  metadata: z.array(z.object({ key: z.string(), value: z.string() })),
  /** `content` is null where the context has a file of its own. */
  contexts: z.array(z.object({ id: z.string(), sourcePath: z.string(), content: text, updatedAt: text })),
  snapshots: z.array(
    z.object({
      contextId: z.string(),
      sessionId: text,
      source: text,
      contentHash: z.string(),
      content: z.string(),
      createdAt: z.string(),
    }),
  ),
  telemetry: z.array(z.object({ mission: text, sourcePath: z.string(), ts: text, payload: z.string() })),
  /** Events whose columns say something else than their line; lines count from 1. */
  events: z.array(
    z.object({
      line: z.int(),
      ts: text,
      agent: text,
      mission: text,
      action: text,
      status: text,
      summary: text,
      nextHint: text,
      rawEvent: z.string(),
    }),
  ),
})
export type Supplement = z.output<typeof supplement>

/** Where it lies in a workspace. */
export const SUPPLEMENT_FILE = 'missions/backlog-supplement.json'
