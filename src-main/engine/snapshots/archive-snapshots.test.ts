import { readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openedGeneration } from '../../testing/context-workspace'
import { execute, openedWorkspace, rows } from '../../testing/temp-workspace'
import type { ActionScope } from '../action'
import { completeMission } from '../complete-mission'
import { diffContext } from '../contexts/diff-context'
import { listContexts, listSnapshots, readContextText } from '../contexts/look-at-contexts'
import { setContext } from '../contexts/set-context'
import { startMission } from '../start-mission'
import { openWorkspace } from '../workspace'
import { archiveSnapshots } from './archive-snapshots'
import { keepUp } from './keep-up'

const MASTER = 'master_context'
const deskOf = (database: string) => join(dirname(database), 'desk.sqlite')
const mission = (id: string) => `INSERT INTO missions (id, name, status) VALUES ('${id}', 'A mission', 'Queued');`

/** Starts and completes a mission again and again, doing after each action what it put off; `each` looks in between. */
function cycle(scope: ActionScope, cycles: number, each: () => void = () => {}): void {
  for (let turn = 0; turn < cycles; turn += 1) {
    const summary = `Did what there was to do in turn ${turn} and said so in a sentence of the usual length`
    startMission(scope, { id: 'M1', summary })
    keepUp(scope.workspace, scope.now)
    each()
    completeMission(scope, { id: 'M1', notes: summary, promote: 'none' })
    keepUp(scope.workspace, scope.now)
    each()
  }
}

function plainIds(database: string, context = MASTER): number[] {
  return rows(database, `SELECT id FROM context_snapshots WHERE context_id = '${context}' ORDER BY id`).map((row) =>
    Number(Object.values(row ?? {})[0]),
  )
}

/** Every snapshot's id and text, newest first, page by page. */
function history({ workspace }: ActionScope, limit = 50): [id: number, text: string][] {
  const found: [number, string][] = []
  for (let before: number | undefined; ; before = found.at(-1)?.[0]) {
    const { snapshots } = listSnapshots(workspace.store, { id: MASTER, before, limit })
    if (snapshots.length === 0) return found
    for (const { id } of snapshots) found.push([id, readContextText(workspace.store, MASTER, id).text])
  }
}

/** A workspace in which so many cycles were worked, and every text its master context ever had, newest first. */
function worked(cycles: number) {
  const opened = openedWorkspace(mission('M1'))
  const texts: string[] = [readContextText(opened.workspace.store, MASTER, undefined).text]
  const seen = () => texts.unshift(readContextText(opened.workspace.store, MASTER, undefined).text)
  const kept = history(opened.scope).length
  cycle(opened.scope, cycles, seen)
  return { ...opened, texts: kept === 0 ? texts.slice(0, -1) : texts }
}

