import { blockOfMission } from '../domain/card-of-mission'
import { type MissionFilter, parseMissionFilter } from '../domain/mission-filter'
import { type FilterSubject, matchesFilter } from '../domain/mission-match'
import { readOrchestration } from '../domain/mission-review'
import { BOARD_COLUMNS, type BoardColumn, columnOf } from '../domain/mission-status'
import { type EventTimes, enteredStatusAt, startedAt } from '../domain/mission-times'
import { isStale } from '../domain/staleness'
import type { MissionRow } from '../domain/stored-mission'
import { compareTimes, type StoredTime, UNKNOWN_TIME } from '../domain/stored-time'
import { inParts, oncePerReading, type Surroundings } from './reads'
import type { Strides } from './strides'
import { textMatches } from './text-matches'

export type Columns = ReadonlyMap<BoardColumn, readonly MissionRow[]>

/** The missions that fit a filter, in the columns and the order of the board. */
export interface MissionLists {
  readonly filter: MissionFilter
  readonly columns: Columns
  /** The same by sprint, in the order the sprints come up; null holds missions without one. */
  readonly lanes: ReadonlyMap<string | null, Columns>
  /** The oldest known time in each column that has any. */
  readonly oldest: ReadonlyMap<BoardColumn, StoredTime>
}

const MINUTE = 60_000

/** The lists for a filter; a board asks for them once per column and page. */
export function missionLists(around: Surroundings, filterText: string): MissionLists {
  return lists(around, keyOf(around, filterText))
}

/** Makes the lists ready for whoever asks for them next, without holding the process up. */
export async function prepareLists(around: Surroundings, filterText: string): Promise<void> {
  await lists.inTurns(around, keyOf(around, filterText))
}

/** Staleness moves with the clock. */
function keyOf(around: Surroundings, filterText: string): string {
  return JSON.stringify([Math.floor(around.now / MINUTE), filterText])
}

const lists = oncePerReading(function* build(around, key): Strides<MissionLists> {
  const [, filterText] = JSON.parse(key)
  const filter = parseMissionFilter(String(filterText))
  const columns = new Map<BoardColumn, MissionRow[]>(BOARD_COLUMNS.map((column) => [column, []]))
  const texts = new Map<string, ReadonlySet<number>>()
  for (const { text } of filter.words) texts.set(text, yield* textMatches(around, text))
  const everything = filter.terms.length === 0 && filter.words.length === 0
  yield* inParts(around.backlog.missions, (mission) => {
    if (!everything && !matchesFilter(filter, subject(around, mission, texts))) return
    columns.get(columnOf(mission.status))?.push(mission)
    sinceOf(around, mission)
  })
  columns.set('Blocked', byTime(columns.get('Blocked') ?? [], around, false))
  columns.set('Completed', byTime(columns.get('Completed') ?? [], around, true))
  yield
  return { filter, columns, lanes: inLanes(columns), oldest: oldestOf(columns, around) }
})

const knownTimes = new WeakMap<MissionRow, { readonly events: EventTimes; readonly since: StoredTime }>()

/** When a mission entered its status, as far as the lists know without reading its whole row. */
export function sinceOf(around: Surroundings, mission: MissionRow): StoredTime {
  const events = around.eventTimes(mission.id)
  const known = knownTimes.get(mission)
  if (known?.events === events) return known.since
  const since = enteredStatusAt(mission, around.backlog.jsonOf(mission), events)
  knownTimes.set(mission, { events, since })
  return since
}

/** A mission In Progress that nobody has heard of for too long. */
export function isStaleMission(around: Surroundings, mission: MissionRow): boolean {
  if (mission.status !== 'In Progress') return false
  const events = around.eventTimes(mission.id)
  const started = startedAt(mission, around.backlog.jsonOf(mission), events)
  return isStale(started.at, events.last.at, around.now)
}

/** Sorting is stable, so equal and unknown times keep row order. */
function byTime(missions: readonly MissionRow[], around: Surroundings, newestFirst: boolean): MissionRow[] {
  return missions
    .map((mission) => ({ mission, since: sinceOf(around, mission) }))
    .sort((left, right) => compareTimes(left.since, right.since, newestFirst))
    .map(({ mission }) => mission)
}

function oldestOf(columns: Columns, around: Surroundings): Map<BoardColumn, StoredTime> {
  const oldest = new Map<BoardColumn, StoredTime>()
  for (const [column, missions] of columns) {
    const times = missions.map((mission) => sinceOf(around, mission))
    oldest.set(
      column,
      times.reduce((known, time) => (compareTimes(time, known, false) < 0 ? time : known), UNKNOWN_TIME),
    )
  }
  return oldest
}

function inLanes(columns: Columns): Map<string | null, Map<BoardColumn, MissionRow[]>> {
  const lanes = new Map<string | null, Map<BoardColumn, MissionRow[]>>()
  for (const [column, missions] of columns) {
    for (const mission of missions) {
      const lane = lanes.get(mission.sprintId) ?? new Map<BoardColumn, MissionRow[]>()
      lanes.set(mission.sprintId, lane)
      const cell = lane.get(column)
      if (cell === undefined) lane.set(column, [mission])
      else cell.push(mission)
    }
  }
  return lanes
}

function subject(
  around: Surroundings,
  mission: MissionRow,
  texts: ReadonlyMap<string, ReadonlySet<number>>,
): FilterSubject {
  const json = () => around.backlog.jsonOf(mission)
  return {
    id: mission.id,
    name: mission.name,
    status: mission.status,
    sprintId: mission.sprintId,
    sprintTitle: () => around.backlog.sprintById.get(mission.sprintId ?? '')?.title ?? null,
    agent: () => around.agentOf(mission.id),
    pattern: () => readOrchestration(json()).pattern,
    blockKind: () => blockOfMission(mission, json(), around)?.kind ?? null,
    isWritten: (word) => texts.get(word)?.has(mission.row) ?? false,
    has: (trait) => {
      if (trait === 'waiting') return around.graph.waitsFor(mission.id).length > 0
      if (trait === 'dead') return around.graph.isDead(mission.id)
      if (trait === 'stale') return isStaleMission(around, mission)
      return readOrchestration(json()).reviewPending
    },
  }
}
