import { appendFileSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DomainError } from '../../domain/fault'
import { fileFault, syncFolder } from '../files/atomic-file'
import { asideOf } from './archive-places'
import { isOpenElsewhere } from './open-elsewhere'
import { hashOfBeginning } from './packed-file'

/** How long an append that began before a file was moved may take to end. */
const A_MOMENT = 40
const MOST_LOOKS = 50
const MOST_TRIES = 10

/**
 * Takes the beginning of a stream out of it, which was packed and verified before. The stream is moved aside, so that
 * whoever appends from then on begins a new one; what stands behind the beginning is put back, also what was appended
 * while this happened. Nothing is removed whose content is not what was packed. Throws `conflict`, with the stream as it
 * was, when that cannot be made sure.
 */
export async function takeOut(
  path: string,
  beginning: { readonly bytes: number; readonly sha256: string },
): Promise<void> {
  await untilClosed(path)
  const aside = asideOf(path)
  moveAside(path, aside)
  const same = (await hashOfBeginning(aside, beginning.bytes)) === beginning.sha256
  await putBack(aside, path, same ? beginning.bytes : 0)
  if (same) return
  throw new DomainError('conflict', `${path} was rewritten while it was packed, so it stays as it is.`, { path })
}

/** Finishes what was broken off: puts back what stands behind the beginning, unless that was done before the end came. */
export async function finishTakingOut(path: string, keep: number, aside = asideOf(path)): Promise<void> {
  const rest = readFileSync(aside).subarray(keep)
  const there = statSync(path, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(path)
  if (there?.includes(rest) === true) rmSync(aside)
  else await putBack(aside, path, keep)
  syncFolder(dirname(path))
}

/** Puts what stands behind a place of the moved file where the file was, until nobody appends to it any more. */
async function putBack(aside: string, path: string, from: number): Promise<void> {
  let done = from
  let quiet = 0
  for (let look = 0; look < MOST_LOOKS && quiet < 2; look += 1) {
    const grew = statSync(aside).size > done
    if (grew) {
      const rest = readFileSync(aside).subarray(done)
      bringBack(rest, path)
      done += rest.length
    }
    quiet = grew || isOpenElsewhere(aside) ? 0 : quiet + 1
    await pause(A_MOMENT)
  }
  if (statSync(aside).size > done) bringBack(readFileSync(aside).subarray(done), path)
  rmSync(aside)
  syncFolder(dirname(path))
}

/** As a new file, or behind what somebody began to write there meanwhile; never over it. */
function bringBack(rest: Buffer, path: string): void {
  const draft = `${asideOf(path)}.rest`
  try {
    writeFileSync(draft, rest, { flush: true })
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code !== 'EEXIST' && error.code !== 'EPERM' && error.code !== 'ENOTSUP') throw fileFault(error, path)
    appendFileSync(path, rest, { flush: true })
  } finally {
    rmSync(draft, { force: true })
  }
}

function moveAside(path: string, aside: string): void {
  try {
    renameSync(path, aside)
  } catch (error) {
    // Gone meanwhile, or Windows does not let a file be moved that somebody has open.
    throw error instanceof Error && 'code' in error ? inUse(path) : error
  }
}

/** Whoever appends a line has the file open for less than a moment. */
async function untilClosed(path: string): Promise<void> {
  for (let look = 0; look < MOST_TRIES; look += 1) {
    if (!isOpenElsewhere(path)) return
    await pause(A_MOMENT)
  }
  throw inUse(path)
}

function inUse(path: string): DomainError {
  return new DomainError('conflict', `Another program has ${path} open, so it stays as it is.`, { path })
}
