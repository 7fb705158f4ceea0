import { DomainError } from '../domain/fault'
import { checkNewId } from '../domain/mission-id'
import { type SprintFields, sprintColumns } from '../domain/sprint-input'
import { findSprint, statusCounts, updateSprint } from '../store/sprint-rows'
import type { Store, Tx } from '../store/store'
import { insertRow } from '../store/write-rows'

export interface SprintInput extends SprintFields {
  readonly id: string
}

/** Adds a sprint; without a title its id is its title. */
export function addSprint(store: Store, input: SprintInput): void {
  store.write((tx) => {
    if (findSprint(tx, input.id) !== undefined) {
      throw new DomainError('exists', `Sprint ${input.id} already exists.`, { id: input.id })
    }
    checkNewId(input.id)
    insertRow(tx, store.capabilities, 'sprints', { title: input.id, ...sprintColumns(input), id: input.id })
  })
}

/** Changes the given fields of a sprint. */
export function updateSprintFields(store: Store, input: SprintInput): void {
  const columns = sprintColumns(input)
  if (Object.keys(columns).length === 0) throw new DomainError('invalid_input', 'Provide at least one field to update.')
  store.write((tx) => {
    requireSprint(tx, input.id)
    updateSprint(tx, store.capabilities, input.id, columns)
  })
}

/** Closes a sprint today; refused while work in it is queued or under way. Answers what to know about it. */
export function closeSprint(store: Store, id: string, now: Date): string[] {
  return store.write((tx) => {
    requireSprint(tx, id)
    const counts = statusCounts(tx, id)
    const open = ['In Progress', 'Current', 'Queued'].flatMap((status) => {
      const count = counts.get(status) ?? 0
      return count === 0 ? [] : [`${count} ${status}`]
    })
    if (open.length > 0) {
      throw new DomainError(
        'transition_refused',
        `Sprint ${id} still has missions to do: ${open.join(', ')}. Complete them or move them to another sprint first.`,
        { id },
      )
    }
    updateSprint(tx, store.capabilities, id, { status: 'Completed', end_date: now.toISOString().slice(0, 10) })
    const blocked = counts.get('Blocked') ?? 0
    return blocked === 0
      ? []
      : [`${blocked} blocked ${blocked === 1 ? 'mission stays' : 'missions stay'} in the closed sprint.`]
  })
}

/** Refuses a sprint that the store does not hold. */
export function requireSprint(tx: Tx, id: string): void {
  if (findSprint(tx, id) === undefined) {
    throw new DomainError('not_found', `Sprint ${id} does not exist in the database.`, { sprint: id })
  }
}
