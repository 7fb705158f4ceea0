import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { DomainError } from '../domain/fault'
import type { StoreCheck } from '../domain/store-check'
import { readProjectName } from '../store/project-name'
import { openStore, type Store } from '../store/store'
import { createUndoLog, type UndoLog } from './undo-log'

/** Where a workspace is: its `cmos/` folder, and the store in it. */
export interface WorkspacePlace {
  readonly root: string
  readonly database: string
}

/** A workspace that is open in this process. */
export interface OpenWorkspace extends WorkspacePlace {
  readonly name: string
  readonly store: Store
  readonly undoLog: UndoLog
  /** Whether actions remember what to take back; a process that ends with its one action never could. */
  readonly undoable: boolean
  /** What is done now and then to keep it well. */
  readonly upkeep: Upkeep
  close(): void
}

/** What is to be done, and was done, to keep a workspace well. */
export interface Upkeep {
  /** Older snapshots of contexts are to be moved to the archive after the action that runs. */
  snapshots: boolean
  /** What the check of the store's pages found; null while none was made. */
  check: StoreCheck | null
}

/** The file that marks the folder of a sample workspace. */
export const SAMPLE_MARK = '.cmos-desk-sample'

const STORE_IN_ROOT = join('db', 'cmos.sqlite')

/**
 * The workspace that a project folder, a `cmos/` folder, a folder inside it, or a store file belongs to. Only
 * `db/cmos.sqlite` counts; stray databases beside it do not. Throws `not_a_store` when there is none.
 */
export function findWorkspace(start: string, options: { readonly upward: boolean } = { upward: true }): WorkspacePlace {
  const from = canonical(start)
  if (isFile(from)) return ofStoreFile(from)
  for (let folder = from; ; folder = dirname(folder)) {
    const root = [folder, join(folder, 'cmos')].find((candidate) => isFile(join(candidate, STORE_IN_ROOT)))
    if (root !== undefined) {
      const cmos = realpathSync(root)
      return { root: cmos, database: join(cmos, STORE_IN_ROOT) }
    }
    const inside = basename(folder) === 'db' || options.upward
    if (!inside || dirname(folder) === folder) break
  }
  throw new DomainError(
    'not_a_store',
    `There is no CMOS workspace in ${from}${options.upward ? ' or any folder above it' : ''}: no ${join('cmos', STORE_IN_ROOT)} was found. Choose another folder, or create a workspace there.`,
    { path: from },
  )
}

/** Opens the workspace at a place, or at the place found from a path. */
export function openWorkspace(
  place: string | WorkspacePlace,
  options: { readonly mode: 'read-write' | 'read-only'; readonly busyTimeout: number; readonly undoable?: boolean },
): OpenWorkspace {
  const { root, database } = typeof place === 'string' ? findWorkspace(place) : place
  const store = openStore(database, options)
  let name: string | undefined
  return {
    root,
    database,
    // Read when somebody asks: a command that acts and ends never does.
    get name() {
      name ??= store.read(readProjectName) || folderName(root)
      return name
    },
    store,
    undoLog: createUndoLog(),
    undoable: options.undoable ?? true,
    upkeep: { snapshots: false, check: null },
    close: () => store.close(),
  }
}

/** A sample is marked by a file beside its `cmos/` folder, so that nobody takes it for their own work. */
export function isSampleWorkspace(place: WorkspacePlace): boolean {
  return isFile(join(dirname(place.root), SAMPLE_MARK))
}

function ofStoreFile(file: string): WorkspacePlace {
  if (extname(file) !== '.sqlite') {
    throw new DomainError('not_a_store', `${file} is not a store. Choose a workspace folder or its cmos.sqlite.`, {
      path: file,
    })
  }
  const folder = dirname(file)
  return { root: basename(folder) === 'db' ? dirname(folder) : folder, database: file }
}

function canonical(start: string): string {
  try {
    const path = resolve(start)
    // The last part is kept as it is when it is a link to a file: a store behind a link is refused when it is opened.
    return statSync(path).isFile() ? join(realpathSync(dirname(path)), basename(path)) : realpathSync(path)
  } catch {
    throw new DomainError('not_a_store', `${start} does not exist or cannot be read. Check the path.`, { path: start })
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The project's folder gives a workspace its name when the store has none. */
function folderName(root: string): string {
  return basename(root) === 'cmos' ? basename(dirname(root)) || 'cmos' : basename(root)
}
