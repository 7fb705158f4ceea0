import type { Decision } from './context'
import type { ContextEntry } from './context-entries'
import { compareTimes } from './stored-time'

/** Decisions of the table and of the master context as one list, newest first; the same text in both is one decision. */
export function joinDecisions(rows: readonly Decision[], entries: readonly ContextEntry[]): Decision[] {
  const rowOf = new Map(rows.map((row) => [keyOf(row.text), row]))
  const inContext = new Set(entries.map((entry) => keyOf(entry.text)))
  const onlyInContext = entries.filter((entry) => !rowOf.has(keyOf(entry.text))).map(fromEntry)
  const joined = [
    ...onlyInContext.reverse(),
    ...rows.map((row) => ({ ...row, inContext: inContext.has(keyOf(row.text)) })),
  ]
  return joined.sort((left, right) => compareTimes(left.at, right.at, true))
}

/** The decisions that hold every word, in any case, in their text, category or sprint. */
export function matchingDecisions(decisions: readonly Decision[], words: string): Decision[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return decisions.filter(({ text, category, sprintId }) => {
    const hay = [text, category ?? '', sprintId ?? ''].join('\n').toLowerCase()
    return wanted.every((word) => hay.includes(word))
  })
}

function fromEntry({ text, at }: ContextEntry): Decision {
  return { text, at, row: null, inContext: true, status: null, category: null, sprintId: null }
}

function keyOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}
