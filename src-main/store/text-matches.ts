import { holdsWord } from '../domain/mission-texts'
import type { Backlog } from './backlog'
import { readWritten, type WrittenMission } from './read-texts'
import type { Surroundings } from './reads'
import type { Strides } from './strides'

const ROWS = 500
const REMEMBERED = 24

const known = new WeakMap<Backlog, Map<string, ReadonlySet<number>>>()

/** The rows of the missions in whose texts a word stands, whatever its case. The last few words are remembered. */
export function* textMatches(around: Surroundings, word: string): Strides<ReadonlySet<number>> {
  const words = known.get(around.backlog) ?? new Map<string, ReadonlySet<number>>()
  known.set(around.backlog, words)
  const found = words.get(word)
  if (found !== undefined) return found
  const rows = new Set<number>()
  for (const written of writtenIn(around, [word])) {
    for (const { row, texts } of written) if (holdsWord(texts, word)) rows.add(row)
    yield
  }
  words.set(word, rows)
  const [oldest] = words.keys()
  if (words.size > REMEMBERED && oldest !== undefined) words.delete(oldest)
  return rows
}

/** The missions in which all words may stand, with their texts, some of the backlog at a time. */
export function* writtenIn(
  { backlog: { missions }, store }: Surroundings,
  words: readonly string[],
): Generator<WrittenMission[], void, undefined> {
  for (let from = 0; from < missions.length; from += ROWS) {
    const first = missions[from]?.row ?? 0
    const last = missions[Math.min(from + ROWS, missions.length) - 1]?.row ?? first
    yield store.read((reader) => readWritten(reader, store.capabilities, { first, last }, words))
  }
}
