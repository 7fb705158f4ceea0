import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import * as schema from '../../drizzle/schema'
import type { Store, Tx } from './store'

/** Rows for a store that was just created; each list in the order the rows shall have. */
export interface StoreContent {
  readonly sprints: readonly (typeof schema.sprints.$inferInsert)[]
  readonly missions: readonly (typeof schema.missions.$inferInsert)[]
  readonly dependencies: readonly (typeof schema.missionDependencies.$inferInsert)[]
  readonly events: readonly (typeof schema.sessionEvents.$inferInsert)[]
  readonly contexts: readonly (typeof schema.contexts.$inferInsert)[]
  readonly snapshots: readonly (typeof schema.contextSnapshots.$inferInsert)[]
  readonly prompts: readonly (typeof schema.promptMappings.$inferInsert)[]
}

/** Puts a whole backlog into a new, empty store, all of it or nothing. */
export function fillStore(store: Store, content: Partial<StoreContent>): void {
  store.write((tx) => {
    insertAll(tx, schema.sprints, content.sprints ?? [])
    insertAll(tx, schema.missions, content.missions ?? [])
    insertAll(tx, schema.missionDependencies, content.dependencies ?? [])
    insertAll(tx, schema.sessionEvents, content.events ?? [])
    insertAll(tx, schema.contexts, content.contexts ?? [])
    insertAll(tx, schema.contextSnapshots, content.snapshots ?? [])
    insertAll(tx, schema.promptMappings, content.prompts ?? [])
  })
}

const COMMA = sql`, `

type Table = (typeof schema)[keyof typeof schema]

function insertAll<T extends Table>(tx: Tx, table: T, rows: readonly T['$inferInsert'][]): void {
  if (rows.length === 0) return
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, column]) => sql.identifier(column.name))
  const marks = columns.map(() => sql.raw('?'))
  tx.runEach(
    sql`INSERT INTO ${sql.identifier(getTableName(table))} (${sql.join(names, COMMA)}) VALUES (${sql.join(marks, COMMA)})`,
    rows.map((row: Readonly<Record<string, unknown>>) => columns.map(([key]) => row[key] ?? null)),
  )
}
