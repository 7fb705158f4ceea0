import type { MissionCard } from '../../src-main/domain/mission-card'
import { visibleText } from '../markdown/visible-text'

export type Promotion = 'current' | 'immediate' | 'none'

type QueuedMission = Pick<MissionCard, 'id' | 'name' | 'waitsFor' | 'waitsForCount'>

/** The first mission of the queue that waits for nothing but the one being completed. */
export function nextReady(queue: readonly QueuedMission[], completing: string): QueuedMission | undefined {
  return queue.find(
    (queued) =>
      queued.id !== completing &&
      (queued.waitsForCount === 0 || (queued.waitsForCount === 1 && queued.waitsFor[0]?.id === completing)),
  )
}

/** What completing will do to the queue, in a sentence; `count` is the length of the whole queue. */
export function promotionHint(
  promotion: Promotion,
  queue: readonly QueuedMission[],
  count: number,
  completing: string,
): string {
  if (count === 0) return 'Nothing is queued.'
  if (promotion === 'none') return 'The queue stays as it is.'
  const next = nextReady(queue, completing)
  const becomes = promotion === 'current' ? 'Current' : 'In Progress'
  if (next !== undefined) return `${visibleText(next.id)} ${visibleText(next.name)} becomes ${becomes}.`
  if (count > queue.length) return `The first queued mission that waits for nothing becomes ${becomes}.`
  return 'Every queued mission waits for another, so none is promoted.'
}
