import { existsSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { nowText } from '../../domain/timestamp'
import { createStore } from '../../store/create-store'
import { fillStore } from '../../store/fill-store'
import { openStore } from '../../store/store'
import { fileFault } from '../files/atomic-file'
import { backlogFileText } from '../files/backlog-file'
import { workspacePath } from '../files/workspace-path'
import { findWorkspace, type WorkspacePlace } from '../workspace'
import { firstSprint } from './first-sprint'
import { starterContexts, starterFiles, type TextFiles } from './starter-files'

export interface NewWorkspace {
  /** The project's name; that of its folder by default. */
  readonly project?: string
  /** Whether the backlog has a first sprint with a first mission, or nothing yet. */
  readonly backlog: 'first sprint' | 'empty'
}

/**
 * Lays our starter down in a project folder (or in a `cmos/` folder itself). Files that a project has already stay as
 * they are; throws `exists` when a store is there.
 */
export function createWorkspace(
  folder: string,
  now: Date,
  { project, backlog }: NewWorkspace = { backlog: 'first sprint' },
): WorkspacePlace {
  const chosen = resolve(folder)
  const root = basename(chosen) === 'cmos' ? chosen : join(chosen, 'cmos')
  const name = project ?? basename(dirname(root))
  const database = join(root, 'db', 'cmos.sqlite')
  const files = starterFiles({ project: name, now })
  requireInside(root, ['db/cmos.sqlite', 'missions/backlog.yaml', 'context/MASTER_CONTEXT.json', ...Object.keys(files)])
  createStore(database, { seededAt: nowText(now), projectName: project })
  const contexts = starterContexts(name)
  const store = openStore(database, { mode: 'read-write', busyTimeout: 1_000 })
  try {
    fillStore(store, {
      ...(backlog === 'empty' ? {} : firstSprint()),
      contexts: contexts.map((row) => ({ ...row, updatedAt: nowText(now) })),
    })
    const views = contexts.map(({ sourcePath, content }) => [sourcePath, `${content}\n`])
    writeMissingFiles(root, {
      ...files,
      ...Object.fromEntries(views),
      'missions/backlog.yaml': [...backlogFileText(store, now)].join(''),
    })
  } finally {
    store.close()
  }
  return findWorkspace(root)
}

/** Refuses a folder some of whose missing files would be written through a link that leads out of it. */
function requireInside(root: string, paths: readonly string[]): void {
  if (!existsSync(root)) return
  for (const path of paths) {
    if (lstatSync(join(root, path), { throwIfNoEntry: false }) === undefined) workspacePath(root, ...path.split('/'))
  }
}

/** Writes the files that are not there yet, and answers with their paths; what is there stays as it is. */
export function writeMissingFiles(root: string, files: TextFiles): string[] {
  const written: string[] = []
  for (const [path, text] of Object.entries(files)) {
    if (lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined) continue
    try {
      const file = workspacePath(root, ...path.split('/'))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text, { flag: 'wx' })
      written.push(path)
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
      if (!taken) throw fileFault(error, join(root, path))
    }
  }
  return written
}
