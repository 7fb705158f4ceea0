import * as z from 'zod/mini'
import { missionReceipt } from '../domain/mission-receipt'
import { command } from './method'
import { agent, id, text } from './values'

const spec = {
  description: z.optional(text),
  successCriteria: z.optional(z.array(text)),
  deliverables: z.optional(z.array(text)),
  /** JSON text of an object, merged shallowly over what is stored. */
  metadata: z.optional(text),
}

/** Adding missions, changing what they say and what they wait for; apart from the rest, as the lifecycle is. */
export const backlogCommands = {
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
      /** The status the caller saw; another one in the store means `conflict`, and nothing is written. */
      expect: z.optional(z.string()),
      name: z.optional(text),
      status: z.optional(z.string()),
      /** Null takes it out of its sprint. */
      sprintId: z.optional(z.nullable(id)),
      notes: z.optional(text),
      ...spec,
      agent: z.optional(agent),
    }),
    output: z.extend(missionReceipt, { columns: z.array(z.string()) }),
    writes: ['missions', 'sprints', 'sessionEvents'],
  }),
  'missions.depend': command({
    input: z.object({ from: id, to: id, type: z.optional(z.string().check(z.maxLength(200))) }),
    output: missionReceipt,
    writes: ['dependencies', 'sessionEvents'],
  }),
}
