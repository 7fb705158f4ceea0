import * as z from 'zod/mini'
import { attentionItem, triageRow } from '../domain/attention'
import { blockKind } from '../domain/block'
import { missionCard } from '../domain/mission-card'
import { sessionEvent } from '../domain/session-event'
import { sprint } from '../domain/sprint'
import { command, query } from './method'
import { id, nothing, offset, pageLimit } from './values'

export const attentionMethods = {
  /** `people`: blocked missions that only a person can free, and fallbacks awaiting review. `waits`: waiting for missions. */
  'triage.queue': query({
    input: z.object({
      tab: z.enum(['people', 'waits']),
      order: z.enum(['score', 'wait', 'held']),
      kind: z.optional(blockKind),
      /** Those that are snoozed too, after the others. */
      snoozed: z.optional(z.boolean()),
      offset,
      limit: pageLimit,
    }),
    output: z.object({
      rows: z.array(triageRow),
      /** Those that are not snoozed. */
      people: z.number(),
      waits: z.number(),
      held: z.number(),
      snoozedCount: z.number(),
    }),
    reads: ['missions', 'dependencies', 'sessionEvents', 'snoozes'],
  }),
  /** Leaves a case of `people` alone until a time (epoch milliseconds), or wakes it (null). */
  'triage.snooze': command({
    input: z.object({ id, until: z.nullable(z.int()) }),
    output: z.object({ id: z.string(), until: z.nullable(z.number()) }),
    writes: ['snoozes'],
  }),
  'now.overview': query({
    input: nothing,
    output: z.object({
      /** Worst first, at most 20, and how many there are in all. */
      needsYou: z.array(attentionItem),
      needsYouCount: z.number(),
      /** The missions of triage's `people`. */
      people: z.number(),
      running: z.array(z.object({ card: missionCard, lastEvent: z.nullable(sessionEvent) })),
      runningCount: z.number(),
      next: z.nullable(missionCard),
      recent: z.array(sessionEvent),
      sprint: z.nullable(sprint),
      counts: z.record(z.string(), z.number()),
      total: z.number(),
    }),
    reads: ['missions', 'sprints', 'sessionEvents', 'dependencies', 'workspace', 'snoozes'],
  }),
}
