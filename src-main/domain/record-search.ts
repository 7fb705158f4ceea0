import type { Memory } from './record'
import { compareTimes } from './stored-time'

/** Rows and entries of the contexts as one list, newest first; what several places hold in the same words is one. */
export function joinMemories(rows: readonly Memory[], entries: readonly Memory[]): Memory[] {
  const inRows = new Set(rows.map(keyOf))
  const inContexts = new Map<string, Memory>()
  for (const entry of entries) {
    const held = inContexts.get(keyOf(entry))
    inContexts.set(
      keyOf(entry),
      held === undefined ? entry : { ...held, contexts: [...held.contexts, ...entry.contexts] },
    )
  }
  const alone = [...inContexts].filter(([key]) => !inRows.has(key)).map(([, entry]) => entry)
  const told = rows.map((row) => ({ ...row, contexts: inContexts.get(keyOf(row))?.contexts ?? row.contexts }))
  return [...alone.reverse(), ...told].sort((left, right) => compareTimes(left.at, right.at, true))
}

/** Those that hold every word, in any case, in what is said or in what is known of it. */
export function matchingMemories(memories: readonly Memory[], words: string): Memory[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return [...memories]
  return memories.filter(({ text, category, sprintId, missionId, session }) => {
    const hay = [text, category, sprintId, missionId, session].join('\n').toLowerCase()
    return wanted.every((word) => hay.includes(word))
  })
}

function keyOf({ text }: Memory): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}
