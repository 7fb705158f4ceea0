import { appendFileSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DomainError } from '../../domain/fault'
import type { RestoredStream, TelemetryArchive } from '../../domain/telemetry-archive'
import { fileFault, syncFolder } from '../files/atomic-file'
import { workspacePath } from '../files/workspace-path'
import { type JobScope, stopIfCancelled } from '../job'
import { whileMovingStreams } from './archive-lock'
import { type ArchivePlaces, archivePlaces, asideOf } from './archive-places'
import { listArchives, note } from './manifest'
import { isOpenElsewhere } from './open-elsewhere'
import { contentOf, unpackFile } from './packed-file'
import { recoverStreams } from './recover-streams'

const STOPPED = 'Restoring was stopped; what was put back until then is complete, every other archive is as it was.'
const A_MOMENT = 40
const MOST_ROUNDS = 100

/**
 * Puts archives back into telemetry/events, in front of what was written there since, and lets go of them. Every archive
 * is read and compared with its manifest before the first one is put back.
 */
export async function restoreStreams(
  order: { readonly root: string; readonly names: readonly string[] },
  job: JobScope,
): Promise<{ restored: RestoredStream[] }> {
  const places = archivePlaces(order.root)
  return whileMovingStreams(places, async () => {
    await recoverStreams(places)
    return restoreAll(places, order, job)
  })
}

async function restoreAll(
  places: ArchivePlaces,
  order: { readonly root: string; readonly names: readonly string[] },
  job: JobScope,
): Promise<{ restored: RestoredStream[] }> {
  const known = new Map(listArchives(places).map((archive) => [archive.name, archive]))
  const wanted = [...new Set(order.names)].map((name) => known.get(name) ?? unknown(name))
  for (const archive of wanted) await verify(places, archive, job)
  const restored: RestoredStream[] = []
  // The newest first: the next older one then goes in front of it.
  for (const archive of wanted.toSorted((one, other) => (one.archivedAt < other.archivedAt ? 1 : -1))) {
    stopIfCancelled(job, STOPPED)
    job.report({ label: `Restoring ${archive.stream}`, done: restored.length, total: wanted.length })
    await restoreOne(order.root, places, archive, job.signal)
    restored.push({ name: archive.name, stream: archive.stream, lines: archive.lines, bytes: archive.bytes })
  }
  return { restored }
}

async function verify({ archive: folder }: ArchivePlaces, archive: TelemetryArchive, job: JobScope): Promise<void> {
  const path = join(folder, archive.name)
  const { sha256, bytes } = await contentOf(path, job.signal)
  if (sha256 === archive.sha256 && bytes === archive.bytes) return
  throw new DomainError('corrupt', `${path} does not hold what its manifest says; nothing was put back.`, { path })
}

async function restoreOne(
  root: string,
  places: ArchivePlaces,
  archive: TelemetryArchive,
  signal: AbortSignal,
): Promise<void> {
  const path = workspacePath(root, 'telemetry', 'events', ...archive.stream.split('/'))
  if (isOpenElsewhere(path)) throw inUse(path)
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${asideOf(path)}.restoring`
  rmSync(draft, { force: true })
  await unpackFile(join(places.archive, archive.name), draft, signal)
  note(places, archive, 'restoring')
  await putInFront(draft, path)
  note(places, archive, 'restored')
  rmSync(join(places.archive, archive.name))
}

/** What stands there goes behind the draft, which then takes its place; whoever appends meanwhile only makes one more round. */
async function putInFront(draft: string, path: string): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const aside = asideOf(path, round)
    if (existsSync(path)) {
      renameSync(path, aside)
      let done = 0
      do {
        const rest = readFileSync(aside).subarray(done)
        appendFileSync(draft, rest, { flush: true })
        done += rest.length
        await pause(A_MOMENT)
      } while (statSync(aside).size > done || isOpenElsewhere(aside))
    }
    if (!linked(draft, path)) continue
    for (let before = 0; before <= round; before += 1) rmSync(asideOf(path, before), { force: true })
    rmSync(draft)
    return syncFolder(dirname(path))
  }
  throw inUse(path)
}

/** False when somebody began a file there meanwhile. */
function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw fileFault(error, path)
  }
}

function unknown(name: string): never {
  throw new DomainError('not_found', `There is no archive ${name}. See: cmos telemetry archives`, { name })
}

function inUse(path: string): DomainError {
  return new DomainError('conflict', `Another program has ${path} open; close it, then try again.`, { path })
}
