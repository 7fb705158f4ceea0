import { type SQL, sql } from 'drizzle-orm'
import type { TelemetryFilter } from '../../domain/telemetry/telemetry'
import type { Reader } from '../statements'
import { KINDS } from './telemetry-rows'
import { wordNumbers } from './timeline-rows'

/** The condition of a filter on columns that `telemetry` and `telemetry_cube` share; null when nothing can fit. */
export function telemetryCondition(reader: Reader, filter: TelemetryFilter): SQL | null {
  const parts: SQL[] = [sql`1`]
  if (filter.kinds.length > 0)
    parts.push(
      oneOf(
        'kind',
        filter.kinds.map((kind) => KINDS.indexOf(kind)),
      ),
    )
  const columns = [
    ['mission', filter.missions],
    ['pattern', filter.patterns],
    ['status', filter.statuses],
    ['worker', filter.workers],
    ['error', filter.errors],
  ] as const
  for (const [column, words] of columns) {
    if (words.length === 0) continue
    const numbers = [...wordNumbers(reader, words).values()]
    if (numbers.length === 0) return null
    parts.push(oneOf(column, numbers))
  }
  return sql.join(parts, sql` AND `)
}

/** Whether a filter lets everything pass. */
export function letsAllPass(filter: TelemetryFilter): boolean {
  return Object.values(filter).every((list) => list.length === 0)
}

function oneOf(column: string, numbers: readonly number[]): SQL {
  const list = sql.join(
    numbers.map((number) => sql`${number}`),
    sql`, `,
  )
  return sql`${sql.identifier(column)} IN (${list})`
}

/** Whether a filter asks for kinds at most. */
export function asksOnlyKinds({ kinds: _kinds, ...others }: TelemetryFilter): boolean {
  return Object.values(others).every((list) => list.length === 0)
}
