import { join } from 'node:path'
import { DomainError } from '../../domain/fault'
import type { TelemetryEvent, TelemetryPage } from '../../domain/telemetry/telemetry'
import { wordsOf } from '../../store/index/read-telemetry'
import {
  countTelemetryEvents,
  readTelemetryEvents,
  type TelemetryEventRow,
} from '../../store/index/read-telemetry-events'
import { KINDS } from '../../store/index/telemetry-rows'
import { readTelemetryPayload } from '../../store/read-telemetry-table'
import { workspacePath } from '../files/workspace-path'
import type { AnalysisScope } from './analysis-scope'
import { STORE_SOURCE, telemetryProgress } from './look-at-telemetry'
import { openBytes } from './stream-bytes'
import type { ScopedInput } from './telemetry-look'

const MOST_RAW = 16 * 1024
const CURSOR = /^(\d{1,16}):(\d{1,16})$/
const GONE = 'It is no longer where it was read.'

/** The events behind a mark, newest first, each with the text it was read from. */
export function telemetryEvents(
  scope: AnalysisScope,
  { range, filter, before, limit }: ScopedInput & { readonly before?: string | undefined; readonly limit: number },
): TelemetryPage {
  const { reader } = scope.index
  const rows = readTelemetryEvents(reader, range, { filter, before: placeOf(before), limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    events: eventsOf(scope, shown),
    older: rows.length > limit && last !== undefined ? `${last.at}:${last.id}` : null,
    total: countTelemetryEvents(reader, range, filter),
    indexing: telemetryProgress(scope),
  }
}

function placeOf(cursor: string | undefined): { at: number; id: number } | null {
  if (cursor === undefined) return null
  const found = CURSOR.exec(cursor)
  if (found !== null) return { at: Number(found[1]), id: Number(found[2]) }
  throw new DomainError('invalid_input', 'That place among the telemetry events is none. Load the page again.')
}

function eventsOf(scope: AnalysisScope, rows: readonly TelemetryEventRow[]): TelemetryEvent[] {
  const numbers = rows.flatMap(({ mission, pattern, stage, status, worker, error }) => [
    mission,
    pattern,
    stage,
    status,
    worker,
    error,
  ])
  const words = wordsOf(
    scope.index.reader,
    numbers.filter((number) => number !== null),
  )
  const word = (number: number | null) => (number === null ? null : (words.get(number) ?? null))
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: KINDS[row.kind] ?? 'generic',
    mission: word(row.mission),
    pattern: word(row.pattern),
    stage: word(row.stage),
    status: word(row.status),
    worker: word(row.worker),
    errorCode: word(row.error),
    fallback: row.fallback === 1,
    tier: row.tier,
    latencyMs: row.latency,
    tokens: row.tokens,
    source: { file: row.path === STORE_SOURCE ? null : row.path, line: row.line },
    raw: rawOf(scope, row),
  }))
}

/** The text an event was read from; what stands there now, should it have changed meanwhile. */
function rawOf({ root, store }: AnalysisScope, { path, line, start, length }: TelemetryEventRow): string {
  if (path === STORE_SOURCE) {
    return store.read((reader) => readTelemetryPayload(reader, line, MOST_RAW)) ?? GONE
  }
  try {
    const bytes = openBytes(workspacePath(root, join(path)))
    try {
      return bytes.read(start, Math.min(length, MOST_RAW)).toString('utf8')
    } finally {
      bytes.close()
    }
  } catch {
    return GONE
  }
}
