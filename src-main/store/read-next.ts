import type { MissionCard } from '../domain/mission-card'
import type { MissionRow } from '../domain/stored-mission'
import { cardsOf } from './read-cards'
import type { Reads, Surroundings } from './reads'

/** The next mission to work on: In Progress, then Current, then Queued, each in row order; null when there is none. */
export function readNext(reads: Reads, now: number): { card: MissionCard; prerequisitesMet: boolean } | null {
  const around = reads.surroundings(now)
  const mission = firstOf(around, ['In Progress', 'Current', 'Queued'])
  const [card] = mission === undefined ? [] : cardsOf(reads, around, [mission])
  return card === undefined ? null : { card, prerequisitesMet: card.waitsForCount === 0 }
}

/** The first mission in row order with the first of these statuses that any mission has. */
export function firstOf(around: Surroundings, statuses: readonly string[]): MissionRow | undefined {
  for (const status of statuses) {
    const found = around.backlog.missions.find((mission) => mission.status === status)
    if (found !== undefined) return found
  }
  return undefined
}
