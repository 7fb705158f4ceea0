import { DomainError } from '../domain/fault'
import type { Snooze } from '../domain/snooze'
import type { Sprint } from '../domain/sprint'
import { deskFile } from '../store/desk-database'
import { prepareLists } from '../store/mission-lists'
import { readBoard } from '../store/read-board'
import { locateMission, readCards } from '../store/read-cards'
import { readMissionDetail } from '../store/read-detail'
import { readMissionEvents } from '../store/read-mission-events'
import { readNext } from '../store/read-next'
import { readNow } from '../store/read-now'
import { searchMissions } from '../store/read-search'
import { listSprints } from '../store/read-sprint-list'
import { prepareStuck, readTriage } from '../store/read-triage'
import { readSnoozes } from '../store/snooze-rows'
import type { CallContext, Handlers } from './handler'
import { look, type Preparation } from './look'

type ReadMethod =
  | `missions.${'board' | 'cards' | 'locate' | 'detail' | 'events' | 'search' | 'next'}`
  | `sprints.${'list' | 'show'}`
  | 'triage.queue'
  | 'now.overview'

/** The methods that only look at the open workspace; they wait for a busy store without holding anything else up. */
export const queryHandlers: Handlers<ReadMethod> = {
  'missions.board': ({ filter }, context) =>
    look(context, (reads, now) => readBoard(reads, filter, now), listsOf(filter), listSprints.inTurns),
  'missions.cards': (page, context) => look(context, (reads, now) => readCards(reads, page, now), listsOf(page.filter)),
  'missions.locate': (wanted, context) =>
    look(context, (reads, now) => locateMission(reads, wanted, now), listsOf(wanted.filter)),
  'missions.detail': ({ id }, context) => look(context, (reads, now) => readMissionDetail(reads, id, now)),
  'missions.events': (page, context) => look(context, (reads) => readMissionEvents(reads, page)),
  'missions.search': (search, context) => look(context, (reads, now) => searchMissions(reads, search, now)),
  'missions.next': (_input, context) => look(context, readNext),
  'sprints.list': (_input, context) => look(context, (reads, now) => listSprints(reads.surroundings(now))),
  'sprints.show': ({ id }, context) =>
    look(context, (reads, now) => sprintOf(listSprints(reads.surroundings(now)), id)),
  'triage.queue': (page, context) =>
    look(context, (reads, now) => readTriage(reads, page, now, snoozesIn(context)), prepareStuck),
  'now.overview': (_input, context) =>
    look(context, (reads, now) => readNow(reads, now, snoozesIn(context)), prepareStuck, listSprints.inTurns),
}

function listsOf(filter: string): Preparation {
  return (around) => prepareLists(around, filter)
}

function snoozesIn(context: CallContext): Snooze[] {
  return readSnoozes(deskFile(context.workspace().root))
}

function sprintOf(sprints: readonly Sprint[], id: string): Sprint {
  const found = sprints.find((sprint) => sprint.id === id)
  if (found !== undefined) return found
  throw new DomainError('not_found', `Sprint ${id} does not exist.`, { sprint: id })
}
