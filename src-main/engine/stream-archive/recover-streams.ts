import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type ArchivePlaces, asideOf } from './archive-places'
import { findLeftovers } from './find-streams'
import { type ManifestEntry, note, readManifest } from './manifest'
import { hashOfBeginning } from './packed-file'
import { finishTakingOut } from './take-out'

/**
 * Finishes what a run left half done when it was broken off, so that every event is in one place, and in one place only:
 * its stream or its archive. Answers a sentence for each.
 */
export async function recoverStreams(places: ArchivePlaces): Promise<string[]> {
  const said: string[] = []
  const unfinished = readManifest(places).filter(({ state }) => state === 'packed' || state === 'restoring')
  for (const entry of unfinished) {
    const path = join(places.events, entry.stream)
    if (entry.state === 'packed') await finishArchiving(places, entry, path)
    else await finishRestoring(places, entry, path)
    said.push(`${entry.stream}: a run that was broken off was finished.`)
  }
  const { asides, drafts } = findLeftovers(places.events)
  for (const { path, aside } of asides) {
    await finishTakingOut(path, 0, aside)
    said.push(`${path}: what stood aside was put back after a run that was broken off.`)
  }
  for (const draft of drafts) rmSync(draft)
  return said
}

/** The archive counts when the stream was moved aside already; else the stream still holds everything. */
async function finishArchiving(places: ArchivePlaces, entry: ManifestEntry, path: string): Promise<void> {
  const aside = asideOf(path)
  if (existsSync(aside) && (await beginsWith(aside, entry))) {
    await finishTakingOut(path, entry.bytes)
    return noteState(places, entry, 'kept')
  }
  if (existsSync(path) && (await beginsWith(path, entry))) {
    noteState(places, entry, 'dropped')
    rmSync(join(places.archive, entry.name), { force: true })
    return
  }
  noteState(places, entry, 'kept')
}

/** Once the stream begins with what was packed, the archive has done its duty. */
async function finishRestoring(places: ArchivePlaces, entry: ManifestEntry, path: string): Promise<void> {
  if (existsSync(path) && (await beginsWith(path, entry))) {
    noteState(places, entry, 'restored')
    rmSync(join(places.archive, entry.name), { force: true })
  } else noteState(places, entry, 'kept')
}

function noteState(
  places: ArchivePlaces,
  { state: _state, ...archive }: ManifestEntry,
  state: ManifestEntry['state'],
): void {
  note(places, archive, state)
}

async function beginsWith(path: string, { bytes, sha256 }: ManifestEntry): Promise<boolean> {
  return statSync(path).size >= bytes && (await hashOfBeginning(path, bytes)) === sha256
}
