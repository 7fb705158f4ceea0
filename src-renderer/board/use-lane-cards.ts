import { useQueries } from '@tanstack/react-query'
import type { MissionCard } from '../../src-main/domain/mission-card'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import type { LaneRow } from './lane-rows'
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

function pagesOf(rows: readonly LaneRow[], columns: readonly BoardColumn[]): CellPage[] {
  const found = new Map<string, CellPage>()
  for (const row of rows) {
    if (row.kind !== 'cards') continue
    for (const column of columns) {
      if (row.index >= (row.lane.counts[column] ?? 0)) continue
      const page = Math.floor(row.index / PAGE)
      const { sprintId } = row.lane
      const key = pageKey(sprintId, column, page)
      found.set(key, { key, sprintId, column, page })
    }
  }
  return [...found.values()]
}

/** Fetches what the visible rows of the swimlanes show, lane by lane and column by column. */
export function useLaneCards(filter: string, rows: readonly LaneRow[], columns: readonly BoardColumn[]) {
  const pages = pagesOf(rows, columns)
  const answers = useQueries({
    queries: pages.map(({ column, sprintId, page }) => pageQuery({ filter, column, sprintId }, page)),
  })
  const byKey = new Map(pages.map(({ key }, at) => [key, answers[at]?.data?.cards]))
  const error = answers.find((answer) => answer.error)?.error ?? null
  const cardAt = (sprintId: string | null, column: BoardColumn, index: number): MissionCard | undefined =>
    byKey.get(pageKey(sprintId, column, Math.floor(index / PAGE)))?.[index % PAGE]
  return { cardAt, error }
}
export type LaneCards = ReturnType<typeof useLaneCards>
