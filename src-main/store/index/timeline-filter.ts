import { type SQL, sql } from 'drizzle-orm'
import type { TimelineFilter } from '../../domain/timeline/timeline'
import type { Reader } from '../statements'
import { wordNumbers } from './timeline-rows'

/** Whether a filter asks for nothing but perhaps a range of time. */
export function asksForAll({ text, missions, agents, actions, statuses }: TimelineFilter): boolean {
  return searchOf(text) === null && [missions, agents, actions, statuses].every((list) => list.length === 0)
}

/** The condition of a filter on `events`, without its range; null when nothing in the index can fit. */
export function conditionOf(reader: Reader, filter: TimelineFilter): SQL | null {
  const columns = [
    ['mission', filter.missions],
    ['agent', filter.agents],
    ['action', filter.actions],
    ['status', filter.statuses],
  ] as const
  const parts: SQL[] = [sql`1`]
  for (const [column, words] of columns) {
    if (words.length === 0) continue
    const numbers = [...wordNumbers(reader, words).values()]
    if (numbers.length === 0) return null
    const wanted = sql.join(
      numbers.map((number) => sql`${number}`),
      sql`, `,
    )
    parts.push(sql`${sql.identifier(column)} IN (${wanted})`)
  }
  const search = searchOf(filter.text)
  if (search !== null) parts.push(sql`id IN (SELECT rowid FROM event_text WHERE event_text MATCH ${search})`)
  return sql.join(parts, sql` AND `)
}

/** The full-text query in which every word must occur, each as the beginning of one; null without words. */
function searchOf(text: string): string | null {
  // The same characters as the index takes for parts of words: anything else only separates them.
  const words = text.match(/[\p{L}\p{N}\p{Co}._-]+/gu) ?? []
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ')
}
