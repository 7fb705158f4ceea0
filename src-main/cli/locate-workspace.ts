import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { DomainError } from '../domain/fault'
import { findWorkspace, type WorkspacePlace } from '../engine/workspace'
import { Refusal } from './answer'

/** What the command line says about where the workspace is. */
export interface Place {
  readonly root: string | undefined
  readonly database: string | undefined
}

/** The workspace meant: as named by the options, else the one the current folder is in. Nothing is created. */
export function locateWorkspace(place: Place): WorkspacePlace {
  if (place.root === undefined && place.database === undefined) return searchUpward()
  const located = namedPlace(place)
  // A lock or a missing permission is for the opening to tell; here only a missing file counts.
  if (!existsSync(located.database)) {
    const message = `Database does not exist: ${located.database}`
    throw new Refusal({ code: 'not_a_store', message, details: { path: located.database } }, `Error: ${message}`)
  }
  return located
}

/** The root folder alone, for commands that read its files and never its store. */
export function locateRoot(place: Place): string {
  return place.root === undefined ? searchUpward().root : rootOf(resolve(place.root))
}

/** The workspace that the options name, whether anything is there or not. */
export function namedPlace({ root, database }: Place): WorkspacePlace {
  if (root !== undefined) {
    const folder = rootOf(resolve(root))
    return { root: folder, database: database === undefined ? join(folder, 'db', 'cmos.sqlite') : resolve(database) }
  }
  const file = resolve(database ?? '')
  const folder = dirname(file)
  return { root: basename(folder) === 'db' ? dirname(folder) : folder, database: file }
}

/** A project folder stands for the `cmos/` folder in it, unless it is a workspace itself. */
function rootOf(folder: string): string {
  const inside = join(folder, 'cmos')
  if (isFile(join(folder, 'db', 'cmos.sqlite')) || !isFile(join(inside, 'db', 'cmos.sqlite'))) return folder
  return inside
}

function searchUpward(): WorkspacePlace {
  try {
    return findWorkspace(process.cwd())
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new Refusal(error, `Error: ${error.message} With --root you can name one.`)
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
