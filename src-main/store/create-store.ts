import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { storeMigrations } from '../../drizzle/migrations'
import { DomainError } from '../domain/fault'
import { newDatabase } from './connection'
import { migrate } from './migrate'
import { faultOf } from './sqlite-fault'

/** What a new store says of itself. */
export interface NewStore {
  readonly seededAt: string
  /** As newer stores name their project; without it the project is called like its folder. */
  readonly projectName?: string | undefined
}

/**
 * Creates an empty store at a path where nothing is: built under another name in the same folder, synced, then put in
 * place, so nobody ever sees half a store. Throws `exists` when something is there.
 */
export function createStore(path: string, options: NewStore): void {
  if (existsSync(path)) throw taken(path)
  const folder = dirname(path)
  makeFolder(folder)
  const draft = join(folder, `.cmos-${randomBytes(6).toString('hex')}.sqlite`)
  try {
    build(draft, options)
    sync(draft)
    putInPlace(draft, path)
    if (process.platform !== 'win32') sync(folder)
  } catch (error) {
    throw creationFault(error, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw notCreated(folder, errorCode(error))
  }
}

function build(file: string, { seededAt, projectName }: NewStore): void {
  const client = newDatabase(file, {})
  try {
    client.pragma('journal_mode = DELETE')
    client.pragma('synchronous = EXTRA')
    migrate(client, storeMigrations, false)
    client.prepare("INSERT INTO metadata (key, value) VALUES ('seeded_at', ?)").run(seededAt)
    if (projectName) client.prepare("INSERT INTO metadata (key, value) VALUES ('project_name', ?)").run(projectName)
  } finally {
    client.close()
  }
}

/** Unlike a rename, a link never replaces what another program put there meanwhile; some file systems have none. */
function putInPlace(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    const code = errorCode(error)
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    if (existsSync(path)) throw taken(path)
    renameSync(draft, path)
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function creationFault(error: unknown, path: string): unknown {
  const code = errorCode(error)
  if (code === 'EEXIST') return taken(path)
  return /^E[A-Z]+$/.test(code) ? notCreated(path, code) : faultOf(error, path)
}

function notCreated(path: string, code: string): DomainError {
  if (code === 'ENOSPC') return new DomainError('disk_full', `The disk is full, so ${path} was not created.`, { path })
  return new DomainError('read_only', `${path} cannot be created (${code}). Choose a folder you may write to.`, {
    path,
  })
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function taken(path: string): DomainError {
  return new DomainError('exists', `There is already a file at ${path}; it was left as it is. Open it instead.`, {
    path,
  })
}
