import * as z from 'zod/mini'
import { blockKind } from '../domain/block'
import { missionReceipt } from '../domain/mission-receipt'
import { command } from './method'
import { agent, id, saidText, text, timestamp } from './values'

/** `expect` is the status the caller saw; another status in the store means `conflict`, and nothing is written. */
const seen = { expect: z.optional(z.string()) }
const logged = {
  summary: z.optional(text),
  agent: z.optional(agent),
  ts: z.optional(timestamp),
  nextHint: z.optional(text),
}
const spec = {
  description: z.optional(text),
  successCriteria: z.optional(z.array(text)),
  deliverables: z.optional(z.array(text)),
  /** JSON text of an object, merged shallowly over what is stored. */
  metadata: z.optional(text),
}

const lifecycleWrites = ['missions', 'sessionEvents', 'contexts', 'sprints'] as const

/** Acting on missions; apart from the queries, whose large outputs a short command need not build. */
export const missionCommands = {
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
  /** Ticks one need of a blocked mission (or takes the tick back); the mission stays blocked. */
  'missions.meetNeed': command({
    input: z.object({ id, need: text, met: z.boolean(), agent: z.optional(agent) }),
    output: missionReceipt,
    writes: ['missions', 'sessionEvents'],
  }),
  /**
   * Any other change of status: to Queued, Current, or Other's Deferred and Dropped, one mission or many, all or nothing.
   * Starting, completing, blocking and unblocking have their own methods, and are refused here except `In Progress`.
   */
  'missions.move': command({
    input: z.object({
      missions: z.array(z.object({ id, expect: z.optional(z.string()) })).check(z.minLength(1), z.maxLength(500)),
      to: z.enum(['Queued', 'Current', 'In Progress', 'Deferred', 'Dropped']),
      reason: z.optional(text),
      agent: z.optional(agent),
    }),
    output: missionReceipt,
    writes: lifecycleWrites,
  }),
  /** Puts a mission before another of its status in the queue (`before: null`: at the end), by exchanging row order. */
  'missions.reorder': command({
    input: z.object({ id, before: z.nullable(id), agent: z.optional(agent) }),
    output: missionReceipt,
    writes: ['missions'],
  }),
  'missions.assignSprint': command({
    input: z.object({
      ids: z.array(id).check(z.minLength(1), z.maxLength(500)),
      sprintId: z.nullable(id),
      agent: z.optional(agent),
    }),
    output: missionReceipt,
    writes: ['missions', 'sprints', 'sessionEvents'],
  }),
  'missions.add': command({
    input: z.object({
      id,
      name: text,
      sprintId: z.nullable(id),
      status: z.optional(z.string()),
      notes: z.optional(text),
      ...spec,
      agent: z.optional(agent),
    }),
    output: missionReceipt,
    writes: ['missions', 'sprints', 'sessionEvents'],
  }),
  'missions.update': command({
    input: z.object({
      id,
      ...seen,
      name: z.optional(text),
      status: z.optional(z.string()),
      sprintId: z.optional(id),
      notes: z.optional(text),
      ...spec,
      agent: z.optional(agent),
    }),
    output: z.extend(missionReceipt, { columns: z.array(z.string()) }),
    writes: ['missions', 'sprints', 'sessionEvents'],
  }),
  /** Adds parts as Queued missions to the same sprint; the mission waits for each of them. */
  'missions.split': command({
    input: z.object({
      id,
      ...seen,
      parts: z.array(z.object({ id, name: saidText })).check(z.minLength(1), z.maxLength(50)),
      agent: z.optional(agent),
    }),
    output: missionReceipt,
    writes: ['missions', 'sprints', 'dependencies', 'sessionEvents'],
  }),
  'missions.depend': command({
    input: z.object({ from: id, to: id, type: z.optional(z.string().check(z.maxLength(200))) }),
    output: missionReceipt,
    writes: ['dependencies', 'sessionEvents'],
  }),
  'missions.undepend': command({
    input: z.object({ from: id, to: id }),
    output: missionReceipt,
    writes: ['dependencies', 'sessionEvents'],
  }),
  /** Takes the action of a receipt back, unless something it wrote has changed since (`conflict`). */
  'missions.undo': command({
    input: z.object({ undo: z.string().check(z.maxLength(100)) }),
    output: missionReceipt,
    writes: [...lifecycleWrites, 'dependencies'],
  }),
}
