import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nowText } from '../../domain/timestamp'
import { createStore } from '../../store/create-store'
import { fillStore } from '../../store/fill-store'
import { readContextText } from '../../store/read-report'
import { openStore } from '../../store/store'
import { fileFault } from '../files/atomic-file'
import { backlogFileText } from '../files/backlog-file'
import { openWorkspace, type WorkspacePlace } from '../workspace'
import { emptiedContext } from './emptied-context'
import { starterContexts } from './starter-files'

/** A file that is written anew for a package, and why. */
export interface FreshFile {
  readonly path: string
  readonly content: Buffer
  readonly reason: string
}

export interface Fresh {
  readonly workspace: string
  /** By path. */
  readonly files: ReadonlyMap<string, FreshFile>
}

const VIEW = 'Written anew from the fresh store'

/**
 * What a package holds instead of this workspace's own: an empty store made from the schema, its contexts with what was
 * agreed and without what happened, and the views of both. The same workspace and time give the same bytes.
 */
export function freshFiles(place: WorkspacePlace, now: Date): Fresh {
  const { workspace, contexts } = readContexts(place)
  const folder = mkdtempSync(join(tmpdir(), 'cmos-starter-'))
  const database = join(folder, 'cmos.sqlite')
  try {
    createStore(database, { seededAt: nowText(now) })
    const backlog = fill(database, contexts, now)
    const files: FreshFile[] = [
      {
        path: 'db/cmos.sqlite',
        content: readFileSync(database),
        reason: 'A fresh, empty store made from the schema; the live one never goes in',
      },
      { path: 'missions/backlog.yaml', content: Buffer.from(backlog), reason: VIEW },
      ...contexts.map(({ sourcePath, content }) => ({
        path: sourcePath,
        content: Buffer.from(`${content}\n`),
        reason: `${VIEW}: what was agreed stays, the history of sessions goes`,
      })),
    ]
    return { workspace, files: new Map(files.map((file) => [file.path, file])) }
  } catch (error) {
    throw fileFault(error, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type FreshContext = ReturnType<typeof starterContexts>[number]

function readContexts(place: WorkspacePlace): { workspace: string; contexts: FreshContext[] } {
  const opened = openWorkspace(place, { mode: 'read-only', busyTimeout: 5_000 })
  try {
    const contexts = starterContexts(opened.name).map((fresh) => {
      const stored = opened.store.read((reader) => readContextText(reader, fresh.id))
      return { ...fresh, content: emptiedContext(stored ?? '') ?? fresh.content }
    })
    return { workspace: opened.name, contexts }
  } finally {
    opened.close()
  }
}

function fill(database: string, contexts: readonly FreshContext[], now: Date): string {
  const store = openStore(database, { mode: 'read-write', busyTimeout: 1_000 })
  try {
    fillStore(store, { contexts: contexts.map((row) => ({ ...row, updatedAt: nowText(now) })) })
    return [...backlogFileText(store, now)].join('')
  } finally {
    store.close()
  }
}
