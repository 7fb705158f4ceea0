import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../../domain/fault'
import { fileFault } from '../files/atomic-file'
import type { ArchivePlaces } from './archive-places'

/** Lets one process at a time move streams; the lock of a process that died counts for nothing. */
export async function whileMovingStreams<T>({ archive }: ArchivePlaces, work: () => Promise<T>): Promise<T> {
  const lock = join(archive, '.lock')
  const mine = `${lock}.${process.pid}`
  try {
    mkdirSync(archive, { recursive: true })
    writeFileSync(mine, String(process.pid))
    if (!taken(mine, lock)) {
      if (isAlive(readFileSync(lock, 'utf8')) || !tookAway(lock, `${mine}.dead`)) throw inUse(lock)
      if (!taken(mine, lock)) throw inUse(lock)
    }
  } catch (error) {
    throw fileFault(error, lock)
  } finally {
    rmSync(mine, { force: true })
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Takes the lock of a dead process away; one that somebody else put there meanwhile is put back. */
function tookAway(lock: string, aside: string): boolean {
  try {
    renameSync(lock, aside)
    if (!isAlive(readFileSync(aside, 'utf8'))) return true
    taken(aside, lock)
    return false
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function taken(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isAlive(id: string): boolean {
  try {
    return process.kill(Number.parseInt(id, 10), 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function inUse(lock: string): DomainError {
  return new DomainError(
    'busy',
    `Another program is archiving or restoring telemetry. Wait until it is done; if none is, remove ${lock}.`,
    { path: lock },
  )
}
