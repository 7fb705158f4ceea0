import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../../domain/fault'
import type { ArchiveReceipt, KeptStream, TelemetryArchive } from '../../domain/telemetry-archive'
import { type JobScope, stopIfCancelled } from '../job'
import { whileMovingStreams } from './archive-lock'
import { type ArchivePlaces, archiveName, archivePlaces } from './archive-places'
import { type FoundStream, findStreams } from './find-streams'
import { note } from './manifest'
import { packFile } from './packed-file'
import { recoverStreams } from './recover-streams'
import { takeOut } from './take-out'
import { type OldPart, oldPartOf } from './weigh-stream'

export interface ArchiveOrder {
  readonly root: string
  readonly olderThanDays: number
  readonly dryRun: boolean
  readonly now: Date
}

const DAY = 24 * 60 * 60 * 1_000
const STOPPED = 'Archiving was stopped; what was packed until then is complete, every other stream is as it was.'

/**
 * Packs old streams of telemetry/events away, each read back and compared before it leaves. Schemas stay, and the last
 * line on the database's health. A dry run writes nothing.
 */
export async function archiveStreams(order: ArchiveOrder, job: JobScope): Promise<ArchiveReceipt> {
  const places = archivePlaces(order.root)
  if (order.dryRun) return archiveAll(places, order, job, [])
  return whileMovingStreams(places, async () => archiveAll(places, order, job, await recoverStreams(places)))
}

async function archiveAll(
  places: ArchivePlaces,
  order: ArchiveOrder,
  job: JobScope,
  warnings: string[],
): Promise<ArchiveReceipt> {
  const { olderThanDays, dryRun, now } = order
  const { streams, others } = findStreams(places.events)
  const archived: TelemetryArchive[] = []
  const kept: KeptStream[] = [...others]
  for (const [done, stream] of streams.entries()) {
    stopIfCancelled(job, STOPPED)
    job.report({ label: `Archiving ${stream.stream}`, done, total: streams.length })
    const part = await oldPartOf(stream, now.getTime() - olderThanDays * DAY, now.getTime())
    const outcome = part.bytes === 0 ? youngStream(stream) : await archiveOne(places, stream, part, order, job)
    if ('reason' in outcome) kept.push(outcome)
    else archived.push(outcome)
  }
  const sum = (key: 'bytes' | 'packedBytes') => archived.reduce((total, one) => total + one[key], 0)
  return { dryRun, olderThanDays, archived, kept, bytes: sum('bytes'), packedBytes: sum('packedBytes'), warnings }
}

function youngStream({ stream, bytes }: FoundStream): KeptStream {
  return { stream, bytes, reason: bytes === 0 ? 'It is empty.' : 'It holds nothing that old, or is still written.' }
}

async function archiveOne(
  places: ArchivePlaces,
  stream: FoundStream,
  part: OldPart,
  { now, dryRun }: ArchiveOrder,
  job: JobScope,
): Promise<TelemetryArchive | KeptStream> {
  const name = archiveName(stream.stream, now, (taken) => existsSync(join(places.archive, taken)))
  const { lines, bytes, from, to } = part
  const plan = { name, stream: stream.stream, archivedAt: now.toISOString(), lines, bytes, from, to }
  if (dryRun) return { ...plan, packedBytes: 0, sha256: '' }
  const packed = await packFile({ path: stream.path, bytes }, join(places.archive, name), job.signal)
  const archive = { ...plan, packedBytes: packed.packedBytes, sha256: packed.sha256 }
  note(places, archive, 'packed')
  try {
    await takeOut(stream.path, archive)
    note(places, archive, 'kept')
    return archive
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'conflict') throw error
    note(places, archive, 'dropped')
    rmSync(join(places.archive, name))
    return { stream: stream.stream, bytes: stream.bytes, reason: error.message }
  }
}
