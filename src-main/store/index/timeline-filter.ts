import { type SQL, sql } from 'drizzle-orm'
import type { TimelineFilter } from '../../domain/timeline/timeline'
import type { Reader } from '../statements'
import { wordNumbers } from './timeline-rows'

/** The columns that hold numbers of words, with the filter's lists of them. */
export const LIST_COLUMNS = { mission: 'missions', agent: 'agents', action: 'actions', status: 'statuses' } as const
export type ListColumn = keyof typeof LIST_COLUMNS

/** Whether a filter asks for nothing but perhaps a range of time. */
export function asksForAll({ text, missions, agents, actions, statuses }: TimelineFilter): boolean {
  return searchOf(text) === null && [missions, agents, actions, statuses].every((list) => list.length === 0)
}

/** The numbers of the words that each list names; null when one names only words that the index has never met. */
export function listNumbers(reader: Reader, filter: TimelineFilter): ReadonlyMap<ListColumn, readonly number[]> | null {
  const found = new Map<ListColumn, readonly number[]>()
  for (const [column, list] of Object.entries(LIST_COLUMNS) as [ListColumn, keyof TimelineFilter & string][]) {
    const words = filter[list as (typeof LIST_COLUMNS)[ListColumn]]
    if (words.length === 0) continue
    const numbers = [...wordNumbers(reader, words).values()]
    if (numbers.length === 0) return null
    found.set(column, numbers)
  }
  return found
}

/** The condition that columns hold one of their numbers each. */
export function inLists(lists: ReadonlyMap<ListColumn, readonly number[]>): SQL {
  const parts = [...lists].map(([column, numbers]) => {
    const wanted = sql.join(
      numbers.map((number) => sql`${number}`),
      sql`, `,
    )
    return sql`events.${sql.identifier(column)} IN (${wanted})`
  })
  return sql.join([sql`1`, ...parts], sql` AND `)
}

/** Events and the condition of a text: they are found by their words, in one pass, or without a text all of them. */
export function sourceOf(text: string): { readonly from: SQL; readonly fits: SQL } {
  const search = searchOf(text)
  if (search === null) return { from: sql`events`, fits: sql`1` }
  return {
    from: sql`event_text CROSS JOIN events ON events.id = event_text.rowid`,
    fits: sql`event_text MATCH ${search}`,
  }
}

/** The full-text query in which every word must occur, each as the beginning of one; null without words. */
export function searchOf(text: string): string | null {
  // The same characters as the index takes for parts of words: anything else only separates them.
  const words = text.match(/[\p{L}\p{N}\p{Co}._-]+/gu) ?? []
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ')
}
