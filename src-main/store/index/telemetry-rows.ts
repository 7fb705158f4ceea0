import { sql } from 'drizzle-orm'
import { binOf } from '../../domain/telemetry/sketch'
import { telemetryKind } from '../../domain/telemetry/telemetry'
import type { TelemetryFact } from '../../domain/telemetry/telemetry-fact'
import type { Reader, Tx } from '../statements'
import { addToHours } from './telemetry-hours'
import { wordNumbers } from './timeline-rows'

/** Kinds in the order of their numbers. */
export const KINDS = telemetryKind.options

/** An event of a source with the place it stands in: its line from 1 on, its first byte and its length in bytes. */
export interface TelemetryRow {
  readonly line: number
  readonly start: number
  readonly length: number
  readonly fact: TelemetryFact
}

export interface TelemetryProblemRow {
  readonly line: number | null
  readonly reason: string
  readonly excerpt: string
}

/** A source and how far it was read; `state` is the reader's own. */
export interface TelemetrySource {
  readonly id: number
  readonly path: string
  readonly state: unknown
}

const HOUR = 3_600_000

export function readSources(reader: Reader): TelemetrySource[] {
  return reader
    .all<{ id: number; path: string; state: string }>(sql`SELECT id, path, state FROM sources`)
    .map((source) => ({ ...source, state: JSON.parse(source.state) }))
}

/** Takes in what one reading of a source brought, and how far it was read. */
export function saveReading(
  tx: Tx,
  path: string,
  reading: {
    readonly rows: readonly TelemetryRow[]
    readonly problems: readonly TelemetryProblemRow[]
    readonly state: unknown
  },
): void {
  const { rows, problems } = reading
  tx.run(
    sql`INSERT INTO sources (path, state, events, malformed) VALUES (${path}, ${JSON.stringify(reading.state)}, ${rows.length}, ${problems.length})
        ON CONFLICT (path) DO UPDATE SET state = excluded.state, events = events + excluded.events, malformed = malformed + excluded.malformed`,
  )
  const source = Number(tx.get<{ id: number }>(sql`SELECT id FROM sources WHERE path = ${path}`)?.id)
  insertTelemetry(tx, source, rows)
  tx.runEach(
    sql`INSERT INTO telemetry_problems (source, line, reason, excerpt) VALUES (?, ?, ?, ?)`,
    problems.map(({ line, reason, excerpt }) => [source, line, reason, excerpt]),
  )
}

/** Forgets everything that was read from a source. */
export function forgetSource(tx: Tx, source: number): void {
  tx.run(
    sql`DELETE FROM numbers WHERE (field, at, event) IN (
          SELECT fields.id, telemetry.at, telemetry.id FROM telemetry, fields WHERE telemetry.source = ${source})`,
  )
  for (const table of [
    'telemetry',
    'telemetry_cube',
    'telemetry_hours',
    'worker_latency',
    'number_hours',
    'telemetry_problems',
  ]) {
    tx.run(sql`DELETE FROM ${sql.identifier(table)} WHERE source = ${source}`)
  }
  tx.run(sql`DELETE FROM sources WHERE id = ${source}`)
}

function insertTelemetry(tx: Tx, source: number, rows: readonly TelemetryRow[]): void {
  const words = numbersOf(tx, rows)
  const number = (word: string | null) => (word === null ? null : (words.get(word) ?? null))
  const first = Number(tx.get<{ next: number }>(sql`SELECT coalesce(max(id), 0) + 1 AS next FROM telemetry`)?.next)
  tx.runEach(
    sql`INSERT INTO telemetry (id, source, line, start, length, at, kind, mission, pattern, stage, status, worker, agent,
          error, fallback, tier, cause, latency, tokens)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    rows.map(({ line, start, length, fact }, at) => [
      first + at,
      source,
      line,
      start,
      length,
      fact.at,
      KINDS.indexOf(fact.kind),
      number(fact.mission),
      number(fact.pattern),
      number(fact.stage),
      number(fact.status),
      number(fact.worker),
      number(fact.agent),
      number(fact.error),
      Number(fact.fallback),
      fact.tier,
      number(fact.cause),
      fact.latencyMs,
      fact.tokens,
    ]),
  )
  countCube(tx, source, rows, number)
  addToHours(
    tx,
    source,
    rows.map(({ fact }) => fact),
    number,
  )
  insertNumbers(tx, { source, first, rows, number })
}

type Numbering = (word: string | null) => number | null

function countCube(tx: Tx, source: number, rows: readonly TelemetryRow[], number: Numbering): void {
  const counts = new Map<string, number[]>()
  for (const { fact } of rows) {
    if (fact.at === null) continue
    const { mission, pattern, status, worker, agent, error, cause } = fact
    const words = [mission, pattern, status, worker, agent, error].map((word) => number(word) ?? 0)
    const hour = Math.floor(fact.at / HOUR)
    const key = [
      source,
      hour,
      KINDS.indexOf(fact.kind),
      ...words,
      fact.tier ?? 0,
      number(cause) ?? 0,
      Number(fact.fallback),
    ]
    const entry = counts.get(key.join()) ?? [...key, 0]
    entry.push(Number(entry.pop()) + 1)
    counts.set(key.join(), entry)
  }
  tx.runEach(
    sql`INSERT INTO telemetry_cube (source, hour, kind, mission, pattern, status, worker, agent, error, tier, cause, fallback, count)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count`,
    counts.values(),
  )
}

interface NumberBatch {
  readonly source: number
  /** The id of the first row. */
  readonly first: number
  readonly rows: readonly TelemetryRow[]
  readonly number: Numbering
}

function insertNumbers(tx: Tx, { source, first, rows, number }: NumberBatch): void {
  const counts = new Map<string, number>()
  for (const { fact } of rows) for (const [name] of fact.numbers) counts.set(name, (counts.get(name) ?? 0) + 1)
  tx.runEach(
    sql`INSERT INTO fields (name, count) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET count = count + excluded.count`,
    counts,
  )
  const fields = new Map(tx.values<[string, number]>(sql`SELECT name, id FROM fields`))
  const values: (readonly unknown[])[] = []
  const bins = new Map<string, unknown[]>()
  rows.forEach(({ fact }, row) => {
    if (fact.at === null) return
    for (const [name, value] of fact.numbers) {
      const field = fields.get(name)
      values.push([field, fact.at, first + row, value])
      const key = [field, Math.floor(fact.at / HOUR), number(fact.pattern) ?? 0, binOf(value), source]
      const bin = bins.get(key.join()) ?? [...key, 0, 0]
      const sum = Number(bin.pop())
      const count = Number(bin.pop())
      bin.push(count + 1, sum + value)
      bins.set(key.join(), bin)
    }
  })
  tx.runEach(sql`INSERT INTO numbers (field, at, event, value) VALUES (?, ?, ?, ?)`, values)
  tx.runEach(
    sql`INSERT INTO number_hours (field, hour, pattern, bin, source, count, sum) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count, sum = sum + excluded.sum`,
    bins.values(),
  )
}

function numbersOf(tx: Tx, rows: readonly TelemetryRow[]): ReadonlyMap<string, number> {
  const wanted = new Set<string>()
  for (const { fact } of rows) {
    const { mission, pattern, stage, status, worker, agent, error, cause } = fact
    for (const word of [mission, pattern, stage, status, worker, agent, error, cause])
      if (word !== null) wanted.add(word)
  }
  tx.runEach(
    sql`INSERT INTO words (word) VALUES (?) ON CONFLICT (word) DO NOTHING`,
    [...wanted].map((word) => [word]),
  )
  return wordNumbers(tx, [...wanted])
}
