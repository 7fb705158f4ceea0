import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { BoardSummary } from '../../src-main/domain/board'
import { bridgeQuery, queryClient } from '../bridge/bridge'
import { pageQuery } from './use-column-cards'

export interface ShownBoard {
  /** What the filter that was asked for finds, at once. */
  readonly asked: BoardSummary | undefined
  /** The board to draw, and the filter it belongs to: the former one until the cards of the new one are here. */
  readonly summary: BoardSummary | undefined
  readonly filter: string
  readonly error: unknown
  readonly retry: () => void
}

async function fetchFirstPages(summary: BoardSummary, filter: string): Promise<void> {
  const filled = summary.columns.filter(({ count }) => count > 0)
  await Promise.allSettled(filled.map(({ column }) => queryClient.prefetchQuery(pageQuery({ filter, column }, 0))))
}

/** The board of a filter, exchanged in one go, so that cards do not vanish and come back while somebody types. */
export function useShownBoard(filter: string): ShownBoard {
  const [shown, setShown] = useState(filter)
  const asked = useQuery({ ...bridgeQuery('missions.board', { filter }), placeholderData: keepPreviousData })
  const drawn = useQuery(bridgeQuery('missions.board', { filter: shown }))
  const found = asked.isPlaceholderData ? undefined : asked.data
  useEffect(() => {
    if (!found || filter === shown) return
    let current = true
    void fetchFirstPages(found, filter).then(() => current && setShown(filter))
    return () => {
      current = false
    }
  }, [found, filter, shown])
  return {
    asked: asked.data,
    summary: drawn.data,
    filter: shown,
    error: asked.error ?? drawn.error,
    retry: () => void asked.refetch(),
  }
}
