/** A sprint's own fields, as given; what is undefined stays as it is. */
export interface SprintFields {
  readonly title?: string | undefined
  readonly focus?: string | undefined
  readonly status?: string | undefined
  readonly startDate?: string | undefined
  readonly endDate?: string | undefined
}

const COLUMNS: ReadonlyArray<readonly [keyof SprintFields, string]> = [
  ['title', 'title'],
  ['focus', 'focus'],
  ['status', 'status'],
  ['startDate', 'start_date'],
  ['endDate', 'end_date'],
]

/** The stored columns of the given fields; an empty text clears a field. The title is never cleared. */
export function sprintColumns(fields: SprintFields): Record<string, string | null> {
  return Object.fromEntries(
    COLUMNS.flatMap(([field, column]) => {
      const value = fields[field]
      if (value === undefined || (field === 'title' && value.trim() === '')) return []
      return [[column, value === '' ? null : value]]
    }),
  )
}
