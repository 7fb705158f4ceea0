import * as z from 'zod/mini'

/** A stored time: its instant in epoch milliseconds when it parses, and the text as stored. */
export const storedTime = z.object({ at: z.nullable(z.number()), raw: z.nullable(z.string()) })
export type StoredTime = z.infer<typeof storedTime>
