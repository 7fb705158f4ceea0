import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { deskMigrations } from '../../drizzle/migrations'
import { DomainError } from '../domain/fault'
import { deskFile } from '../store/desk-database'
import { readNow } from '../store/read-now'
import { readTriage } from '../store/read-triage'
import { readsOf } from '../store/reads'
import { readSnoozes } from '../store/snooze-rows'
import { execute, NOW, openedWorkspace, rows, tempWorkspace } from '../testing/temp-workspace'
import type { ActionScope } from './action'
import { snoozeMission } from './snooze-mission'
import { openWorkspace } from './workspace'

const SQL = `
  INSERT INTO missions (id, name, status, metadata) VALUES
    ('A', 'a', 'Blocked', '{"blocked_at": "2025-03-01T09:00:00Z", "blocked_reason": "x", "blocked_kind": "person"}'),
    ('B', 'b', 'Blocked', '{"blocked_at": "2025-03-05T09:00:00Z", "blocked_reason": "y", "blocked_kind": "access"}'),
    ('W', 'w', 'Blocked', '{"blocked_reason": "z", "blocked_needs": ["A"]}'),
    ('Q', 'q', 'Queued', NULL);
`
const HOUR = 3_600_000
const LATER = NOW.getTime() + HOUR

function people({ workspace }: ActionScope, at: number, snoozed?: boolean) {
  const page = { tab: 'people', order: 'score', offset: 0, limit: 50, snoozed } as const
  const queue = readTriage(readsOf(workspace.store), page, at, readSnoozes(deskFile(workspace.root)))
  return { ...queue, ids: queue.rows.map((row) => `${row.card.id}${row.snoozedUntil === null ? '' : ' asleep'}`) }
}

function needing({ workspace }: ActionScope, at: number) {
  const now = readNow(readsOf(workspace.store), at, readSnoozes(deskFile(workspace.root)))
  return { ids: now.needsYou.map(({ mission }) => mission?.id), count: now.needsYouCount, people: now.people }
}

function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}: ${error.message}`
    throw error
  }
  throw new Error('It was not refused')
}

test('a snoozed case is out of Triage and of Now until its time has come', () => {
  const { scope } = openedWorkspace(SQL)
  snoozeMission(scope, { id: 'A', until: LATER })
  expect(people(scope, NOW.getTime())).toMatchObject({ ids: ['B'], people: 1, waits: 1, snoozedCount: 1 })
  expect(needing(scope, NOW.getTime())).toEqual({ ids: ['B'], count: 1, people: 1 })
  expect(people(scope, NOW.getTime(), true).ids).toEqual(['B', 'A asleep'])
  expect(people(scope, LATER)).toMatchObject({ ids: ['A', 'B'], people: 2, snoozedCount: 0 })
  expect(needing(scope, LATER).people).toBe(2)
})

test('a mission that is blocked anew is shown at once', () => {
  const { scope, database } = openedWorkspace(SQL)
  snoozeMission(scope, { id: 'A', until: LATER })
  execute(database, `UPDATE missions SET metadata = replace(metadata, '03-01', '03-02') WHERE id = 'A'`)
  expect(people(scope, NOW.getTime()).ids).toEqual(['A', 'B'])
})

test('a case can be snoozed longer, and woken', () => {
  const { scope, workspace } = openedWorkspace(SQL)
  snoozeMission(scope, { id: 'A', until: LATER })
  snoozeMission(scope, { id: 'A', until: LATER + HOUR })
  expect(people(scope, LATER).ids).toEqual(['B'])
  snoozeMission(scope, { id: 'A', until: null })
  expect(people(scope, NOW.getTime()).ids).toEqual(['A', 'B'])
  expect(readSnoozes(deskFile(workspace.root))).toEqual([])
})

test('what has had its time is forgotten with the next snooze', () => {
  const { scope, workspace } = openedWorkspace(SQL)
  snoozeMission(scope, { id: 'A', until: LATER })
  snoozeMission({ ...scope, now: new Date(LATER) }, { id: 'B', until: LATER + HOUR })
  expect(readSnoozes(deskFile(workspace.root)).map(({ mission }) => mission)).toEqual(['B'])
})

test('only a case that needs a person can be snoozed, and only until a time to come', () => {
  const { scope, workspace } = openedWorkspace(SQL)
  const snooze = (id: string, until = LATER) => refusal(() => snoozeMission(scope, { id, until }))
  expect(snooze('gone')).toMatch(/^not_found/)
  expect([snooze('Q'), snooze('W')]).toEqual([
    expect.stringMatching(/^conflict: Mission Q does not wait for a person/),
    expect.stringMatching(/^conflict/),
  ])
  expect(snooze('A', NOW.getTime())).toMatch(/^invalid_input: That time has passed/)
  expect(existsSync(deskFile(workspace.root))).toBe(false)
})

test('looking and waking create nothing, and looking at snoozes leaves every file as it is', () => {
  const { scope, workspace, database } = openedWorkspace(SQL)
  const folder = dirname(database)
  const files = readdirSync(folder)
  people(scope, NOW.getTime())
  snoozeMission(scope, { id: 'A', until: null })
  expect(readdirSync(folder)).toEqual(files)
  snoozeMission(scope, { id: 'A', until: LATER })
  const stored = readFileSync(deskFile(workspace.root))
  people(scope, NOW.getTime())
  expect(readdirSync(folder)).toEqual([...files, 'desk.sqlite'].sort())
  expect(readFileSync(deskFile(workspace.root))).toEqual(stored)
})

test('a workspace that is only read is not snoozed in', () => {
  const { root, database } = tempWorkspace(SQL)
  const workspace = openWorkspace({ root, database }, { mode: 'read-only', busyTimeout: 100 })
  onTestFinished(() => workspace.close())
  const scope = { workspace, now: NOW, agent: 'tester' }
  expect(refusal(() => snoozeMission(scope, { id: 'A', until: LATER }))).toMatch(/^read_only: Nothing can be snoozed/)
  expect(existsSync(deskFile(root))).toBe(false)
})

test('an older desk database is brought forward by the first snooze, and read as holding none before', () => {
  const { scope, workspace } = openedWorkspace(SQL)
  const file = deskFile(workspace.root)
  const entry =
    "INSERT INTO audit_log (at, operator, action, missions) VALUES ('2025-03-06', 'Ada', 'missions.start', '[]');"
  execute(file, `${deskMigrations[0]} ${entry} PRAGMA user_version = 1; PRAGMA journal_mode = WAL;`)
  const files = readdirSync(dirname(file))
  expect(people(scope, NOW.getTime()).ids).toEqual(['A', 'B'])
  expect(readdirSync(dirname(file))).toEqual(files)
  snoozeMission(scope, { id: 'A', until: LATER })
  expect(people(scope, NOW.getTime()).ids).toEqual(['B'])
  expect(rows(file, 'SELECT operator FROM audit_log')).toEqual([{ operator: 'Ada' }])
})

test('a broken desk database hides nothing', () => {
  const { scope, workspace } = openedWorkspace(SQL)
  writeFileSync(join(workspace.root, 'db', 'desk.sqlite'), 'no database')
  expect(people(scope, NOW.getTime()).ids).toEqual(['A', 'B'])
})
