import { DomainError } from '../domain/fault'
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
import type { CallContext, Handlers } from './handler'

type ReadMethod =
  | `missions.${'board' | 'cards' | 'locate' | 'detail' | 'events' | 'search' | 'next'}`
  | `sprints.${'list' | 'show'}`
  | 'triage.queue'
  | 'now.overview'

/** The methods that only look at the open workspace. */
export const queryHandlers: Handlers<ReadMethod> = {
  'missions.board': ({ filter }, context) => readBoard(readsIn(context), filter, clock(context)),
  'missions.cards': (page, context) => readCards(readsIn(context), page, clock(context)),
  'missions.locate': (wanted, context) => locateMission(readsIn(context), wanted, clock(context)),
  'missions.detail': ({ id }, context) => readMissionDetail(readsIn(context), id, clock(context)),
  'missions.events': (page, context) => readMissionEvents(readsIn(context), page),
  'missions.search': ({ text, limit }, context) => searchMissions(readsIn(context), text, limit),
  'missions.next': (_input, context) => readNext(readsIn(context), clock(context)),
  'sprints.list': (_input, context) => listSprints(readsIn(context).surroundings(clock(context))),
  'sprints.show': ({ id }, context) => {
    const found = listSprints(readsIn(context).surroundings(clock(context))).find((sprint) => sprint.id === id)
    if (found === undefined) {
      throw new DomainError('not_found', `There is no sprint ${id} in this workspace.`, { sprint: id })
    }
    return found
  },
  'triage.queue': (page, context) => readTriage(readsIn(context), page, clock(context)),
  'now.overview': (_input, context) => readNow(readsIn(context), clock(context)),
}

function readsIn(context: CallContext): Reads {
  return readsOf(context.workspace().store)
}

function clock(context: CallContext): number {
  return context.now().getTime()
}