describe('older snapshots', { timeout: 60_000 }, () => {
  test('leave the store and stay in the history, word for word', () => {
    const { scope, database, texts, workspace } = worked(100)
    const plain = plainIds(database)
    expect(plain.length).toBeLessThan(100)
    expect(history(scope).map(([, text]) => text)).toEqual(texts)
    expect(history(scope, 7)).toEqual(history(scope))
    const summary = listContexts(workspace.store).find(({ id }) => id === MASTER)
    expect(summary?.snapshots).toBe(texts.length)
    const [oldest] = history(scope).slice(-20)
    expect(plain).not.toContain(oldest?.[0])
    expect(diffContext(workspace.store, { id: MASTER, from: oldest?.[0] }).total).toBeGreaterThan(0)
    expect(diffContext(workspace.store, { id: MASTER, to: oldest?.[0] }).from).toBe(history(scope).at(-19)?.[0])
  })

  test('take little room: a cycle adds at most two kilobytes, archive and all', () => {
    const { scope, database } = openedWorkspace(mission('M1'))
    cycle(scope, 60)
    const before = statSync(database).size + statSync(deskOf(database)).size
    cycle(scope, 200)
    const context = readContextText(scope.workspace.store, MASTER, undefined).text
    expect(context.length).toBeGreaterThan(8_800)
    expect((statSync(database).size + statSync(deskOf(database)).size - before) / 200).toBeLessThan(2_048)
    expect(plainIds(database).length).toBeLessThan(64)
  })

  test('are looked at without changing a byte', () => {
    const { scope, database } = worked(80)
    const files = [database, deskOf(database)]
    const before = files.map((file) => readFileSync(file))
    history(scope)
    diffContext(scope.workspace.store, { id: MASTER })
    expect(files.every((file, index) => readFileSync(file).equals(before[index] ?? Buffer.of()))).toBe(true)
  })

  test('survive the reference program, which erases every plain one', () => {
    const { scope, database, texts } = worked(100)
    const archived = texts.length - plainIds(database).length
    execute(
      database,
      `DELETE FROM context_snapshots WHERE context_id = '${MASTER}' AND id < (SELECT max(id) FROM context_snapshots WHERE context_id = '${MASTER}')`,
    )
    expect(history(scope)).toHaveLength(archived + 1)
  })

  test('of another life of the store are not mixed into its history', () => {
    const { scope, database } = worked(100)
    execute(database, "UPDATE metadata SET value = '2030-01-01T00:00:00Z' WHERE key = 'seeded_at'")
    expect(history(scope).map(([id]) => id)).toEqual(plainIds(database).reverse())
  })

  test('that are newer than a restored store are not shown in it', () => {
    const { scope, database } = worked(100)
    const [first = 0] = plainIds(database)
    execute(database, `DELETE FROM context_snapshots WHERE id > ${first}`)
    expect(history(scope).map(([id]) => id)).toEqual([first])
  })

  test('say why they are missing when the archive cannot be read', () => {
    const { scope, database } = worked(100)
    execute(deskOf(database), "UPDATE snapshot_bases SET packed = x'00'")
    expect(() => listSnapshots(scope.workspace.store, { id: MASTER, limit: 200 })).toThrow(
      /Archived snapshots are damaged/,
    )
    rmSync(deskOf(database))
    expect(listSnapshots(scope.workspace.store, { id: MASTER, limit: 200 })).toMatchObject({
      total: plainIds(database).length,
      fault: null,
    })
  })
})

describe('nothing is moved', { timeout: 60_000 }, () => {
  test('that another program wrote, nor the oldest and the newest rows', () => {
    const { scope, database } = openedWorkspace(mission('M1'))
    cycle(scope, 2)
    const foreign = [`'seed', '${'a'.repeat(64)}'`, `'mission_runtime', '${'b'.repeat(16)}'`].map(
      (columns, index) =>
        `INSERT INTO context_snapshots (context_id, session_id, source, content_hash, content, created_at) VALUES ('${MASTER}', NULL, ${columns}, '{"foreign": ${index}}', '2026-01-01T00:00:00Z');`,
    )
    execute(database, foreign.join('\n'))
    const oldest = plainIds(database)[0]
    const theirs = plainIds(database).slice(-2)
    cycle(scope, 100)
    const left = plainIds(database)
    expect(left).toEqual(expect.arrayContaining([oldest, ...theirs]))
    const newest = plainIds(database).slice(-8)
    archiveSnapshots(scope.workspace.store, scope.now)
    expect(plainIds(database)).toEqual([oldest, ...theirs, ...newest])
  })

  test.each(['wal', 'read-only'])('in a store that is %s', (how) => {
    const { scope, database, workspace } = openedWorkspace(mission('M1'))
    cycleWithoutUpkeep(scope, 40)
    workspace.close()
    if (how === 'wal') execute(database, 'PRAGMA journal_mode = WAL')
    const again = openWorkspace(
      { root: dirname(dirname(database)), database },
      { mode: how === 'wal' ? 'read-write' : 'read-only', busyTimeout: 500 },
    )
    onTestFinished(() => again.close())
    const before = plainIds(database)
    expect(archiveSnapshots(again.store, scope.now)).toBe(0)
    expect(plainIds(database)).toEqual(before)
  })

  test('that a decision of a newer store refers to', () => {
    const { scope, database } = openedGeneration(
      'v1.5',
      `${mission('M1')} ALTER TABLE strategic_decisions ADD COLUMN snapshot_id INTEGER`,
    )
    cycleWithoutUpkeep(scope, 20)
    const referred = plainIds(database)[4]
    execute(
      database,
      `INSERT INTO strategic_decisions (context_id, decision_text, created_at, snapshot_id) VALUES ('${MASTER}', 'x', '2026-01-01T00:00:00Z', ${referred})`,
    )
    expect(archiveSnapshots(scope.workspace.store, scope.now)).toBeGreaterThan(20)
    expect(plainIds(database)).toContain(referred)
  })

  test('where rows carry columns that an archive would lose', () => {
    const { scope } = openedGeneration('v2.1')
    setAgainAndAgain(scope, 40)
    expect(archiveSnapshots(scope.workspace.store, scope.now)).toBe(0)
  })
})

