import { cardOfMission } from '../domain/card-of-mission'
import type { MissionCard } from '../domain/mission-card'
import { type BoardColumn, columnOf } from '../domain/mission-status'
import { type MissionRow, missionJson } from '../domain/stored-mission'
import { type MissionLists, missionLists } from './mission-lists'
import { readMissionsByRow } from './read-missions'
import type { Reads, Surroundings } from './reads'

/** A part of the board: one column, or that column in one sprint's lane (null: missions without a sprint). */
export interface BoardPart {
  readonly filter: string
  readonly column: BoardColumn
  readonly sprintId?: string | null | undefined
}

/** One page of cards in board order, and how many there are. */
export function readCards(
  reads: Reads,
  page: BoardPart & { readonly offset: number; readonly limit: number },
  now: number,
): { cards: MissionCard[]; count: number } {
  const around = reads.surroundings(now)
  const missions = partOf(missionLists(around, page.filter), page.column, page.sprintId)
  const shown = missions.slice(page.offset, page.offset + page.limit)
  return { cards: cardsOf(reads, around, shown), count: missions.length }
}

/** Where a mission stands under a filter, or null when it is hidden or gone. */
export function locateMission(
  reads: Reads,
  wanted: { readonly filter: string; readonly id: string; readonly laned?: boolean | undefined },
  now: number,
): { column: BoardColumn; index: number; sprintId: string | null } | null {
  const around = reads.surroundings(now)
  const mission = around.backlog.mission(wanted.id)
  if (mission === undefined) return null
  const column = columnOf(mission.status)
  const { sprintId } = mission
  const part = partOf(missionLists(around, wanted.filter), column, wanted.laned ? sprintId : undefined)
  const index = part.indexOf(mission)
  return index < 0 ? null : { column, index, sprintId }
}

/** The cards of the given missions, in their order, from their whole rows. */
export function cardsOf(reads: Reads, around: Surroundings, missions: readonly MissionRow[]): MissionCard[] {
  const { store } = reads
  const rows = missions.map((mission) => mission.row)
  const whole = store.read((reader) => readMissionsByRow(reader, store.capabilities, rows))
  const byRow = new Map(whole.map((mission) => [mission.row, mission]))
  return missions.map((known) => {
    const found = byRow.get(known.row)
    // Queue places are exchanged, so by now another mission may have this one's row.
    const mission = found?.id === known.id ? found : known
    return cardOfMission(mission, missionJson(mission), around)
  })
}

function partOf(lists: MissionLists, column: BoardColumn, sprintId: string | null | undefined): readonly MissionRow[] {
  const columns = sprintId === undefined ? lists.columns : lists.lanes.get(sprintId)
  return columns?.get(column) ?? []
}
