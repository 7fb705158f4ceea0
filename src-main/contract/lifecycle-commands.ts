import * as z from 'zod/mini'
import { blockKind } from '../domain/block'
import { missionReceipt } from '../domain/mission-receipt'
import { command } from './method'
import { agent, id, saidLine, saidText, text, timestamp } from './values'

/** `expect` is the status the caller saw; another status in the store means `conflict`, and nothing is written. */
const seen = { expect: z.optional(z.string()) }
const logged = {
  summary: z.optional(text),
  agent: z.optional(agent),
  ts: z.optional(timestamp),
  nextHint: z.optional(text),
}

export const lifecycleWrites = ['missions', 'sessionEvents', 'contexts', 'sprints'] as const

/** Moving one mission through its life; apart from the rest, whose schemas a short command need not build. */
export const lifecycleCommands = {
  'missions.start': command({
    input: z.object({ id, ...seen, ...logged }),
    output: missionReceipt,
    writes: lifecycleWrites,
  }),
  'missions.complete': command({
    input: z.object({
      id,
      ...seen,
      ...logged,
      notes: text,
      /** What happens to the first queued mission; default `current`. */
      promote: z.optional(z.enum(['current', 'immediate', 'none'])),
    }),
    output: missionReceipt,
    writes: lifecycleWrites,
  }),
  'missions.block': command({
    input: z.object({
      id,
      ...seen,
      ...logged,
      reason: saidText,
      /** Default: `mission` when every need names a mission, else `person`. */
      kind: z.optional(blockKind),
      needs: z.optional(z.array(text)),
    }),
    output: missionReceipt,
    writes: lifecycleWrites,
  }),
  'missions.unblock': command({
    input: z.object({ id, ...seen, ...logged, resolution: text, to: z.enum(['Queued', 'Current', 'In Progress']) }),
    output: missionReceipt,
    writes: lifecycleWrites,
  }),
  /** Asks a named person to free a blocked mission; it goes before everything else that is stuck. */
  'missions.escalate': command({
    input: z.object({ id, ...seen, ...logged, to: saidLine, note: z.optional(text) }),
    output: missionReceipt,
    writes: ['missions', 'sessionEvents', 'snoozes'],
  }),
}
