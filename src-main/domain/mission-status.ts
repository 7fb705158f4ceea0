/** The five lifecycle statuses of every store generation, in the order of the board's columns. */
export const LIFECYCLE_STATUSES = ['Queued', 'Current', 'In Progress', 'Blocked', 'Completed'] as const

/** Statuses that newer stores add for work that was set aside. */
export const PARKED_STATUSES = ['Deferred', 'Dropped'] as const

export type LifecycleStatus = (typeof LIFECYCLE_STATUSES)[number]
export type ParkedStatus = (typeof PARKED_STATUSES)[number]
export type MissionStatus = LifecycleStatus | ParkedStatus

/** A column of the board: a lifecycle status, or `Other` for every status that is parked or unknown to us. */
export const BOARD_COLUMNS = [...LIFECYCLE_STATUSES, 'Other'] as const
export type BoardColumn = (typeof BOARD_COLUMNS)[number]

/** The canonical spelling of a status given in any case, or undefined when it is not one of ours. */
export function canonicalStatus(text: string): MissionStatus | undefined {
  const wanted = text.trim().toLowerCase()
  return [...LIFECYCLE_STATUSES, ...PARKED_STATUSES].find((status) => status.toLowerCase() === wanted)
}

/** The board column that a stored status belongs to; stored text is compared exactly, as every other program does. */
export function columnOf(status: string): BoardColumn {
  return LIFECYCLE_STATUSES.find((known) => known === status) ?? 'Other'
}
