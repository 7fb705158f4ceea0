import { blockHistory, notesHistory } from '../domain/block-history'
import { cardOfMission } from '../domain/card-of-mission'
import { precedenceOf } from '../domain/dependency-direction'
import { DomainError } from '../domain/fault'
import { criteriaOf, missionBrief } from '../domain/mission-brief'
import type { DependencyEnd, MissionDetail } from '../domain/mission-detail'
import { LIFECYCLE_STATUSES, PARKED_STATUSES } from '../domain/mission-status'
import { missionTimes } from '../domain/mission-times'
import type { StoredEvent } from '../domain/stored-event'
import { type MissionRow, missionJson } from '../domain/stored-mission'
import { judgeMove } from '../domain/transition'
import { readDependenciesOf } from './read-dependencies'
import { readStoredEvents } from './read-mission-events'
import { readMissionsByRow, readMissionText } from './read-missions'
import type { Reads, Surroundings } from './reads'

/** More events than any mission has; its block history is told from the newest ones. */
const EVENTS_LOOKED_AT = 500

/** Everything the store knows of one mission; throws `not_found`. */
export async function readMissionDetail(reads: Reads, id: string, now: number): Promise<MissionDetail> {
  if (reads.backlog().mission(id) === undefined) throw unknownMission(id)
  const { events } = await readStoredEvents(reads, { id, limit: EVENTS_LOOKED_AT })
  const around = reads.surroundings(now)
  const { store } = reads
  const row = around.backlog.mission(id)?.row ?? -1
  const [mission] = store.read((reader) => readMissionsByRow(reader, store.capabilities, [row]))
  const text = store.read((reader) => readMissionText(reader, store.capabilities, row))
  if (mission === undefined || text === undefined) throw unknownMission(id)
  return { ...detailOf(reads, around, mission, events), ...textOf(mission, text) }
}

function detailOf(
  reads: Reads,
  around: Surroundings,
  mission: MissionRow,
  events: readonly StoredEvent[],
): Omit<MissionDetail, 'notes' | 'spec' | 'criteria'> {
  const json = missionJson(mission)
  const times = missionTimes(mission, json, around.eventTimes(mission.id))
  return {
    card: cardOfMission(mission, json, around),
    sprintTitle: around.backlog.sprintById.get(mission.sprintId ?? '')?.title ?? null,
    notesHistory: notesHistory(json),
    createdAt: times.created,
    startedAt: times.started,
    completedAt: times.completed,
    blockedAt: times.blocked,
    blockHistory: blockHistory(json, events, mission.status === 'Blocked'),
    ...dependenciesOf(reads, around, mission.id),
    metadata: mission.metadata,
    metadataFault: json.fault,
    moves: movesOf(reads, mission.status),
  }
}

function textOf(
  mission: MissionRow,
  text: NonNullable<ReturnType<typeof readMissionText>>,
): Pick<MissionDetail, 'notes' | 'spec' | 'criteria'> {
  const json = missionJson(mission)
  const spec = missionBrief(text.brief, json)
  return { notes: text.notes, spec, criteria: criteriaOf(spec, json) }
}

/** The stored edges of a mission, each by what it means: finished ones too, so that nothing stored is hidden. */
function dependenciesOf(
  reads: Reads,
  around: Surroundings,
  id: string,
): Pick<MissionDetail, 'waitsFor' | 'holds' | 'related'> {
  const waitsFor: DependencyEnd[] = []
  const holds: DependencyEnd[] = []
  const related: DependencyEnd[] = []
  for (const edge of reads.store.read((reader) => readDependenciesOf(reader, id))) {
    const other = edge.from === id ? edge.to : edge.from
    const mission = around.backlog.mission(other)
    const end = { id: other, name: mission?.name ?? '', status: mission?.status ?? 'missing', type: edge.type }
    const order = precedenceOf(edge)
    if (order === null) related.push(end)
    else if (order.after === id) waitsFor.push(end)
    else holds.push(end)
  }
  return { waitsFor, holds, related }
}

function movesOf(reads: Reads, status: string): MissionDetail['moves'] {
  const { capabilities } = reads.store
  if (!capabilities.writable) return []
  const targets = [...LIFECYCLE_STATUSES, ...(capabilities.parking ? PARKED_STATUSES : [])]
  return targets.flatMap((to) => {
    const verdict = judgeMove(status, to, capabilities.enforcesTransitions)
    return to !== status && verdict.allowed ? [{ to, warning: verdict.warning }] : []
  })
}

function unknownMission(id: string): DomainError {
  return new DomainError('not_found', `Mission ${id} does not exist.`, { id })
}
