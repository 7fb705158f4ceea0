import type { MissionCard } from '../../domain/mission-card'
import type { MissionDetail } from '../../domain/mission-detail'
import type { Memory } from '../../domain/record'
import type { SessionEvent } from '../../domain/session-event'
import { cardsOf } from '../../store/read-cards'
import { readMissionDetail } from '../../store/read-detail'
import { readRecentEvents } from '../../store/read-mission-events'
import { readNext } from '../../store/read-next'
import type { Reads } from '../../store/reads'
import { listContexts } from '../contexts/look-at-contexts'
import { searchRecords } from '../contexts/search-records'

const MOST_MISSIONS = 20
const MOST_RECORDS = 20
const EVENTS_LOOKED_AT = 200

/** Some of a list, and how long it is. */
export interface Some<T> {
  readonly items: readonly T[]
  readonly total: number
}

/** What an agent is told at the start of its work, before it is put into words. */
export interface BriefContent {
  readonly candidate: { readonly detail: MissionDetail; readonly prerequisitesMet: boolean } | null
  readonly running: Some<MissionCard>
  readonly blocked: Some<MissionCard>
  readonly constraints: Some<Memory>
  readonly decisions: Some<Memory>
  /** The newest event, and the newest that says what to do next. */
  readonly last: SessionEvent | null
  readonly hint: SessionEvent | null
  readonly warnings: readonly string[]
}

/** Gathers it from the store as it is; nothing in it depends on the clock. */
export async function gatherBrief(reads: Reads, now: number): Promise<BriefContent> {
  const { store } = reads
  const next = readNext(reads, now)
  const detail = next === null ? null : await readMissionDetail(reads, next.card.id, now)
  const events = readRecentEvents(reads, EVENTS_LOOKED_AT)
  const records = (kind: 'constraint' | 'decision'): Some<Memory> & { readonly faults: readonly string[] } => {
    const { records: items, total, faults } = searchRecords(store, { kind, words: '', offset: 0, limit: MOST_RECORDS })
    return { items, total, faults }
  }
  const constraints = records('constraint')
  return {
    candidate: next === null || detail === null ? null : { detail, prerequisitesMet: next.prerequisitesMet },
    running: missionsThat(reads, now, 'In Progress', next?.card.id),
    blocked: missionsThat(reads, now, 'Blocked'),
    constraints,
    decisions: records('decision'),
    last: events[0] ?? null,
    hint: events.find(({ nextHint }) => nextHint !== null && nextHint.trim() !== '') ?? null,
    warnings: [...storeWarnings(reads), ...contextWarnings(reads), ...constraints.faults],
  }
}

function missionsThat(reads: Reads, now: number, status: string, except?: string): Some<MissionCard> {
  const around = reads.surroundings(now)
  const found = around.backlog.missions.filter((mission) => mission.status === status && mission.id !== except)
  return { items: cardsOf(reads, around, found.slice(0, MOST_MISSIONS)), total: found.length }
}

function storeWarnings({ store }: Reads): string[] {
  const { readOnlyReason, warnings } = store.capabilities
  return [...(readOnlyReason === null ? [] : [readOnlyReason]), ...warnings]
}

function contextWarnings({ store }: Reads): string[] {
  return listContexts(store).flatMap(({ id, health, sizeKb, limitKb, fault }) => {
    if (health === 'ok') return []
    if (fault !== null) return [`Context ${id}: ${fault}`]
    const reached = health === 'over_limit' ? 'is over' : 'is near'
    return [`Context ${id} ${reached} its limit: ${sizeKb} of ${limitKb} KB.`]
  })
}
