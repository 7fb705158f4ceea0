import { isFinished } from '../../domain/mission-graph'
import { parseInstant } from '../../domain/stored-time'
import type { BacklogMissionRow, BacklogRows, BacklogSprintRow } from '../../store/read-backlog'

/** Statuses that end a mission without finishing it. */
const PARKED = new Set(['Dropped', 'Deferred'])

/**
 * The part of a backlog that is being worked on: the newest sprints whole, of the others only missions that are open, and
 * the dependencies between the missions that are left.
 */
export function recentBacklog(rows: BacklogRows, newest: number): BacklogRows {
  const whole = new Set(
    [...rows.sprints]
      .sort(newerFirst)
      .slice(0, newest)
      .map(({ id }) => id),
  )
  const missions = rows.missions.filter((mission) => whole.has(mission.sprintId) || isOpen(mission))
  const unplanned = rows.unplanned.filter(isOpen)
  const left = new Set([...missions, ...unplanned].map(({ id }) => id))
  const needed = new Set(missions.map(({ sprintId }) => sprintId))
  return {
    sprints: rows.sprints.filter(({ id }) => whole.has(id) || needed.has(id)),
    missions,
    unplanned,
    dependencies: rows.dependencies.filter(({ from, to }) => left.has(from) && left.has(to)),
    prompts: [],
  }
}

function isOpen({ status }: BacklogMissionRow): boolean {
  return !isFinished(status) && !PARKED.has(status)
}

/** By start, then by the numbers in their names; sprints without a date may be anywhere, so only their name counts. */
function newerFirst(left: BacklogSprintRow, right: BacklogSprintRow): number {
  const [one, other] = [left, right].map(({ startDate }) => parseInstant(startDate ?? ''))
  if (one !== null && other !== null && one !== undefined && other !== undefined && one !== other) return other - one
  return (right.id ?? '').localeCompare(left.id ?? '', 'en', { numeric: true })
}
