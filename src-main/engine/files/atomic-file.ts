import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DomainError } from '../../domain/fault'

let written = 0

/** Replaces a file as a whole: readers see the old text or the new one, never a part, also after a crash. */
export function replaceFile(path: string, text: string | Iterable<string>): void {
  requireNoDatabase(path)
  const folder = dirname(path)
  const draft = join(folder, `.${basename(path).slice(0, 100)}.${process.pid}-${++written}.tmp`)
  try {
    mkdirSync(folder, { recursive: true })
    writeDraft(draft, text, statSync(path, { throwIfNoEntry: false })?.mode)
    renameSync(draft, path)
    syncFolder(folder)
  } catch (error) {
    rmSync(draft, { force: true })
    throw fileFault(error, path)
  }
}

const DATABASE = /\.(?:sqlite3?|db)(?:-(?:wal|shm|journal))?$/i

/** A text never takes the place of a database, whatever else may be replaced: `store` is one under any name. */
export function requireNoDatabase(path: string, store?: string): void {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there === undefined) return
  const found = store === undefined ? undefined : statSync(store, { throwIfNoEntry: false })
  const same = found !== undefined && found.ino === there.ino && found.dev === there.dev
  if (!same && !DATABASE.test(path)) return
  throw new DomainError('exists', `${path} is a database, so no text is written in its place. Choose another file.`, {
    path,
  })
}

/** Appends to a file, made when it is not there, so that the text outlives a crash; a part of it may be left by one. */
export function appendToFile(path: string, pieces: Iterable<string>): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const isNew = statSync(path, { throwIfNoEntry: false }) === undefined
    const descriptor = openSync(path, 'a')
    try {
      for (const piece of pieces) writeFileSync(descriptor, piece)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    if (isNew) syncFolder(dirname(path))
  } catch (error) {
    throw fileFault(error, path)
  }
}

/** As `replaceFile`, for texts that come in over time; when they stop coming by an error, nothing is left of them. */
export async function replaceFileFrom(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const folder = dirname(path)
  const draft = join(folder, `.${basename(path).slice(0, 100)}.${process.pid}-${++written}.tmp`)
  try {
    const descriptor = openSync(draft, 'wx')
    try {
      for await (const piece of pieces) writeFileSync(descriptor, piece)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(draft, path)
    syncFolder(folder)
  } catch (error) {
    rmSync(draft, { force: true })
    throw fileFault(error, path)
  }
}

function writeDraft(draft: string, text: string | Iterable<string>, mode: number | undefined): void {
  const descriptor = openSync(draft, 'wx', mode)
  try {
    for (const piece of typeof text === 'string' ? [text] : text) writeFileSync(descriptor, piece)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes the rename itself durable, where the system lets a folder be opened. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** The refusal an operator can act on for an error of the file system; any other error is handed back as it is. */
export function fileFault(error: unknown, path: string): unknown {
  if (error instanceof DomainError || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new DomainError('disk_full', `The disk that holds ${path} is full, so it was not written.`, { path })
  }
  return new DomainError(
    'read_only',
    `${path} could not be written (${code}). Check the path, its folder and your permissions there.`,
    { path, code },
  )
}
