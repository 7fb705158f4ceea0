import { type Command, InvalidArgumentError } from 'commander'
import type { ArchiveReceipt, TelemetryArchive } from '../domain/telemetry-archive'
import type { Answer } from './answer'
import { refusing } from './backup-target'
import { example } from './help-text'
import type { Place } from './locate-workspace'
import type { Perform } from './perform'

const DEFAULT_DAYS = 30
const MOST_DAYS = 36_500

interface ArchiveOptions {
  readonly olderThan: number
  readonly dryRun?: boolean
}

/** `telemetry archive|archives|restore`: old event streams, packed away and brought back. */
export function addTelemetryCommands(telemetry: Command, perform: Perform): void {
  const perhaps = (work: (root: string) => Promise<Answer>) =>
    perform.withoutStore((place) => refusing(async () => work(await rootOf(place))))
  telemetry
    .command('archive')
    .description('Pack streams of telemetry/events away whose newest event is old')
    .option('--older-than <days>', 'how old the newest event must be', wholeDays, DEFAULT_DAYS)
    .option('--dry-run', 'only say what would be packed away')
    .addHelpText(
      'after',
      example('cmos telemetry archive --older-than 90 --dry-run', 'They are kept in telemetry/archive.'),
    )
    .action((options: ArchiveOptions) => perhaps((root) => archive(root, options)))
  telemetry
    .command('archives')
    .description('List what is packed away, newest first')
    .addHelpText('after', example('cmos telemetry archives'))
    .action(() => perhaps(list))
  telemetry
    .command('restore')
    .description('Put archives back in front of what was written since')
    .argument('[archives...]', 'their names from the list')
    .option('--all', 'every archive')
    .addHelpText('after', example('cmos telemetry restore s1-m01-20260301T120000Z.jsonl.gz'))
    .action((names: string[], { all }: { readonly all?: boolean }) =>
      perhaps((root) => restore(root, names, all === true)),
    )
}

async function rootOf(place: Place): Promise<string> {
  const { locateRoot } = await import('./locate-workspace')
  return locateRoot(place)
}

async function archive(root: string, { olderThan, dryRun = false }: ArchiveOptions): Promise<Answer> {
  const { runJob } = await import('./run-job')
  const { archiveStreams } = await import('../engine/stream-archive/archive-streams')
  const order = { root, olderThanDays: olderThan, dryRun, now: new Date() }
  const receipt = await runJob((job) => archiveStreams(order, job))
  return { value: receipt, text: archivedText(receipt), warnings: receipt.warnings }
}

function archivedText({ archived, bytes, packedBytes, dryRun, olderThanDays }: ArchiveReceipt): string {
  if (archived.length === 0) return `Nothing in telemetry/events is older than ${olderThanDays} days.`
  const lines = archived.map(
    ({ stream, lines: count, name }) => `- ${stream}: ${count} events${dryRun ? '' : ` -> ${name}`}`,
  )
  const sum = dryRun
    ? `${archived.length} would be packed away, ${sizeText(bytes)}.`
    : `Packed ${archived.length} away and verified them: ${sizeText(bytes)} took ${sizeText(packedBytes)}.`
  return [...lines, sum].join('\n')
}

async function list(root: string): Promise<Answer> {
  const { archivePlaces } = await import('../engine/stream-archive/archive-places')
  const { listArchives } = await import('../engine/stream-archive/manifest')
  const places = archivePlaces(root)
  const archives = listArchives(places)
  const text =
    archives.length === 0 ? 'Nothing is packed away.' : [...archives.map(line), `In ${places.archive}`].join('\n')
  return { value: { folder: places.archive, archives }, text }
}

async function restore(root: string, named: readonly string[], all: boolean): Promise<Answer> {
  const { DomainError } = await import('../domain/fault')
  const { archivePlaces } = await import('../engine/stream-archive/archive-places')
  const { listArchives } = await import('../engine/stream-archive/manifest')
  const { restoreStreams } = await import('../engine/stream-archive/restore-streams')
  const { runJob } = await import('./run-job')
  const names = all ? listArchives(archivePlaces(root)).map(({ name }) => name) : named
  if (names.length === 0) {
    throw new DomainError('invalid_input', 'Name the archives to put back, or --all. See: cmos telemetry archives')
  }
  const value = await runJob((job) => restoreStreams({ root, names }, job))
  const lines = value.restored.map(({ name, stream, lines: count }) => `- ${name} -> ${stream}: ${count} events`)
  return { value, text: lines.join('\n') }
}

function line({ name, lines, bytes, from, to }: TelemetryArchive): string {
  const range = from === null ? '' : `, ${from} to ${to}`
  return `- ${name}: ${lines} events, ${sizeText(bytes)}${range}`
}

function sizeText(bytes: number): string {
  return bytes < 1024 ** 2 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`
}

function wholeDays(text: string): number {
  if (!/^\s*\d{1,5}\s*$/.test(text) || Number(text) > MOST_DAYS) {
    throw new InvalidArgumentError(`It must be a whole number of days up to ${MOST_DAYS}.`)
  }
  return Number(text)
}
