import { currentSprint, type SprintActivity } from '../domain/current-sprint'
import { isFinished } from '../domain/mission-graph'
import { PARKED_STATUSES } from '../domain/mission-status'
import type { Sprint } from '../domain/sprint'
import type { MissionRow } from '../domain/stored-mission'
import { parseInstant } from '../domain/stored-time'
import { inParts, oncePerReading, type Surroundings } from './reads'
import type { Strides } from './strides'

const PARKED: ReadonlySet<string> = new Set(PARKED_STATUSES.map((status) => status.toLowerCase()))

interface Counts {
  owned: number
  completed: number
  blocked: number
  parked: number
  active: number
  queued: number
  missions: number
  lastActivity: number | null
}

/** All sprints in row order, counted from their missions: nobody keeps the stored counters right. */
export const listSprints = oncePerReading(function* list(around): Strides<Sprint[]> {
  const counts = yield* countBySprint(around)
  const current = currentSprint(around.backlog.sprints.map((sprint) => activityOf(sprint, counts.get(sprint.id))))
  return around.backlog.sprints.map((sprint) => {
    const { owned, completed, blocked, parked } = counts.get(sprint.id) ?? noMissions()
    return { ...sprint, owned, completed, blocked, parked, current: sprint.id === current }
  })
})

/** The id of the one sprint that every view calls current. */
export function currentSprintId(around: Surroundings): string | null {
  return listSprints(around).find((sprint) => sprint.current)?.id ?? null
}

function* countBySprint(around: Surroundings): Strides<Map<string, Counts>> {
  const counts = new Map<string, Counts>()
  yield* inParts(around.backlog.missions, (mission) => {
    if (mission.sprintId === null) return
    const sprint = counts.get(mission.sprintId) ?? noMissions()
    counts.set(mission.sprintId, sprint)
    count(sprint, mission, around)
  })
  return counts
}

function count(sprint: Counts, mission: MissionRow, around: Surroundings): void {
  const { status } = mission
  const parked = PARKED.has(status.toLowerCase())
  sprint.missions += 1
  sprint.owned += parked ? 0 : 1
  sprint.parked += parked ? 1 : 0
  sprint.completed += isFinished(status) ? 1 : 0
  sprint.blocked += status === 'Blocked' ? 1 : 0
  sprint.active += status === 'In Progress' || status === 'Current' ? 1 : 0
  sprint.queued += status === 'Queued' ? 1 : 0
  const at = around.eventTimes(mission.id).last.at ?? parseInstant(mission.completedAt ?? mission.startedAt ?? '')
  if (at !== null && at > (sprint.lastActivity ?? -Infinity)) sprint.lastActivity = at
}

function activityOf(
  sprint: { readonly id: string; readonly status: string | null; readonly startDate: string | null },
  counts: Counts = noMissions(),
): SprintActivity {
  return {
    id: sprint.id,
    status: sprint.status,
    startAt: sprint.startDate === null ? null : parseInstant(sprint.startDate),
    missions: counts.missions,
    active: counts.active,
    queued: counts.queued,
    open: counts.active + counts.queued + counts.blocked,
    lastActivity: counts.lastActivity,
  }
}

function noMissions(): Counts {
  return { owned: 0, completed: 0, blocked: 0, parked: 0, active: 0, queued: 0, missions: 0, lastActivity: null }
}
