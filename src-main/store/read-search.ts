import type { MissionRow } from '../domain/stored-mission'
import type { Reads } from './reads'

export interface SearchHit {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly sprintId: string | null
}

/** Missions whose id or name holds every word, best first: the id itself, its beginning, a name's beginning, the rest. */
export function searchMissions(reads: Reads, text: string, limit: number): SearchHit[] {
  const wanted = text.trim().toLowerCase()
  const words = wanted.split(/\s+/)
  if (wanted === '') return []
  const hits = reads.backlog().missions.flatMap((mission) => {
    const rank = rankOf(mission, wanted, words)
    return rank === null ? [] : [{ mission, rank }]
  })
  return hits
    .sort((left, right) => left.rank - right.rank)
    .slice(0, limit)
    .map(({ mission: { id, name, status, sprintId } }) => ({ id, name, status, sprintId }))
}

function rankOf(mission: MissionRow, wanted: string, words: readonly string[]): number | null {
  const id = mission.id.toLowerCase()
  const name = mission.name.toLowerCase()
  if (id === wanted) return 0
  if (id.startsWith(wanted)) return 1
  if (name.startsWith(wanted)) return 2
  if (!words.every((word) => id.includes(word) || name.includes(word))) return null
  return name.includes(wanted) ? 3 : 4
}
