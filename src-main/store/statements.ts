import type { Database, RunResult, Statement } from 'better-sqlite3'
import { Name, SQL, StringChunk } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'

/** Statements that only read; they answer with whole lists, never with an open iterator. */
export interface Reader {
  /** Rows as records by the names of their columns. */
  all<T>(query: SQL): T[]
  /** Rows as lists in the order of their columns: the quicker form where there are many. */
  values<T extends readonly unknown[]>(query: SQL): T[]
  /** The first row, or undefined. */
  get<T>(query: SQL): T | undefined
  /** Reads one state of the store in several statements. */
  transaction<T>(work: (snapshot: Reader) => T): T
}

declare const inTransaction: unique symbol

/** Statements inside the one write transaction: save functions ask for it, so a write outside one does not compile. */
export interface Tx extends Reader {
  readonly [inTransaction]: true
  run(statement: SQL): RunResult
  /** Runs a statement with values in the order of its question marks: one that is built once and run often. */
  runWith(statement: SQL, values: readonly unknown[]): RunResult
  /** Runs one statement for each list of values, in the order of its question marks; for thousands of rows. */
  runEach(statement: SQL, rows: Iterable<readonly unknown[]>): void
}

const MOST_PREPARED = 200

/** How drizzle's `sql` becomes SQLite's text; its session would take longer to load than a short command takes to run. */
const SPELLING = {
  casing: new CasingCache(),
  escapeName: (name: string) => `"${name.replaceAll('"', '""')}"`,
  escapeParam: () => '?',
  escapeString: (text: string) => `'${text.replaceAll("'", "''")}'`,
}

/** The statements of an open database; each text is prepared once, and again by SQLite when the schema changed. */
export function statementsOf(client: Database): Omit<Tx, typeof inTransaction> {
  const records = new Map<string, Statement>()
  const lists = new Map<string, Statement>()
  const record = (text: string) => prepared(records, text, () => client.prepare(text))
  const statements: Omit<Tx, typeof inTransaction> = {
    all: <T>(query: SQL) => {
      const { sql, params } = spelled(query)
      return record(sql).all(params) as T[]
    },
    get: <T>(query: SQL) => {
      const { sql, params } = spelled(query)
      return record(sql).get(params) as T | undefined
    },
    values: <T extends readonly unknown[]>(query: SQL) => {
      const { sql, params } = spelled(query)
      return prepared(lists, sql, () => client.prepare(sql).raw()).all(params) as T[]
    },
    transaction: (work) => client.transaction(() => work(statements))(),
    run: (statement) => {
      const { sql, params } = spelled(statement)
      return record(sql).run(params)
    },
    runWith: (statement, values) => record(spelled(statement).sql).run(values),
    runEach: (statement, rows) => {
      const { sql } = spelled(statement)
      const prepared = record(sql)
      for (const row of rows) prepared.run(row)
    },
  }
  return statements
}

interface Spelled {
  sql: string
  readonly params: unknown[]
}

/** Text and parameters of a query; what is built of more than words, names and values is left to drizzle, which is slower. */
function spelled(query: SQL): Spelled {
  const found: Spelled = { sql: '', params: [] }
  return spell(query.queryChunks, found) ? found : query.toQuery(SPELLING)
}

function spell(chunks: readonly unknown[], into: Spelled): boolean {
  for (const chunk of chunks) {
    if (chunk instanceof StringChunk) {
      into.sql += chunk.value.join('')
    } else if (isValue(chunk)) {
      into.sql += '?'
      into.params.push(chunk)
    } else if (chunk instanceof Name) {
      into.sql += SPELLING.escapeName(chunk.value)
    } else if (!(chunk instanceof SQL) || !spell(chunk.queryChunks, into)) {
      return false
    }
  }
  return true
}

function isValue(chunk: unknown): boolean {
  return (
    chunk === null ||
    typeof chunk === 'string' ||
    typeof chunk === 'number' ||
    typeof chunk === 'bigint' ||
    Buffer.isBuffer(chunk)
  )
}

function prepared(known: Map<string, Statement>, text: string, prepare: () => Statement): Statement {
  const found = known.get(text)
  if (found !== undefined) return found
  if (known.size >= MOST_PREPARED) known.clear()
  const statement = prepare()
  known.set(text, statement)
  return statement
}
