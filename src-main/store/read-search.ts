import { holdsWord, snippetOf } from '../domain/mission-texts'
import type { MissionRow } from '../domain/stored-mission'
import type { TextSnippet } from '../domain/text-snippet'
import type { Reads, Surroundings } from './reads'
import { inTurns, type Strides } from './strides'
import { writtenIn } from './text-matches'

export interface SearchHit {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly sprintId: string | null
  /** Where a text was found, for what neither id nor name says. */
  readonly snippet: TextSnippet | null
}

export interface Search {
  readonly text: string
  readonly limit: number
  /** Whether notes, reasons, needs and specifications are looked through too, after ids and names. */
  readonly texts?: boolean | undefined
}

/**
 * Missions that hold every word, best first: the id itself, its beginning, a name's beginning, id and name, and then, if
 * asked for and if there is room, what is written about a mission.
 */
export async function searchMissions(reads: Reads, { text, limit, texts }: Search, now: number): Promise<SearchHit[]> {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  const words = wanted.split(/\s+/)
  const around = reads.surroundings(now)
  const named = around.backlog.missions
    .flatMap((mission) => {
      const rank = rankOf(mission, wanted, words)
      return rank === null ? [] : [{ mission, rank }]
    })
    .sort((left, right) => left.rank - right.rank)
    .slice(0, limit)
    .map(({ mission }) => hitOf(mission, null))
  if (texts !== true || named.length >= limit) return named
  const known = new Set(named.map(({ id }) => id))
  return [...named, ...(await inTurns(searchTexts(around, words, limit - named.length, known)))]
}

/** Ends as soon as there are enough. */
function* searchTexts(
  around: Surroundings,
  words: readonly string[],
  limit: number,
  known: ReadonlySet<string>,
): Strides<SearchHit[]> {
  const byRow = new Map(around.backlog.missions.map((mission) => [mission.row, mission]))
  const hits: SearchHit[] = []
  for (const batch of writtenIn(around, words)) {
    for (const { row, texts } of batch) {
      const mission = byRow.get(row)
      if (mission === undefined || known.has(mission.id)) continue
      const unnamed = words.filter((word) => !isNamed(mission, word))
      const snippet = unnamed.every((word) => holdsWord(texts, word)) ? snippetOf(texts, unnamed) : null
      if (snippet !== null) hits.push(hitOf(mission, snippet))
      if (hits.length === limit) return hits
    }
    yield
  }
  return hits
}

function hitOf({ id, name, status, sprintId }: MissionRow, snippet: TextSnippet | null): SearchHit {
  return { id, name, status, sprintId, snippet }
}

function rankOf(mission: MissionRow, wanted: string, words: readonly string[]): number | null {
  const id = mission.id.toLowerCase()
  const name = mission.name.toLowerCase()
  if (id === wanted) return 0
  if (id.startsWith(wanted)) return 1
  if (name.startsWith(wanted)) return 2
  if (!words.every((word) => isNamed(mission, word))) return null
  return name.includes(wanted) ? 3 : 4
}

function isNamed(mission: MissionRow, word: string): boolean {
  return mission.id.toLowerCase().includes(word) || mission.name.toLowerCase().includes(word)
}
