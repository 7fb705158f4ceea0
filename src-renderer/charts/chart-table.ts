import { formatTableMoment } from './chart-time'

export interface ChartColumn {
  readonly name: string
  /** Times are epoch milliseconds, shown in UTC, which the column's name says; files get them as ISO 8601. */
  readonly kind: 'time' | 'text' | 'number'
  /** How a number is said; by itself it stands as it is. */
  readonly says?: (value: number) => string
}

/** The figures behind a chart, for reading and for files. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Opens the events of a row. */
  readonly onRow?: (row: number) => void
}

/** A cell as people read it; nothing is said as that. */
export function cellWords(value: string | number | null, { kind, says }: ChartColumn): string {
  if (value === null) return 'no data'
  if (typeof value === 'string') return value
  if (kind === 'time') return formatTableMoment(value)
  return says === undefined ? String(value) : says(value)
}

/** Rows as a file has them: numbers as they are, times as ISO 8601. */
export function fileRows({ columns, rows }: ChartTable): (string | number | null)[][] {
  return rows.map((row) =>
    row.map((value, at) =>
      columns[at]?.kind === 'time' && typeof value === 'number' ? new Date(value).toISOString() : value,
    ),
  )
}
