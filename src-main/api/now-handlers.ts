import type { nowMethods } from '../contract/now'
import { back, gone } from '../domain/last-seen'
import { readNewestEventId } from '../store/read-events'
import { readSince } from '../store/read-since'
import type { CallContext, Handlers } from './handler'
import { lastSeenOf } from './last-seen-file'
import { look } from './look'
import { analystOf } from './timeline-handlers'

/** Workspaces that were attended since this process began: the first time is a return. */
const attended = new Set<string>()

/** Handlers of what the first view adds. */
export const nowHandlers: Handlers<keyof typeof nowMethods> = {
  'now.signals': async (_input, context) =>
    (await analystOf(context)).ask('now.signals', { now: context.now().getTime() }),
  'now.sinceLeft': (_input, context) => {
    const { seen } = marksOf(context).get()
    return look(context, (reads) => (seen === null ? null : readSince(reads, seen)))
  },
  'now.attend': ({ here }, context) => {
    const { database } = context.workspace()
    const marks = marksOf(context)
    const known = marks.get()
    const next = here ? back(known, context.now().getTime(), !attended.has(database)) : gone(known, present(context))
    if (here) attended.add(database)
    if (next !== known) marks.set(next)
    return {}
  },
  'now.seen': (_input, context) => {
    marksOf(context).set({ seen: present(context), left: null })
    return {}
  },
}

function marksOf({ host, workspace }: CallContext) {
  return lastSeenOf(host.userData, workspace().database)
}

function present(context: CallContext): { event: number; at: number } {
  return { event: context.workspace().store.read(readNewestEventId), at: context.now().getTime() }
}
