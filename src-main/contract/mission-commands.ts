import * as z from 'zod/mini'
import { missionReceipt } from '../domain/mission-receipt'
import { backlogCommands } from './backlog-commands'
import { lifecycleCommands, lifecycleWrites } from './lifecycle-commands'
import { command } from './method'
import { agent, id, saidText, text } from './values'

/** Acting on missions; apart from the queries, whose large outputs a short command need not build. */
export const missionCommands = {
  ...lifecycleCommands,
  ...backlogCommands,
  /** Ticks one need of a blocked mission (or takes the tick back); the mission stays blocked. */
  'missions.meetNeed': command({
    input: z.object({ id, need: text, met: z.boolean(), agent: z.optional(agent) }),
    output: missionReceipt,
    writes: ['missions', 'sessionEvents'],
  }),
  /** Ticks one success criterion of a mission (or takes the tick back), whatever its status. */
  'missions.checkCriterion': command({
    input: z.object({ id, criterion: text, met: z.boolean(), agent: z.optional(agent) }),
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
  /** Adds parts as Queued missions to the same sprint; the mission waits for each of them. */
  'missions.split': command({
    input: z.object({
      id,
      expect: z.optional(z.string()),
      parts: z.array(z.object({ id, name: saidText })).check(z.minLength(1), z.maxLength(50)),
      agent: z.optional(agent),
    }),
    output: missionReceipt,
    writes: ['missions', 'sprints', 'dependencies', 'sessionEvents'],
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
