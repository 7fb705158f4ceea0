import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ActionScope } from '../engine/action'
import { readContextText } from '../engine/contexts/look-at-contexts'
import { openWorkspace } from '../engine/workspace'
import type { FixtureGeneration } from './generation-schema'
import { writeGenerationStore } from './generation-store'
import { execute, NOW, openedWorkspace, rows, tempFolder } from './temp-workspace'

/** A workspace whose store is of a generation, open, after some SQL of another program. */
export function openedGeneration(generation: FixtureGeneration, sql = ''): { scope: ActionScope; database: string } {
  const root = join(tempFolder(), 'cmos')
  const database = writeGenerationStore(root, generation)
  execute(database, sql)
  const workspace = openWorkspace(root, { mode: 'read-write', busyTimeout: 500 })
  onTestFinished(() => workspace.close())
  return { scope: { workspace, now: NOW, agent: 'tester' }, database }
}

/** A fresh workspace whose master context holds a text, as another program would have left it. */
export function withMaster(text: string): { scope: ActionScope; database: string } {
  const { scope, database } = openedWorkspace()
  const quoted = text.replaceAll("'", "''")
  execute(
    database,
    `INSERT INTO contexts VALUES ('master_context', '', '${quoted}', '2025-01-01T00:00:00Z') ON CONFLICT (id) DO UPDATE SET content = excluded.content`,
  )
  return { scope, database }
}

/** The stored text of the master context, read as another program would. */
export function masterText(database: string): string {
  return rows(database, "SELECT content FROM contexts WHERE id = 'master_context'")
    .map((row) => String(Object.values(row ?? {})[0]))
    .join()
}

/** The hash a caller names to change what it read. */
export function masterHash({ workspace }: ActionScope): string {
  return readContextText(workspace.store, 'master_context', undefined).hash
}

/** Every snapshot there is, oldest first. */
export function allSnapshots(database: string): unknown[] {
  return rows(database, 'SELECT id, content FROM context_snapshots ORDER BY id')
}
