import * as z from 'zod/mini'

/** What the check at opening found. */
export const storeCheck = z.object({
  /** `skipped`: the store is too large to be checked unasked. */
  result: z.enum(['sound', 'damaged', 'skipped']),
  /** Epoch milliseconds. */
  at: z.number(),
  milliseconds: z.number(),
  /** What is damaged and what to do, in a sentence; null when nothing is. */
  damage: z.nullable(z.string()),
})
export type StoreCheck = z.output<typeof storeCheck>
