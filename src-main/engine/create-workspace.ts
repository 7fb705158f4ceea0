import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { nowText } from '../domain/timestamp'
import { createStore } from '../store/create-store'
import { fillStore, type StoreContent } from '../store/fill-store'
import { openStore } from '../store/store'
import { starterFiles, starterMasterContext, type TextFiles } from './starter-files'
import { findWorkspace, type WorkspacePlace } from './workspace'

const FOLDERS = ['context', 'docs', 'missions', 'research', 'telemetry/events']

/** Creates an empty workspace in a project folder (or in a `cmos/` folder itself); throws `exists` when one is there. */
export function createWorkspace(folder: string, now: Date): WorkspacePlace {
  const chosen = resolve(folder)
  const root = basename(chosen) === 'cmos' ? chosen : join(chosen, 'cmos')
  const name = basename(dirname(root)) || 'New project'
  const database = join(root, 'db', 'cmos.sqlite')
  createStore(database, { seededAt: nowText(now) })
  for (const path of FOLDERS) mkdirSync(join(root, path), { recursive: true })
  const contexts = [
    context('project_context', 'PROJECT_CONTEXT.json', { project: { name } }),
    context('master_context', 'context/MASTER_CONTEXT.json', starterMasterContext(name)),
  ]
  const views = contexts.map(({ sourcePath, content }) => [sourcePath, `${content}\n`])
  writeMissingFiles(root, { ...starterFiles(name), ...Object.fromEntries(views) })
  fill(database, { contexts: contexts.map((row) => ({ ...row, updatedAt: nowText(now) })) })
  return findWorkspace(root)
}

function context(id: string, sourcePath: string, content: unknown) {
  return { id, sourcePath, content: JSON.stringify(content, null, 2) }
}

function fill(database: string, content: Partial<StoreContent>): void {
  const store = openStore(database, { mode: 'read-write', busyTimeout: 1_000 })
  try {
    fillStore(store, content)
  } finally {
    store.close()
  }
}

/** A project that is there already keeps every file it has. */
function writeMissingFiles(root: string, files: TextFiles): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    try {
      writeFileSync(join(root, path), text, { flag: 'wx' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}
