import { basename } from 'node:path'
import type { BenchmarkProblem, BenchmarkRun, ReadBenchmarks } from '../../domain/benchmarks/benchmark-run'
import { DomainError } from '../../domain/fault'
import { insertBenchmarkRuns, type NewBenchmarkRun } from '../../store/benchmark-rows'
import { type DeskDatabase, deskFile, openDeskDatabase } from '../../store/desk-database'
import { readBenchmarkFile } from './benchmark-files'
import { gatherBenchmarks } from './gathered-benchmarks'
import { runFingerprint, withoutRepeats } from './run-fingerprint'

/** A file that somebody named may be this long. */
const LARGEST = 256 * 1024 * 1024
const NOTHING = { recorded: 0, known: 0 }

export interface RecordReceipt {
  readonly recorded: number
  readonly known: number
  readonly problems: { file: string; line: number | null; reason: string }[]
}

/** Records runs in one transaction; runs that are there already are counted as known. */
export function recordRuns(root: string, source: string, runs: readonly BenchmarkRun[], now: Date): RecordReceipt {
  const entries = runs.map(withoutRepeats).map((run) => ({ run, fingerprint: runFingerprint(run), source }))
  return receiptOf(root, entries, now, [])
}

/** Records what the workspace's own benchmark files hold and nobody recorded yet. */
export async function importWorkspaceRuns(root: string, now: Date): Promise<RecordReceipt> {
  const { fresh, files } = await gatherBenchmarks(root)
  const problems = files.flatMap(({ path, problems }) => named(path, problems))
  const receipt = receiptOf(root, fresh, now, problems)
  const held = files.reduce((sum, { runs }) => sum + runs.length, 0)
  return { ...receipt, known: held - receipt.recorded }
}

/** Records the runs of one file. Throws `not_found` when it cannot be read; what cannot be understood is in `problems`. */
export function importFile(root: string, path: string, now: Date): RecordReceipt {
  const { runs, problems } = readNamed(path)
  const receipt = runs.length === 0 ? NOTHING : recordRuns(root, basename(path), runs, now)
  return { ...receipt, problems: named(basename(path), problems) }
}

function readNamed(path: string): ReadBenchmarks {
  try {
    return readBenchmarkFile(path, LARGEST)
  } catch (error) {
    throw new DomainError('not_found', `${path} cannot be read: ${error instanceof Error ? error.message : error}`, {
      path,
    })
  }
}

function named(file: string, problems: readonly BenchmarkProblem[]): RecordReceipt['problems'] {
  return problems.map((problem) => ({ file, ...problem }))
}

function receiptOf(
  root: string,
  entries: readonly NewBenchmarkRun[],
  now: Date,
  problems: RecordReceipt['problems'],
): RecordReceipt {
  const inserted = entries.length === 0 ? [] : inDesk(root, (desk) => insertBenchmarkRuns(desk, entries, now.getTime()))
  const recorded = inserted.filter(({ fresh }) => fresh).length
  return { recorded, known: entries.length - recorded, problems }
}

/** A run's lasting id: a run of a file is recorded first, because something is about to refer to it. */
export async function lastingRun(root: string, run: number, now: Date): Promise<number | undefined> {
  if (run >= 0) return run
  const fresh = (await gatherBenchmarks(root)).fresh.find(({ id }) => id === run)
  return fresh && inDesk(root, (desk) => insertBenchmarkRuns(desk, [fresh], now.getTime()))[0]?.id
}

/** The file is closed again at once: nothing of it lies open beside the store meanwhile. */
export function inDesk<T>(root: string, work: (desk: DeskDatabase) => T): T {
  const desk = openDeskDatabase(deskFile(root))
  try {
    return work(desk)
  } finally {
    desk.close()
  }
}
