import { existsSync, realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { DomainError } from '../../domain/fault'
import { mergeContexts } from '../../domain/merge-contexts'
import { mergeSessions } from '../../domain/merge-sessions'
import type { MigrationReport } from '../../domain/seeding'
import { nowText } from '../../domain/timestamp'
import { openStore } from '../../store/store'
import { type JobScope, listenAndStop } from '../job'
import { ImportNotes } from './import-notes'
import { LEGACY_FILES, type LegacyFiles, readLegacyFiles, readStoreFiles } from './legacy-files'
import { type Merged, mergeWorkspaces, withConflicts } from './merged-workspace'
import { addToStore, planForStore } from './migrate-store'
import { statesOf, writeMigrated } from './migrated-files'

export interface MigrateOrder {
  readonly source: string
  readonly target: string
  /** The target's store, when it takes part; null when it is left alone. */
  readonly database: string | null
  /** A store of the source, whose events and contexts take part too. */
  readonly sourceDatabase?: string
  readonly userData: string
  readonly now: Date
  /** Whether a copy of every file that changes is kept beside it. */
  readonly backups: boolean
  /** Whether the target's files are written. */
  readonly files: boolean
  readonly dryRun?: boolean
}

const PATIENCE = 5_000

/**
 * Unites an older workspace of files with a target: events by time without doubles, contexts with every gap filled. The
 * target's word stands; what the source said instead is kept in the metadata. Nothing is ever removed.
 */
export async function migrateWorkspace(order: MigrateOrder, job: JobScope): Promise<MigrationReport> {
  const source = requireFolder(order.source, 'source')
  const target = requireFolder(order.target, 'target')
  if (source === target) throw new DomainError('invalid_input', `${source} cannot be migrated into itself.`)
  const notes = new ImportNotes()
  job.report({ label: 'Reading both workspaces', done: 0, total: 3 })
  const from = withStore(readLegacyFiles(source, true, notes), order.sourceDatabase)
  const read = statesOf(target, LEGACY_FILES)
  const into = readLegacyFiles(target, false, notes)
  const merged = mergeWorkspaces(from, into, nowText(order.now))
  noteBacklog(source, notes)
  await listenAndStop(job, 'The migration was stopped. Nothing was changed.')
  job.report({ label: 'Writing the files', done: 1, total: 3 })
  const files = order.files
    ? writeMigrated(target, merged.texts, { ...order, read, isPartlyRead: (path) => notes.leftOutOf(path) > 0 })
    : []
  job.report({ label: 'Writing the store', done: 2, total: 3 })
  return {
    source,
    target,
    sessions: { target: into.sessions.length, source: from.sessions.length, ...merged.counts },
    conflicts: merged.conflicts,
    files,
    store: storeReport(order, merged),
    leftOut: notes.leftOut,
    remarks: notes.remarks,
  }
}

function withStore(files: LegacyFiles, database: string | undefined): LegacyFiles {
  if (database === undefined) return files
  const store = openStore(database, { mode: 'read-only', busyTimeout: PATIENCE })
  try {
    const more = readStoreFiles(store)
    return {
      ...files,
      sessions: mergeSessions(files.sessions, more.sessions).lines,
      project: withConflicts(mergeContexts(files.project, more.project)).document,
      master: withConflicts(mergeContexts(files.master, more.master)).document,
    }
  } finally {
    store.close()
  }
}

function storeReport(order: MigrateOrder, merged: Merged): MigrationReport['store'] {
  const { database } = order
  if (database === null) return null
  return order.dryRun === true ? planForStore(database, merged) : addToStore({ ...order, database }, merged)
}

/** Missions are for a seed: a migration says so where there are some. */
function noteBacklog(source: string, notes: ImportNotes): void {
  const path = resolve(source, 'missions', 'backlog.yaml')
  if (existsSync(path))
    notes.remark(path, null, 'A migration takes sessions and contexts; missions are read by cmos seed.')
}

function requireFolder(folder: string, name: string): string {
  const path = resolve(folder)
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return realpathSync(path)
  const message = `The ${name} ${path} is no folder. Nothing was changed; check the path.`
  throw new DomainError('not_found', message, { path })
}
