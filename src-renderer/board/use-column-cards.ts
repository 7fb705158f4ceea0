import { useQueries } from '@tanstack/react-query'
import type { MissionCard } from '../../src-main/domain/mission-card'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { bridgeQuery } from '../bridge/bridge'

export const PAGE = 100

export interface CardsOf {
  readonly filter: string
  readonly column: BoardColumn
  /** One lane of the column; left out for the whole column. */
  readonly sprintId?: string | null
}

/** The query of one page of a column. */
export function pageQuery(of: CardsOf, page: number) {
  return bridgeQuery('missions.cards', { ...of, offset: page * PAGE, limit: PAGE })
}

/** Fetches the pages that hold these indices and answers the card at an index, undefined while it is on its way. */
export function useColumnCards(of: CardsOf, indices: readonly number[]) {
  const pages = [...new Set(indices.map((index) => Math.floor(index / PAGE)))]
  const answers = useQueries({ queries: pages.map((page) => pageQuery(of, page)) })
  const error = answers.find((answer) => answer.error)?.error ?? null
  const cardAt = (index: number): MissionCard | undefined =>
    answers[pages.indexOf(Math.floor(index / PAGE))]?.data?.cards[index % PAGE]
  return { cardAt, error }
}
