import { sql } from 'drizzle-orm'
import type { Tx } from '../statements'

/** What the index takes in of one session event. */
export interface IndexedEvent {
  readonly id: number
  readonly at: number
  readonly own: 0 | 1 | 2
  readonly deed: 0 | 1 | 2 | 3
  /** A bit for each oddity of its shape, in the order of SHAPES. */
  readonly shape: number
  readonly mission: string | null
  readonly agent: string | null
  readonly action: string | null
  readonly status: string | null
  readonly run: number | null
  readonly place: 1 | 2 | 3 | null
  /** Everything that is searched. */
  readonly text: string
}

const HOUR = 3_600_000

/** Takes a batch of events in, which the index must not hold yet. */
export function insertEvents(tx: Tx, events: readonly IndexedEvent[]): void {
  const words = numbersOf(tx, events)
  const number = (word: string | null) => (word === null ? null : (words.get(word) ?? null))
  tx.runEach(
    sql`INSERT INTO events (id, at, own, deed, shape, mission, agent, action, status, run, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    events.map((event) => [
      event.id,
      event.at,
      event.own,
      event.deed,
      event.shape,
      number(event.mission),
      number(event.agent),
      number(event.action),
      number(event.status),
      event.run,
      event.place,
    ]),
  )
  tx.runEach(
    sql`INSERT INTO event_text (rowid, body) VALUES (?, ?)`,
    events.map(({ id, text }) => [id, text]),
  )
  countHours(tx, events)
  countFacets(tx, events, number)
  countCube(tx, events, number)
}

function countHours(tx: Tx, events: readonly IndexedEvent[]): void {
  const counts = new Map<string, [hour: number, deed: number, count: number]>()
  for (const { at, deed, own } of events) {
    if (own !== 0) continue
    const hour = Math.floor(at / HOUR)
    const entry = counts.get(`${hour}/${deed}`) ?? [hour, deed, 0]
    entry[2] += 1
    counts.set(`${hour}/${deed}`, entry)
  }
  tx.runEach(
    sql`INSERT INTO event_hours (hour, deed, count) VALUES (?, ?, ?) ON CONFLICT (hour, deed) DO UPDATE SET count = count + excluded.count`,
    counts.values(),
  )
}

/** The facets in the order of their numbers. */
export const FACETS = ['agent', 'action', 'status'] as const

function countFacets(tx: Tx, events: readonly IndexedEvent[], number: (word: string | null) => number | null): void {
  const counts = FACETS.map(() => new Map<number, number>())
  for (const event of events) {
    FACETS.forEach((facet, at) => {
      const word = number(event[facet])
      if (word !== null) counts[at]?.set(word, (counts[at].get(word) ?? 0) + 1)
    })
  }
  tx.runEach(
    sql`INSERT INTO event_facets (facet, word, count) VALUES (?, ?, ?) ON CONFLICT (facet, word) DO UPDATE SET count = count + excluded.count`,
    counts.flatMap((words, facet) => [...words].map(([word, count]) => [facet, word, count])),
  )
}

function countCube(tx: Tx, events: readonly IndexedEvent[], number: (word: string | null) => number | null): void {
  const counts = new Map<string, number[]>()
  for (const { at, own, deed, agent, action, status } of events) {
    const words = [agent, action, status].map((word) => number(word) ?? 0)
    const key = [Math.floor(at / HOUR), own === 0 ? 0 : 1, ...words, deed]
    const name = key.join('/')
    const entry = counts.get(name) ?? [...key, 0]
    entry[key.length] = (entry[key.length] ?? 0) + 1
    counts.set(name, entry)
  }
  tx.runEach(
    sql`INSERT INTO event_cube (hour, odd, agent, action, status, deed, count) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (hour, odd, agent, action, status, deed) DO UPDATE SET count = count + excluded.count`,
    counts.values(),
  )
}

/** The numbers of all texts that repeat; new ones are given numbers. */
function numbersOf(tx: Tx, events: readonly IndexedEvent[]): ReadonlyMap<string, number> {
  const wanted = new Set<string>()
  for (const { mission, agent, action, status } of events) {
    for (const word of [mission, agent, action, status]) if (word !== null) wanted.add(word)
  }
  tx.runEach(
    sql`INSERT INTO words (word) VALUES (?) ON CONFLICT (word) DO NOTHING`,
    [...wanted].map((word) => [word]),
  )
  return wordNumbers(tx, [...wanted])
}

/** The numbers of those texts that the index knows. */
export function wordNumbers(reader: Pick<Tx, 'values'>, words: readonly string[]): Map<string, number> {
  return new Map(
    reader.values<[string, number]>(
      sql`SELECT word, id FROM words WHERE word IN (SELECT value FROM json_each(${JSON.stringify(words)}))`,
    ),
  )
}

/** The open run of each mission that has one. */
export function readOpenRuns(reader: Pick<Tx, 'values'>): Map<string, number> {
  return new Map(
    reader.values<[string, number]>(sql`SELECT word, run FROM open_runs JOIN words ON words.id = open_runs.mission`),
  )
}

/** Keeps which runs are open now, in place of what was kept. */
export function saveOpenRuns(tx: Tx, runs: ReadonlyMap<string, number>): void {
  tx.run(sql`DELETE FROM open_runs`)
  const numbers = wordNumbers(tx, [...runs.keys()])
  tx.runEach(
    sql`INSERT INTO open_runs (mission, run) VALUES (?, ?)`,
    [...runs].flatMap(([mission, run]) => {
      const number = numbers.get(mission)
      return number === undefined ? [] : [[number, run]]
    }),
  )
}

/** Forgets every event: the store's log is another one now. */
export function clearEvents(tx: Tx): void {
  for (const table of ['events', 'event_hours', 'event_cube', 'event_facets', 'open_runs'])
    tx.run(sql`DELETE FROM ${sql.identifier(table)}`)
  tx.run(sql`INSERT INTO event_text (event_text) VALUES ('delete-all')`)
}

/** What is kept of how far a source was read; undefined when it was never read. */
export function readProgress(reader: Pick<Tx, 'get'>, source: string): unknown {
  const row = reader.get<{ state: string }>(sql`SELECT state FROM progress WHERE source = ${source}`)
  return row === undefined ? undefined : JSON.parse(row.state)
}

export function saveProgress(tx: Tx, source: string, state: unknown): void {
  tx.run(
    sql`INSERT INTO progress (source, state) VALUES (${source}, ${JSON.stringify(state)}) ON CONFLICT (source) DO UPDATE SET state = excluded.state`,
  )
}
