import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { faultOf } from '../../testing/fault-of'
import { execute, NOW, openedWorkspace, rows } from '../../testing/temp-workspace'
import { addDecision } from '../contexts/add-to-context'
import { listSnapshots, readContextText } from '../contexts/look-at-contexts'
import { startMission } from '../start-mission'
import { checkParity } from './check-parity'
import { repairViews } from './repair-views'

vi.setConfig({ testTimeout: 60_000 })

const MISSIONS = `INSERT INTO sprints (id, title) VALUES ('S1', 'One');
INSERT INTO missions (id, sprint_id, name, status) VALUES ('m1', 'S1', 'First', 'Queued'), ('m2', 'S1', 'Second', 'Queued')`

function drifted() {
  const opened = openedWorkspace(MISSIONS)
  const { root, store } = opened.workspace
  const master = join(root, 'context', 'MASTER_CONTEXT.json')
  return {
    ...opened,
    root,
    master,
    stored: () => JSON.parse(readContextText(store, 'master_context', undefined).text),
    inFile: () => JSON.parse(readFileSync(master, 'utf8')),
  }
}

describe('parity', () => {
  test('holds in a new workspace, whose session log is not written yet', async () => {
    const { workspace } = openedWorkspace()
    const parity = await checkParity(workspace)
    expect(parity).toMatchObject({ inStep: true, kept: false, total: 0 })
    expect(parity.views.map(({ file, state }) => [file, state])).toEqual([
      ['PROJECT_CONTEXT.json', 'in step'],
      ['context/MASTER_CONTEXT.json', 'in step'],
      ['missions/backlog.yaml', 'in step'],
      ['SESSIONS.jsonl', 'absent'],
    ])
    expect(existsSync(join(workspace.root, 'db', 'desk.sqlite'))).toBe(false)
  })

  test('names the markers that drifted, with both values and the newer side', async () => {
    const { workspace, scope, root } = drifted()
    repairViews(scope, { direction: 'to-files' })
    utimesSync(join(root, 'missions', 'backlog.yaml'), NOW, NOW)
    startMission({ ...scope, now: new Date(NOW.getTime() + 60_000) }, { id: 'm1', summary: 'Go' })
    const { drifts } = await checkParity(workspace)
    const found = (area: string, file: string) => drifts.find((drift) => drift.area === area && drift.file === file)
    const project = 'PROJECT_CONTEXT.json'
    expect(found('context', project)).toMatchObject({ field: 'working_memory', view: null, newer: 'store' })
    expect(found('mission selection', 'missions/backlog.yaml')).toMatchObject({
      store: 'm1 (In Progress)',
      view: 'none',
      newer: 'store',
    })
    expect(found('backlog', 'missions/backlog.yaml')).toMatchObject({ field: 'mission m1 · status' })
    expect(found('session count', 'SESSIONS.jsonl')).toMatchObject({ store: '1', view: '0', newer: 'store' })
    expect(found('last session', 'SESSIONS.jsonl')).toMatchObject({ store: '2025-03-06T09:01:00Z', view: null })
    expect(found('session events', 'SESSIONS.jsonl')).toMatchObject({ field: 'event 1', view: null, newer: 'store' })
    repairViews(scope, { direction: 'to-files' })
    startMission(scope, { id: 'm2', summary: 'Go' })
    const later = (await checkParity(workspace)).drifts.filter(({ file }) => file === project)
    expect(later.map(({ area, store, view }) => [area, store, view])[0]).toEqual(['active mission', 'm2', 'm1'])
    expect(later.map(({ area }) => area)).toContain('session count')
    expect(existsSync(join(root, 'file-views.json'))).toBe(false)
  })

  test('tells an edited file from a stale one, and lines of the log that the store does not have', async () => {
    const { workspace, scope, root, master } = drifted()
    startMission(scope, { id: 'm1', summary: 'Go' })
    repairViews(scope, { direction: 'to-files' })
    const text = readFileSync(master, 'utf8')
    writeFileSync(master, text.replace('"last_session": "2025', '"last_session": "2035'))
    writeFileSync(join(root, 'SESSIONS.jsonl'), '{"ts": "2025-04-01T00:00:00Z", "action": "note"}\nno json\n', {
      flag: 'a',
    })
    const { drifts } = await checkParity(workspace)
    expect(drifts.find(({ field }) => field === 'working_memory.last_session')).toMatchObject({ newer: 'file' })
    expect(drifts.filter(({ area }) => area === 'session events').map(({ field, newer }) => [field, newer])).toEqual([
      ['line 2', 'file'],
      ['line 3, no JSON object', 'unknown'],
    ])
  })

  test.each([
    ['PROJECT_CONTEXT.json', '[1]'],
    ['missions/backlog.yaml', 'a: [1'],
    ['missions/backlog.yaml', 'only: one\n'],
  ])('says of %s holding %j that it cannot be read', async (file, text) => {
    const { workspace, scope, root } = drifted()
    repairViews(scope, { direction: 'to-files' })
    writeFileSync(join(root, file), text)
    const parity = await checkParity(workspace)
    expect(parity.views.find((view) => view.file === file)).toMatchObject({ state: 'unreadable', drifts: 1 })
    repairViews(scope, { direction: 'to-files' })
    expect(await checkParity(workspace)).toMatchObject({ inStep: true })
  })
})

