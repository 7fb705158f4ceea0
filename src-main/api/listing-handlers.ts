import type { listingMethods } from '../contract/listings'
import { readPlan } from '../store/read-backlog'
import { readQueue, readUnderway } from '../store/read-queue'
import { readContextText } from '../store/read-report'
import type { Handlers } from './handler'

/** Handlers of the plain listings. */
export const listingHandlers: Handlers<keyof typeof listingMethods> = {
  'missions.queue': ({ limit }, context) => context.workspace().store.read((reader) => readQueue(reader, limit)),
  'missions.underway': (_input, context) =>
    context.workspace().store.read((reader) => ({
      active: activeMission(readContextText(reader, 'project_context')),
      missions: readUnderway(reader),
    })),
  'sprints.plan': (_input, context) =>
    context
      .workspace()
      .store.read(readPlan)
      .map((sprint) => ({ ...sprint, missions: [...sprint.missions] })),
}

/** `working_memory.active_mission` of the project context, when it is there and says something. */
function activeMission(context: string | undefined): string | null {
  try {
    const active: unknown = JSON.parse(context ?? 'null')?.working_memory?.active_mission
    return typeof active === 'string' && active !== '' ? active : null
  } catch {
    return null
  }
}
