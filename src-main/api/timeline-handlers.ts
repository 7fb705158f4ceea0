import type { timelineMethods } from '../contract/timeline'
import { DomainError } from '../domain/fault'
import type { Analyst } from '../engine/analysis/analyst'
import type { CallContext, Handlers } from './handler'

/** Handlers of the timeline: the analyst answers, in a process of its own where the surface has one. */
export const timelineHandlers: Handlers<keyof typeof timelineMethods> = {
  'timeline.page': async (input, context) => (await analystOf(context)).ask('timeline.page', input),
  'timeline.density': async (input, context) => (await analystOf(context)).ask('timeline.density', input),
  'timeline.facets': async (input, context) => (await analystOf(context)).ask('timeline.facets', input),
  'timeline.counts': async (input, context) => (await analystOf(context)).ask('timeline.counts', input),
  'timeline.event': async (input, context) => (await analystOf(context)).ask('timeline.event', input),
  'timeline.sessions': async (input, context) => (await analystOf(context)).ask('timeline.sessions', input),
  'timeline.export': async ({ filter, format }, context) => {
    const { root, database } = context.workspace()
    const { userData } = context.host
    if (userData === null) throw new DomainError('unsupported', 'The timeline is exported by the window.')
    const folder = await context.host.chooseFolder('export')
    if (folder === null) throw new DomainError('cancelled', 'No folder was chosen. Nothing was written.')
    const order = { root, database, userData, folder, filter, format, now: context.now().getTime() }
    return context.jobs.run('timeline.export', order, context.workspace())
  },
}

/** Who answers for the open workspace. */
export function analystOf(context: CallContext): Promise<Analyst> {
  return context.analyst.of(context.workspace())
}
