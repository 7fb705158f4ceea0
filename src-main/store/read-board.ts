import type { BoardSummary } from '../domain/board'
import { isFinishedSprint, isOpenSprint } from '../domain/current-sprint'
import { BOARD_COLUMNS, type BoardColumn, columnOf } from '../domain/mission-status'
import { parseInstant, UNKNOWN_TIME } from '../domain/stored-time'
import { type Columns, type MissionLists, missionLists } from './mission-lists'
import { currentSprintId } from './read-sprint-list'
import type { Reads, Surroundings } from './reads'

const summaries = new WeakMap<MissionLists, BoardSummary>()

/** The board without its cards: true counts under a filter, and one lane per sprint with a matching mission. */
export function readBoard(reads: Reads, filterText: string, now: number): BoardSummary {
  const around = reads.surroundings(now)
  const lists = missionLists(around, filterText)
  const summary = summaries.get(lists) ?? summaryOf(around, lists)
  summaries.set(lists, summary)
  return summary
}

function summaryOf(around: Surroundings, { filter, columns, lanes, oldest }: MissionLists): BoardSummary {
  const totals = totalsOf(around)
  const counted = BOARD_COLUMNS.map((column) => ({
    column,
    count: columns.get(column)?.length ?? 0,
    total: totals.get(column) ?? 0,
    oldest: oldest.get(column) ?? UNKNOWN_TIME,
  }))
  return {
    columns: counted,
    matching: counted.reduce((sum, { count }) => sum + count, 0),
    total: around.backlog.missions.length,
    lanes: lanesOf(around, lanes),
    problems: [...filter.problems],
  }
}

function totalsOf(around: Surroundings): Map<BoardColumn, number> {
  const totals = new Map<BoardColumn, number>()
  for (const { status } of around.backlog.missions) {
    const column = columnOf(status)
    totals.set(column, (totals.get(column) ?? 0) + 1)
  }
  return totals
}

/** The current sprint first, then other running ones, then the newest; missions without a sprint come last. */
function lanesOf(around: Surroundings, lanes: ReadonlyMap<string | null, Columns>): BoardSummary['lanes'] {
  const current = currentSprintId(around)
  const order = new Map(around.backlog.sprints.map((sprint, index) => [sprint.id, index]))
  const ranked = [...lanes].map(([sprintId, columns]) => {
    const sprint = sprintId === null ? undefined : around.backlog.sprintById.get(sprintId)
    const status = sprint?.status ?? null
    return {
      rank: sprintId === null ? 3 : sprintId === current ? 0 : isOpenSprint(status) ? 1 : 2,
      start: parseInstant(sprint?.startDate ?? '') ?? -Infinity,
      row: order.get(sprintId ?? '') ?? -1,
      lane: {
        sprintId,
        title: sprintId === null ? 'No sprint' : sprint?.title.trim() || sprintId,
        status,
        finished: isFinishedSprint(status) && sprintId !== current,
        counts: countsOf(columns),
      },
    }
  })
  return ranked
    .sort((left, right) => left.rank - right.rank || newer(left.start, right.start) || right.row - left.row)
    .map(({ lane }) => lane)
}

function newer(left: number, right: number): number {
  return left === right ? 0 : right > left ? 1 : -1
}

function countsOf(columns: Columns): Record<BoardColumn, number> {
  const count = (column: BoardColumn) => columns.get(column)?.length ?? 0
  return {
    Queued: count('Queued'),
    Current: count('Current'),
    'In Progress': count('In Progress'),
    Blocked: count('Blocked'),
    Completed: count('Completed'),
    Other: count('Other'),
  }
}