describe('repairing the files', () => {
  test('keeps beside it what the store never held, and writes what it said it would', async () => {
    const { workspace, scope, root, master } = drifted()
    startMission(scope, { id: 'm1' })
    writeFileSync(master, '{"mine": 1}')
    const plan = repairViews(scope, { direction: 'to-files', dryRun: true })
    expect(readFileSync(master, 'utf8')).toBe('{"mine": 1}')
    expect(existsSync(join(root, 'db', 'desk.sqlite'))).toBe(false)
    const { written } = repairViews(scope, { direction: 'to-files' })
    const changes = (list: typeof written) => list.map(({ file, change, lines }) => ({ file, change, lines }))
    expect(changes(written)).toEqual(changes(plan.written))
    expect(readFileSync(written[1]?.keptAs ?? '', 'utf8')).toBe('{"mine": 1}')
    expect(await checkParity(workspace)).toMatchObject({ inStep: true })
    expect(repairViews(scope, { direction: 'to-files' }).written.every(({ change }) => change === 'unchanged')).toBe(
      true,
    )
  })
})

describe('taking the contexts from their files', () => {
  test('loses no key of either side, keeps what stood there, and leaves both sides equal', async () => {
    const { workspace, scope, stored, inFile, master } = drifted()
    addDecision(scope, { text: 'only in the store' })
    writeFileSync(
      master,
      '{"number": 1.0, "project": {"name": "By hand", "extra": [1]}, "decisions_made": ["only in the file"]}',
    )
    const receipt = repairViews(scope, { direction: 'to-store' })
    expect(stored()).toMatchObject({
      project: { name: 'By hand', extra: [1] },
      decisions_made: ['only in the file', { decision: 'only in the store' }],
      foundational_references: expect.any(Array),
    })
    expect(readContextText(workspace.store, 'master_context', undefined).text).toContain('"number": 1.0')
    expect(inFile()).toEqual(stored())
    const changed = receipt.contexts.find(({ id }) => id === 'master_context')
    expect(changed).toMatchObject({ changed: true, snapshot: expect.any(Number), previousSnapshot: expect.any(Number) })
    const kept = readContextText(workspace.store, 'master_context', changed?.previousSnapshot ?? 0)
    expect(kept.text).toContain('only in the store')
    const { views } = await checkParity(workspace)
    expect(views.slice(0, 2).map(({ state }) => state)).toEqual(['in step', 'in step'])
    expect(listSnapshots(workspace.store, { id: 'project_context', limit: 5 }).total).toBe(0)
  })

  test('never turns the memory of work back', () => {
    const { scope, stored, master } = drifted()
    startMission(scope, { id: 'm1', summary: 'Go' })
    writeFileSync(
      master,
      '{"working_memory": {"last_session": "2024-01-01T00:00:00Z", "session_count": 99, "mine": true, "session_history": []}}',
    )
    repairViews(scope, { direction: 'to-store' })
    expect(stored().working_memory).toMatchObject({
      last_session: '2025-03-06T09:00:00Z',
      session_count: 1,
      active_mission: 'm1',
      mine: true,
    })
    expect(stored().working_memory.session_history).toHaveLength(1)
  })

  test('takes the memory of a file that is the later one', () => {
    const { scope, stored, master } = drifted()
    startMission(scope, { id: 'm1', summary: 'Go' })
    writeFileSync(master, '{"working_memory": {"last_session": "2026-01-01T00:00:00Z", "session_count": 99}}')
    repairViews(scope, { direction: 'to-store' })
    expect(stored().working_memory).toMatchObject({ session_count: 99, active_mission: 'm1' })
  })

  test('is all or nothing: a file that cannot be read stops both', () => {
    const { scope, root, database } = drifted()
    writeFileSync(join(root, 'PROJECT_CONTEXT.json'), '{"new": 1}')
    writeFileSync(join(root, 'context', 'MASTER_CONTEXT.json'), '{"new": ')
    expect(faultOf(() => repairViews(scope, { direction: 'to-store' })).code).toBe('invalid_json')
    expect(rows(database, "SELECT * FROM contexts WHERE content LIKE '%new%'")).toEqual([])
  })

  test('leaves a stored text that cannot be read, and both contexts with it', () => {
    const { scope, root, database } = drifted()
    execute(database, "UPDATE contexts SET content = '{broken' WHERE id = 'master_context'")
    writeFileSync(join(root, 'PROJECT_CONTEXT.json'), '{"new": 1}')
    expect(faultOf(() => repairViews(scope, { direction: 'to-store' })).code).toBe('invalid_json')
    expect(rows(database, "SELECT * FROM contexts WHERE content LIKE '%new%'")).toEqual([])
  })

  test('can be taken back as a whole, and a dry run changes nothing', () => {
    const { scope, stored, master, database } = drifted()
    writeFileSync(master, '{"mine": 1}')
    const before = stored()
    const plan = repairViews(scope, { direction: 'to-store', dryRun: true })
    expect(plan.contexts.find(({ id }) => id === 'master_context')).toMatchObject({ changed: true, differences: 1 })
    expect(stored()).toEqual(before)
    expect(rows(database, 'SELECT * FROM session_events')).toEqual([])
    expect(repairViews(scope, { direction: 'to-store' }).undo).toEqual(expect.any(String))
  })

  test('a file that is not there changes nothing', () => {
    const { scope, stored, master } = drifted()
    const before = stored()
    rmSync(master)
    expect(repairViews(scope, { direction: 'to-store' }).contexts.map(({ id }) => id)).toEqual(['project_context'])
    expect(stored()).toEqual(before)
  })
})
