import * as z from 'zod/mini'
import { sprint } from '../domain/sprint'
import { command, query } from './method'
import { id, nothing, text } from './values'

const fields = {
  title: z.optional(text),
  focus: z.optional(text),
  status: z.optional(z.string().check(z.maxLength(200))),
  startDate: z.optional(z.string().check(z.maxLength(200))),
  endDate: z.optional(z.string().check(z.maxLength(200))),
}
const receipt = z.object({ sprint, warnings: z.array(z.string()) })

export const sprintMethods = {
  'sprints.list': query({ input: nothing, output: z.array(sprint), reads: ['sprints', 'missions'] }),
  'sprints.show': query({ input: z.object({ id }), output: sprint, reads: ['sprints', 'missions'] }),
  'sprints.add': command({ input: z.object({ id, ...fields }), output: receipt, writes: ['sprints'] }),
  'sprints.update': command({ input: z.object({ id, ...fields }), output: receipt, writes: ['sprints'] }),
  /** Refused while Queued, Current or In Progress missions are in it; Blocked ones only warn. */
  'sprints.close': command({ input: z.object({ id }), output: receipt, writes: ['sprints'] }),
}
