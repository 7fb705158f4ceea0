import { statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { telemetryFact } from '../../domain/telemetry/telemetry-fact'
import {
  forgetSource,
  readSources,
  saveReading,
  type TelemetryRow,
  type TelemetrySource,
} from '../../store/index/telemetry-rows'
import { readTelemetryTable, type TelemetryTableRow } from '../../store/read-telemetry-table'
import { workspacePath } from '../files/workspace-path'
import type { AnalysisScope } from './analysis-scope'
import { forgetUnpacked, openBytes, stampOf } from './stream-bytes'
import { continues, readDocument, readLines, type StreamReading, type StreamState } from './telemetry-stream'

const PATTERNS = ['telemetry/events/**/*.{json,jsonl}', 'telemetry/archive/**/*.jsonl.gz']
/** JSON schemas describe events and are none. */
const IGNORED = ['**/*schema*.json']
/** The store's own table, among the paths of files. */
export const STORE_SOURCE = 'db:telemetry_events'
const LARGEST_DOCUMENT = 64 * 1024 * 1024
const TABLE_BATCH = 2_000

/** Looks at every source once, in short steps; each says whether something was taken in. */
export function* look(scope: AnalysisScope): Generator<boolean, void> {
  const known = new Map(readSources(scope.index.reader).map((source) => [source.path, source]))
  const paths = telemetryPaths(scope.root)
  const there = new Set([...paths, STORE_SOURCE])
  for (const { path, id } of known.values()) {
    if (there.has(path)) continue
    scope.index.write((tx) => forgetSource(tx, id))
    yield true
  }
  for (const path of paths) yield* readFile(scope, path, known.get(path))
  forgetUnpacked()
  yield* readTable(scope, known.get(STORE_SOURCE), paths)
}

/** The telemetry files of a workspace, in the order of their names. */
export function telemetryPaths(root: string): string[] {
  return globSync(PATTERNS, { cwd: root, ignore: IGNORED, followSymbolicLinks: false }).sort()
}

function* readFile(scope: AnalysisScope, path: string, source: TelemetrySource | undefined): Generator<boolean, void> {
  let known = source?.state as StreamState | undefined
  if (known !== undefined && !known.more && stampOf(join(scope.root, path)) === known.stamp) return yield false
  const opened = tryOpen(scope.root, path)
  if (typeof opened === 'string') {
    if (source === undefined) saveUnreadable(scope, path, opened)
    return yield source === undefined
  }
  try {
    const lines = !path.endsWith('.json')
    const goesOn = lines && known !== undefined && continues(opened, known)
    if (!goesOn) known = undefined
    for (let first = true, more = true; more; first = false) {
      const read = lines ? readLines(opened, known ?? null) : readDocument(opened, LARGEST_DOCUMENT)
      scope.index.write((tx) => {
        if (first && source !== undefined && !goesOn) forgetSource(tx, source.id)
        saveReading(tx, path, read)
      })
      known = read.state
      more = known.more
      yield true
    }
  } finally {
    opened.close()
  }
}

function saveUnreadable({ index }: AnalysisScope, path: string, reason: string): void {
  const problems = [{ line: null, reason, excerpt: '' }]
  index.write((tx) => saveReading(tx, path, { rows: [], problems, state: UNREADABLE }))
}

const UNREADABLE: StreamState = {
  stamp: '',
  file: '',
  offset: 0,
  line: 0,
  head: '',
  tail: '',
  skipping: false,
  more: false,
}

function tryOpen(root: string, path: string): ReturnType<typeof openBytes> | string {
  try {
    const file = workspacePath(root, path)
    if (!statSync(file).isFile()) return 'It is no file.'
    return openBytes(file)
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(root, '') : String(error)
  }
}

/** Rows of the store's table; those that were imported from a file that is still there are that file's. */
function* readTable(
  { store, index }: AnalysisScope,
  source: TelemetrySource | undefined,
  paths: readonly string[],
): Generator<boolean, void> {
  let { last = 0 } = (source?.state ?? {}) as { readonly last?: number }
  const files = new Set(paths.map((path) => basename(path)))
  for (let full = true; full; ) {
    const rows = store.read((reader) => readTelemetryTable(reader, store.capabilities, last, TABLE_BATCH))
    if (rows.length === 0) return
    const own = rows.filter(({ sourcePath }) => !files.has(basename(sourcePath)))
    last = rows.at(-1)?.id ?? last
    index.write((tx) => saveReading(tx, STORE_SOURCE, { ...tableReading(own), state: { last } }))
    full = rows.length === TABLE_BATCH
    yield true
  }
}

function tableReading(rows: readonly TelemetryTableRow[]): Pick<StreamReading, 'rows' | 'problems'> {
  const read = rows.map(({ id, payload, ts, mission }) => ({ id, payload, fact: payloadFact(payload, ts, mission) }))
  return {
    rows: read.flatMap(({ id, fact }) => (fact === null ? [] : [{ line: id, start: 0, length: 0, fact }])),
    problems: read.flatMap(({ id, payload, fact }) =>
      fact === null ? [{ line: id, reason: 'Its payload is no JSON object.', excerpt: payload.slice(0, 120) }] : [],
    ),
  }
}

/** What a row says beside its payload fills what the payload leaves open. */
function payloadFact(payload: string, ts: string | null, mission: string | null): TelemetryRow['fact'] | null {
  try {
    const value: unknown = JSON.parse(payload)
    const fact = telemetryFact(value)
    const row = telemetryFact({ ts, mission })
    return fact && { ...fact, at: fact.at ?? row?.at ?? null, mission: fact.mission ?? mission }
  } catch {
    return null
  }
}

/** Bytes that are read and that there are, over all files; null when all of them are in. */
export function telemetryProgress({ root, index }: AnalysisScope): { done: number; total: number } | null {
  const known = new Map(readSources(index.reader).map(({ path, state }) => [path, state as StreamState]))
  let [done, total, open] = [0, 0, false]
  for (const path of telemetryPaths(root)) {
    const size = statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0
    const state = known.get(path)
    open ||= state === undefined || state.more
    total += size
    done += state === undefined ? 0 : Math.min(size, state.more ? state.offset : size)
  }
  return open ? { done, total } : null
}
