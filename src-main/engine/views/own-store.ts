import { join } from 'node:path'
import { DomainError } from '../../domain/fault'
import type { WorkspacePlace } from '../workspace'

/** The views of a workspace show the store in it, never another one that was named besides. */
export function isOwnStore({ root, database }: WorkspacePlace): boolean {
  return database === join(root, 'db', 'cmos.sqlite')
}

/** Refuses a store that the workspace's file views do not show. */
export function requireOwnStore(place: WorkspacePlace): void {
  if (isOwnStore(place)) return
  throw new DomainError(
    'unsupported',
    `The file views of ${place.root} show the store in its db folder, not ${place.database}. Leave out --database.`,
    { path: place.database },
  )
}