test('a newer store keeps the rows and gives up their text, as its generation has it', { timeout: 60_000 }, () => {
  const { scope, database } = openedGeneration('v2.4')
  setAgainAndAgain(scope, 80)
  const before = history(scope)
  expect(archiveSnapshots(scope.workspace.store, scope.now)).toBeGreaterThan(60)
  const [{ pruned } = { pruned: 0 }] = rows(
    database,
    `SELECT count(*) AS pruned FROM context_snapshots WHERE content = '' AND content_pruned_at IS NOT NULL AND stable_event_id IS NOT NULL`,
  ) as { pruned: number }[]
  expect(pruned).toBeGreaterThan(60)
  expect(history(scope)).toEqual(before)
  expect(listSnapshots(scope.workspace.store, { id: MASTER, limit: 200 }).snapshots.some((one) => one.pruned)).toBe(
    false,
  )
  expect(rows(database, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
})

test('a snapshot that is in both places, as after a kill, is one in the history and leaves with the next move', {
  timeout: 60_000,
}, () => {
  const { scope, database } = openedWorkspace(mission('M1'))
  cycleWithoutUpkeep(scope, 30)
  const all = history(scope)
  execute(database, 'CREATE TABLE kept AS SELECT * FROM context_snapshots')
  archiveSnapshots(scope.workspace.store, scope.now)
  execute(database, 'INSERT OR IGNORE INTO context_snapshots SELECT * FROM kept')
  expect(history(scope)).toEqual(all)
  const size = statSync(deskOf(database)).size
  expect(archiveSnapshots(scope.workspace.store, scope.now)).toBeGreaterThan(30)
  expect(statSync(deskOf(database)).size).toBe(size)
  expect(history(scope)).toEqual(all)
})

test('one that changed since it was archived stays in the store', { timeout: 60_000 }, () => {
  const { scope, database } = openedWorkspace(mission('M1'))
  cycleWithoutUpkeep(scope, 30)
  execute(database, 'CREATE TABLE kept AS SELECT * FROM context_snapshots')
  archiveSnapshots(scope.workspace.store, scope.now)
  const id = plainIds(database)[1] ?? 0
  const gone = id - 20
  execute(database, `INSERT INTO context_snapshots SELECT * FROM kept WHERE id = ${gone}`)
  execute(database, `UPDATE context_snapshots SET content = '{"changed": true}' WHERE id = ${gone}`)
  const context = gone % 2 === 0 ? MASTER : 'project_context'
  expect(readContextText(scope.workspace.store, context, gone).text).toBe('{"changed": true}')
})

test('a context that is set by hand keeps its history too', { timeout: 60_000 }, () => {
  const { scope, database } = openedWorkspace()
  for (let turn = 0; turn < 300; turn += 1) {
    setContext(scope, { id: MASTER, text: `{"turn": ${turn}}` })
    keepUp(scope.workspace, scope.now)
  }
  expect(plainIds(database).length).toBeLessThan(200)
  expect(
    history(scope, 100)
      .map(([, text]) => JSON.parse(text).turn)
      .slice(0, 300),
  ).toEqual(Array.from({ length: 300 }, (_, index) => 299 - index))
})

function setAgainAndAgain(scope: ActionScope, times: number): void {
  for (let turn = 0; turn < times; turn += 1) setContext(scope, { id: MASTER, text: `{"turn": ${turn}}` })
}

function cycleWithoutUpkeep(scope: ActionScope, cycles: number): void {
  for (let turn = 0; turn < cycles; turn += 1) {
    startMission(scope, { id: 'M1', summary: `start ${turn}` })
    completeMission(scope, { id: 'M1', notes: `turn ${turn}`, promote: 'none' })
  }
}
