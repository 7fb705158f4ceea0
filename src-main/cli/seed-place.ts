import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../domain/fault'
import { findWorkspace, type WorkspacePlace } from '../engine/workspace'
import { namedPlace, type Place } from './locate-workspace'

/** The workspace whose store is made: it may have its files and no store yet. */
export function seedPlace(place: Place): WorkspacePlace {
  if (place.root !== undefined || place.database !== undefined) return namedPlace(place)
  const here = process.cwd()
  const root = [here, join(here, 'cmos')].find((folder) => existsSync(join(folder, 'missions', 'backlog.yaml')))
  try {
    return findWorkspace(here)
  } catch (error) {
    if (!(error instanceof DomainError) || root === undefined) throw error
    return { root, database: join(root, 'db', 'cmos.sqlite') }
  }
}
