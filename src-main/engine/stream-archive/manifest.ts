import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type TelemetryArchive, telemetryArchive } from '../../domain/telemetry-archive'
import { appendToFile } from '../files/atomic-file'
import type { ArchivePlaces } from './archive-places'

/** How far an archive came: `packed` while its stream still holds the same, `kept` when it is the only copy, then back. */
const entry = z.object({
  ...telemetryArchive.shape,
  state: z.enum(['packed', 'kept', 'restoring', 'restored', 'dropped']),
})
export type ManifestEntry = z.infer<typeof entry>

/** The last word on each archive, in the order in which they were made. A line that cannot be read says nothing. */
export function readManifest({ manifest }: ArchivePlaces): ManifestEntry[] {
  const entries = new Map<string, ManifestEntry>()
  for (const line of textOf(manifest).split('\n')) {
    const read = parsed(line)
    if (read !== undefined) entries.set(read.name, read)
  }
  return [...entries.values()]
}

/** Appends how an archive stands now. */
export function note({ manifest }: ArchivePlaces, archive: TelemetryArchive, state: ManifestEntry['state']): void {
  appendToFile(manifest, [`${JSON.stringify({ ...archive, state })}\n`])
}

/** The archives that are there, the newest first. */
export function listArchives(places: ArchivePlaces): TelemetryArchive[] {
  return readManifest(places)
    .filter(({ state, name }) => (state === 'kept' || state === 'restoring') && isThere(places, name))
    .map(({ state: _state, ...archive }) => archive)
    .reverse()
}

function isThere({ archive }: ArchivePlaces, name: string): boolean {
  return statSync(join(archive, name), { throwIfNoEntry: false })?.isFile() === true
}

function parsed(line: string): ManifestEntry | undefined {
  try {
    const read = z.safeParse(entry, JSON.parse(line))
    // A name is never a path, whatever somebody wrote into the file.
    return read.success && !/[/\\]/.test(read.data.name) && !read.data.stream.split('/').includes('..')
      ? read.data
      : undefined
  } catch {
    return undefined
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
