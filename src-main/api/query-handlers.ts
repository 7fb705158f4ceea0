import { DomainError } from '../domain/fault'
import type { Sprint } from '../domain/sprint'
import { deskFile } from '../store/desk-database'
import { readBoard } from '../store/read-board'
import { locateMission, readCards } from '../store/read-cards'
import { readMissionDetail } from '../store/read-detail'
import { readMissionEvents } from '../store/read-mission-events'
import { readNext } from '../store/read-next'
import { readNow } from '../store/read-now'
import { searchMissions } from '../store/read-search'
import { listSprints } from '../store/read-sprint-list'
import { readTriage } from '../store/read-triage'
import { type Reads, readsOf } from '../store/reads'
import { readSnoozes } from '../store/snooze-rows'
import { whenFree } from '../store/when-free'
import type { CallContext, Handlers } from './handler'

type ReadMethod =
  | `missions.${'board' | 'cards' | 'locate' | 'detail' | 'events' | 'search' | 'next'}`
  | `sprints.${'list' | 'show'}`
  | 'triage.queue'
  | 'now.overview'

/** The methods that only look at the open workspace; they wait for a busy store without holding anything else up. */
export const queryHandlers: Handlers<ReadMethod> = {
  'missions.board': ({ filter }, context) => look(context, (reads, now) => readBoard(reads, filter, now)),
  'missions.cards': (page, context) => look(context, (reads, now) => readCards(reads, page, now)),
  'missions.locate': (wanted, context) => look(context, (reads, now) => locateMission(reads, wanted, now)),
  'missions.detail': ({ id }, context) => look(context, (reads, now) => readMissionDetail(reads, id, now)),
  'missions.events': (page, context) => look(context, (reads) => readMissionEvents(reads, page)),
  'missions.search': ({ text, limit }, context) => look(context, (reads) => searchMissions(reads, text, limit)),
  'missions.next': (_input, context) => look(context, readNext),
  'sprints.list': (_input, context) => look(context, (reads, now) => listSprints(reads.surroundings(now))),
  'sprints.show': ({ id }, context) =>
    look(context, (reads, now) => sprintOf(listSprints(reads.surroundings(now)), id)),
  'triage.queue': (page, context) =>
    look(context, (reads, now) => readTriage(reads, page, now, readSnoozes(deskFile(context.workspace().root)))),
  'now.overview': (_input, context) =>
    look(context, (reads, now) => readNow(reads, now, readSnoozes(deskFile(context.workspace().root)))),
}

function look<T>(context: CallContext, read: (reads: Reads, now: number) => T | Promise<T>): Promise<T> {
  const reads = readsOf(context.workspace().store)
  return whenFree(() => read(reads, context.now().getTime()))
}

function sprintOf(sprints: readonly Sprint[], id: string): Sprint {
  const found = sprints.find((sprint) => sprint.id === id)
  if (found !== undefined) return found
  throw new DomainError('not_found', `Sprint ${id} does not exist.`, { sprint: id })
}
