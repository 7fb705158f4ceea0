import * as z from 'zod/mini'

/** How far the log had come at a moment. */
const mark = z.object({ event: z.number(), at: z.number() })
export type SeenMark = z.infer<typeof mark>

/** What an operator last saw of a workspace, and where they went away for now. */
export const lastSeen = z.object({ seen: z.nullable(mark), left: z.nullable(mark) })
export type LastSeen = z.infer<typeof lastSeen>

export const NEVER_SEEN: LastSeen = { seen: null, left: null }
/** A shorter absence is a glance at another window. */
const AWAY = 10 * 60_000

/** The operator looks elsewhere. */
export function gone(known: LastSeen, left: SeenMark): LastSeen {
  return { ...known, left }
}

/** The operator is back: after a real absence, what was there when they left is what they have seen. */
export function back(known: LastSeen, now: number, reopened: boolean): LastSeen {
  if (known.left === null) return known
  const away = reopened || now - known.left.at >= AWAY
  return { seen: away ? known.left : (known.seen ?? known.left), left: null }
}
