import { filterTerm, parseMissionFilter } from '../../src-main/domain/mission-filter'

const SPRINT_TERM = /(^|\s)-?sprint:(?:"[^"]*(?:"|$)|[^\s"])*/gi

/** The one sprint that a filter text asks for, or null when it names none or several. */
export function filteredSprint(filter: string): string | null {
  const terms = parseMissionFilter(filter).terms.filter((term) => term.key === 'sprint')
  const [only] = terms
  if (terms.length !== 1 || !only || only.negated || only.values.length !== 1) return null
  return only.values[0] ?? null
}

/** The filter with its sprint exchanged; null takes the sprint away. */
export function withSprint(filter: string, sprint: string | null): string {
  const rest = filter.replace(SPRINT_TERM, ' ').replace(/\s+/g, ' ').trim()
  if (sprint === null) return rest
  return [filterTerm('sprint', sprint), rest].filter(Boolean).join(' ')
}
