import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { ActionScope } from '../engine/action'
import { createWorkspace } from '../engine/starters/create-workspace'
import { type OpenWorkspace, openWorkspace } from '../engine/workspace'

export const NOW = new Date('2025-03-06T09:00:00Z')
export const TS = '2025-03-06T09:00:00Z'

/** A folder that disappears with the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cmos-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A fresh workspace of ours with rows put in by SQL. */
export function tempWorkspace(sql = ''): { project: string; root: string; database: string } {
  const project = tempFolder()
  const place = createWorkspace(project, NOW, { backlog: 'empty' })
  execute(place.database, sql)
  return { project, ...place }
}

/** Runs SQL as another program would. */
export function execute(database: string, sql: string): void {
  const client = new Database(database)
  try {
    client.pragma('foreign_keys = ON')
    client.exec(sql)
  } finally {
    client.close()
  }
}

/** All rows a statement gives, read as another program would. */
export function rows(database: string, sql: string): unknown[] {
  const client = new Database(database, { readonly: true })
  try {
    return client.prepare(sql).all()
  } finally {
    client.close()
  }
}

/** A fresh workspace, open, with a scope for the engine's use cases. */
export function openedWorkspace(sql = ''): { workspace: OpenWorkspace; scope: ActionScope; database: string } {
  const { database, root } = tempWorkspace(sql)
  const workspace = openWorkspace({ root, database }, { mode: 'read-write', busyTimeout: 1_000 })
  onTestFinished(() => workspace.close())
  return { workspace, database, scope: { workspace, now: NOW, agent: 'tester' } }
}
