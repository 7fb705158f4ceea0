import * as z from 'zod/mini'

/** Why a mission is blocked, which decides who can unblock it. */
export const BLOCK_KINDS = ['person', 'mission', 'access', 'transient'] as const
export const blockKind = z.enum(BLOCK_KINDS)
export type BlockKind = z.infer<typeof blockKind>

/** One thing a blocked mission needs; `met` is the instant it was met, or null. */
export const need = z.object({ text: z.string(), met: z.nullable(z.string()) })
export type Need = z.infer<typeof need>
