import { useQueries } from '@tanstack/react-query'
import type { MissionCard } from '../../src-main/domain/mission-card'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import type { LiftedCard } from './column'
import type { LaneRow } from './lane-rows'
import { shownAt } from './spot'
import { PAGE, pageQuery } from './use-column-cards'

interface CellPage {
  readonly key: string
  readonly sprintId: string | null
  readonly column: BoardColumn
  readonly page: number
}

function pageKey(sprintId: string | null, column: BoardColumn, page: number): string {
  return `${column} ${page} ${sprintId ?? ''}`
}

function pagesOf(rows: readonly LaneRow[], columns: readonly BoardColumn[], lifted: LiftedCard | null): CellPage[] {
  const found = new Map<string, CellPage>()
  for (const row of rows) {
    if (row.kind !== 'cards') continue
    for (const column of columns) {
      const { sprintId } = row.lane
      if (row.index >= (row.lane.counts[column] ?? 0)) continue
      const stored = shownAt({ column, sprintId }, row.index, lifted)
      if (stored === 'lifted') continue
      const page = Math.floor(stored / PAGE)
      const key = pageKey(sprintId, column, page)
      found.set(key, { key, sprintId, column, page })
    }
  }
  return [...found.values()]
}

/** Fetches what the visible rows of the swimlanes show, lane by lane and column by column. */
export function useLaneCards(
  filter: string,
  rows: readonly LaneRow[],
  columns: readonly BoardColumn[],
  lifted: LiftedCard | null,
) {
  const pages = pagesOf(rows, columns, lifted)
  const answers = useQueries({
    queries: pages.map(({ column, sprintId, page }) => pageQuery({ filter, column, sprintId }, page)),
  })
  const byKey = new Map(pages.map(({ key }, at) => [key, answers[at]?.data?.cards]))
  const error = answers.find((answer) => answer.error)?.error ?? null
  const cardAt = (sprintId: string | null, column: BoardColumn, index: number): MissionCard | undefined => {
    const stored = shownAt({ column, sprintId }, index, lifted)
    if (stored === 'lifted') return lifted?.card
    return byKey.get(pageKey(sprintId, column, Math.floor(stored / PAGE)))?.[stored % PAGE]
  }
  return { cardAt, error }
}
export type LaneCards = ReturnType<typeof useLaneCards>
